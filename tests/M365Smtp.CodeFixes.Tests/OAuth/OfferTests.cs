using M365Smtp.Analyzers;
using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.OAuth;

/// <summary>Where the fix is offered, with what scope, and where it is not.</summary>
public class OfferTests
{
    static readonly Fix UseOAuth = new(FixKeys.Of("SMTP4001"), "Use OAuth 2.0");

    [Theory]
    [InlineData("smtp.office365.com", "https://outlook.office365.com/.default")]
    [InlineData("smtp.office365.us", "https://outlook.office365.us/.default")]
    [InlineData("outlook-dod.office365.us", "https://outlook-dod.office365.us/.default")]
    [InlineData("smtp.partner.outlook.cn", "https://partner.outlook.cn/.default")]
    public Task SMTP4001_asks_for_the_scope_of_the_cloud(string host, string scope) =>
        UseOAuth.VerifyAsync(
            $$"""
            using Azure.Core;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            TokenCredential credential = new Azure.Identity.ManagedIdentityCredential();
            using var client = new SmtpClient();
            client.Connect("{{host}}", 587, SecureSocketOptions.StartTls);
            [|client.Authenticate("app@contoso.com", args[0])|];
            """,
            $$"""
            using Azure.Core;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            TokenCredential credential = new Azure.Identity.ManagedIdentityCredential();
            using var client = new SmtpClient();
            client.Connect("{{host}}", 587, SecureSocketOptions.StartTls);
            var accessToken = credential.GetToken(new TokenRequestContext(["{{scope}}"]), default);
            client.Authenticate(new SaslMechanismOAuth2("app@contoso.com", accessToken.Token));
            """
        );

    [Fact]
    public Task SMTP4001_asks_for_the_delegated_scope_where_a_user_signs_in() =>
        UseOAuth.VerifyAsync(
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Identity.Client;
            class Mailer(IPublicClientApplication app)
            {
                public async Task SendAsync(string password)
                {
                    using var client = new SmtpClient();
                    await client.ConnectAsync("smtp-mail.outlook.com", 587, SecureSocketOptions.StartTls);
                    await [|client.AuthenticateAsync("someone@outlook.com", password)|];
                }
            }
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Identity.Client;
            class Mailer(IPublicClientApplication app)
            {
                public async Task SendAsync(string password)
                {
                    using var client = new SmtpClient();
                    await client.ConnectAsync("smtp-mail.outlook.com", 587, SecureSocketOptions.StartTls);
                    // The parameter 'password' is no longer used.
                    var accessToken = await app.AcquireTokenSilent(["https://outlook.office.com/SMTP.Send"], "someone@outlook.com").ExecuteAsync(default);
                    await client.AuthenticateAsync(new SaslMechanismOAuth2("someone@outlook.com", accessToken.AccessToken));
                }
            }
            """
        );

    [Fact]
    public Task SMTP4001_in_all_senders_of_a_project() =>
        (UseOAuth with { Without = RoundTrip.NoTokenLibrary }).VerifyAsync(
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            public class Mailer
            {
                private const string Password = "Tundra!Pepper19";

                public async Task AlertAsync()
                {
                    using var client = new SmtpClient();
                    await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    await [|client.AuthenticateAsync("app@contoso.com", Password)|];
                }

                public async Task ReportAsync()
                {
                    using var client = new SmtpClient();
                    await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    await [|client.AuthenticateAsync("reports@contoso.com", Password)|];
                }
            }
            // file: Second.cs
            using MailKit.Net.Smtp;
            using MailKit.Security;
            public class Second(Func<string> readToken)
            {
                public void Send()
                {
                    using var client = new SmtpClient();
                    client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    [|client.Authenticate("app@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD"))|];
                }

                public bool IsReady => readToken().Length > 0;
            }
            """,
            """
            using MailKit.Net.Smtp;
            using MailKit.Security;
            public class Mailer
            {
                private readonly Func<CancellationToken, Task<string>> getAccessToken;

                public Mailer(Func<CancellationToken, Task<string>> getAccessToken) => this.getAccessToken = getAccessToken;

                public async Task AlertAsync()
                {
                    using var client = new SmtpClient();
                    await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    var accessToken = await getAccessToken(default);
                    await client.AuthenticateAsync(new SaslMechanismOAuth2("app@contoso.com", accessToken));
                }

                public async Task ReportAsync()
                {
                    using var client = new SmtpClient();
                    await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    var accessToken = await getAccessToken(default);
                    await client.AuthenticateAsync(new SaslMechanismOAuth2("reports@contoso.com", accessToken));
                }
            }
            // file: Second.cs
            using MailKit.Net.Smtp;
            using MailKit.Security;
            public class Second(Func<string> readToken)
            {
                public void Send()
                {
                    using var client = new SmtpClient();
                    client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    var accessToken = readToken();
                    client.Authenticate(new SaslMechanismOAuth2("app@contoso.com", accessToken));
                }

                public bool IsReady => readToken().Length > 0;
            }
            """
        );

    [Theory]
    [InlineData(
        "the framework's first",
        "using System.Text;\nusing MailKit.Net.Smtp;\n",
        "using System.Text;\nusing Azure.Core;\nusing Azure.Identity;\nusing MailKit.Net.Smtp;\n",
        "TokenCredential",
        "DefaultAzureCredential",
        "TokenRequestContext"
    )]
    [InlineData(
        "by the alphabet",
        "using MailKit.Net.Smtp;\nusing System.Text;\n",
        "using Azure.Core;\nusing Azure.Identity;\nusing MailKit.Net.Smtp;\nusing System.Text;\n",
        "TokenCredential",
        "DefaultAzureCredential",
        "TokenRequestContext"
    )]
    [InlineData(
        "where one is there",
        "using Azure.Core;\nusing MailKit.Net.Smtp; // SMTP\n",
        "using Azure.Core;\nusing Azure.Identity;\nusing MailKit.Net.Smtp; // SMTP\n",
        "TokenCredential",
        "DefaultAzureCredential",
        "TokenRequestContext"
    )]
    [InlineData(
        "a name that means something else",
        "using MailKit.Net.Smtp;\n\nclass TokenRequestContext;\n",
        "using MailKit.Net.Smtp;\n\nclass TokenRequestContext;\n",
        "Azure.Core.TokenCredential",
        "Azure.Identity.DefaultAzureCredential",
        "Azure.Core.TokenRequestContext"
    )]
    public Task SMTP4001_writes_usings(
        string why,
        string before,
        string after,
        string type,
        string credential,
        string context
    ) =>
        UseOAuth.VerifyAsync(
            before
                + $$"""
                static class M // {{why}}
                {
                    static void Open(SmtpClient client, string password)
                    {
                        client.Connect("smtp.office365.com", 587, MailKit.Security.SecureSocketOptions.StartTls);
                        [|client.Authenticate("app@contoso.com", password)|];
                    }
                }
                """,
            after
                + $$"""
                static class M // {{why}}
                {
                    // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
                    private static readonly {{type}} Credential = new {{credential}}();

                    static void Open(SmtpClient client, string password)
                    {
                        client.Connect("smtp.office365.com", 587, MailKit.Security.SecureSocketOptions.StartTls);
                        // The parameter 'password' is no longer used.
                        var accessToken = Credential.GetToken(new {{context}}(["https://outlook.office365.com/.default"]), default);
                        client.Authenticate(new MailKit.Security.SaslMechanismOAuth2("app@contoso.com", accessToken.Token));
                    }
                }
                """
        );

    [Theory]
    [InlineData(
        "another provider's account",
        "static class M { static void Send(string p) { var c = new SmtpClient(); Open(c); c.Authenticate(\"shop@gmail.com\", p); } }",
        true
    )]
    [InlineData(
        "nobody to give a token",
        "var c = new SmtpClient(); Open(c); c.Authenticate(\"app@contoso.com\", args[0]);",
        false
    )]
    [InlineData(
        "a public method, whose callers may be anywhere",
        "public static class M { public static void Send(string p) { var c = new SmtpClient(); Open(c); c.Authenticate(\"app@contoso.com\", p); } }",
        false
    )]
    [InlineData(
        "callers who have no token",
        "static class M { public static void All() => Send(\"\"); static void Send(string p) { var c = new SmtpClient(); Open(c); c.Authenticate(\"app@contoso.com\", p); } }",
        false
    )]
    [InlineData(
        "a class that is made with new",
        "class M\n{\n    public static M Make() => new();\n    public void Send(string p) { var c = new SmtpClient(); Open(c); c.Authenticate(\"app@contoso.com\", p); }\n}",
        false
    )]
    [InlineData(
        "a task that is handed on",
        "static class M { static Task Send(string p) { var c = new SmtpClient(); Open(c); return c.AuthenticateAsync(\"app@contoso.com\", p); } }",
        true
    )]
    [InlineData(
        "a Windows domain",
        "static class M { static void Send(string p) { var c = new SmtpClient(); Open(c); c.Authenticate(new NetworkCredential(\"app@contoso.com\", p, \"CONTOSO\")); } }",
        true
    )]
    [InlineData(
        "a password that the class would read no more",
        "class M(string p) { void Send() { var c = new SmtpClient(); Open(c); c.Authenticate(\"app@contoso.com\", p); } }",
        true
    )]
    [InlineData(
        "a client that others may connect",
        "static class M { static void Send(string p) { var c = new SmtpClient(); Open(c); In(c, p); } static void In(SmtpClient c, string p) => c.Authenticate(\"app@contoso.com\", p); }",
        true
    )]
    [InlineData(
        "another host on the same line",
        "static class M { static void Send(bool own, string p) { var c = new SmtpClient(); c.Connect(own ? \"mail.contoso.com\" : \"smtp.office365.com\", 587); c.Authenticate(\"app@contoso.com\", p); } }",
        true
    )]
    public async Task SMTP4001_is_not_offered(string why, string code, bool hasTokenLibrary)
    {
        const string Connect = "c.Connect(\"smtp.office365.com\", 587, MailKit.Security.SecureSocketOptions.StartTls)";
        var file = MarkedFile.Parse("Mail.cs", "using MailKit.Net.Smtp;\n" + code.Replace("Open(c)", Connect));
        var solution = MailProject.Create([file], hasTokenLibrary ? [] : RoundTrip.NoTokenLibrary);
        Assert.Empty(await solution.ErrorsAsync());
        var found = (await solution.Projects.Single().FindingsAsync(new SmtpCodeAnalyzer()))
            .Where(finding => finding.Id == "SMTP4001")
            .ToArray();
        Assert.NotEmpty(found);
        foreach (var finding in found)
            Assert.False(
                (await UseOAuth.ActionsAsync(solution, finding)).Any(action => action.EquivalenceKey == UseOAuth.Key),
                why
            );
    }
}
