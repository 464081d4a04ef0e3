using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>From the scope of a token request to the sign-in that uses the token.</summary>
public class TokenTests
{
    const string Outlook = "https://outlook.office365.com/.default",
        Graph = "https://graph.microsoft.com/.default";

    static readonly MetadataReference IdentityLibraries = CSharpCompilation
        .Create(
            "Identity",
            [
                CSharpSyntaxTree.ParseText(
                    """
                    using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;
                    namespace Microsoft.Identity.Client {
                        public interface IConfidentialClientApplication { AcquireTokenForClientParameterBuilder AcquireTokenForClient(IEnumerable<string> scopes); }
                        public interface IPublicClientApplication { AcquireTokenForClientParameterBuilder AcquireTokenInteractive(IEnumerable<string> scopes); }
                        public class AcquireTokenForClientParameterBuilder { public Task<AuthenticationResult> ExecuteAsync() => null; }
                        public class AuthenticationResult { public string AccessToken { get; } }
                    }
                    namespace Azure.Identity {
                        public class ClientSecretCredential : Azure.Core.TokenCredential { public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(Azure.Core.TokenRequestContext context, CancellationToken cancel) => default; }
                        public class ClientCertificateCredential : Azure.Core.TokenCredential { public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(Azure.Core.TokenRequestContext context, CancellationToken cancel) => default; }
                        public class ClientAssertionCredential : Azure.Core.TokenCredential { public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(Azure.Core.TokenRequestContext context, CancellationToken cancel) => default; }
                        public class UsernamePasswordCredential : Azure.Core.TokenCredential { public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(Azure.Core.TokenRequestContext context, CancellationToken cancel) => default; }
                    }
                    namespace Azure.Core {
                        public struct TokenRequestContext { public TokenRequestContext(string[] scopes, string parentRequestId = null) { } }
                        public struct AccessToken { public string Token { get; } }
                        public abstract class TokenCredential { public abstract ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancel); }
                    }
                    """
                ),
            ],
            Facts.References,
            new(OutputKind.DynamicallyLinkedLibrary)
        )
        .ToMetadataReference();

    [Theory]
    [InlineData(
        "array of one",
        $$"""var r = await app.AcquireTokenForClient(new[] { "{{Graph}}" }).ExecuteAsync(); var token = r.AccessToken;""",
        Graph
    )]
    [InlineData(
        "collection expression",
        $$"""var r = await app.AcquireTokenForClient(["{{Outlook}}"]).ExecuteAsync(); var token = r.AccessToken;""",
        Outlook
    )]
    [InlineData(
        "scopes in a local",
        $$"""string[] scopes = { "{{Graph}}" }; var r = await app.AcquireTokenForClient(scopes).ExecuteAsync().ConfigureAwait(false); var token = r.AccessToken;""",
        Graph
    )]
    [InlineData(
        "const of the class",
        """var r = await app.AcquireTokenForClient(new[] { Scope }).ExecuteAsync(); var token = r.AccessToken;""",
        Outlook
    )]
    [InlineData(
        "static readonly array",
        """var r = await app.AcquireTokenForClient(Scopes).ExecuteAsync(); var token = r.AccessToken;""",
        Outlook
    )]
    [InlineData(
        "Azure.Identity",
        $$"""var r = await credential.GetTokenAsync(new TokenRequestContext(new[] { "{{Graph}}" }), default); var token = r.Token;""",
        Graph
    )]
    [InlineData(
        "request in a local",
        $$"""var context = new TokenRequestContext(["{{Graph}}"]); var token = (await credential.GetTokenAsync(context, default)).Token;""",
        Graph
    )]
    [InlineData("own long method", """var token = await LongAsync();""", Outlook)]
    [InlineData("own long method for a credential", """var token = (await Long2Async()).Token;""", Outlook)]
    [InlineData(
        "a login named like a scope",
        $$"""var login = new System.Net.NetworkCredential("{{Outlook}}", s); var token = login.UserName + login.Password;""",
        null
    )]
    [InlineData("own token method", """var token = await TokenAsync();""", Outlook)]
    [InlineData(
        "scopes in one text, taken apart",
        """var r = await app.AcquireTokenForClient("https://graph.microsoft.com/SMTP.Send offline_access".Split(' ')).ExecuteAsync(); var token = r.AccessToken;""",
        "https://graph.microsoft.com/SMTP.Send offline_access"
    )]
    [InlineData(
        "words that are no scopes, taken apart",
        """var r = await app.AcquireTokenForClient("one two".Split(' ')).ExecuteAsync(); var token = r.AccessToken;""",
        null
    )]
    [InlineData(
        "scope from outside",
        """var token = (await app.AcquireTokenForClient(new[] { s }).ExecuteAsync()).AccessToken;""",
        null
    )]
    [InlineData("token from outside", """var token = s;""", null)]
    public void Scope_of_the_token(string name, string body, string? scope)
    {
        var facts = Facts.OfCSharpWith(
            [IdentityLibraries],
            $$"""
            using System.Threading.Tasks; using Azure.Core; using MailKit.Net.Smtp; using MailKit.Security; using Microsoft.Identity.Client;
            class C {
                const string Scope = "{{Outlook}}";
                static readonly string[] Scopes = { Scope };
                readonly IConfidentialClientApplication app; readonly TokenCredential credential;
                async Task<string> TokenAsync() => (await app.AcquireTokenForClient(Scopes).ExecuteAsync()).AccessToken;
                async Task<string> LongAsync() { {{ReachTests.LongCode}} return (await app.AcquireTokenForClient(Scopes).ExecuteAsync()).AccessToken; }
                ValueTask<AccessToken> Long2Async() { {{ReachTests.LongCode}} return credential.GetTokenAsync(new(Scopes), default); }
                async Task M(string s, SmtpClient k) {
                    {{body}}
                    k.Authenticate(new SaslMechanismOAuth2("a@contoso.com", token));
                }
            }
            """
        );
        Assert.Equal(
            (name, "Authenticate: ?:? ?, XOAUTH2 a@contoso.com" + (scope is null ? "" : ", scope " + scope)),
            (name, facts)
        );
    }

    [Theory]
    [InlineData("MSAL, for an application", "app.AcquireTokenForClient(scopes).ExecuteAsync()", "AccessToken", "SMTP4007")]
    [InlineData("MSAL, for a user", "users.AcquireTokenInteractive(scopes).ExecuteAsync()", "AccessToken", "")]
    [InlineData("Azure.Identity, for an application", "secret.GetTokenAsync(new(scopes), default)", "Token", "SMTP4007")]
    [InlineData("Azure.Identity, by certificate", "certificate.GetTokenAsync(new(scopes), default)", "Token", "SMTP4007")]
    [InlineData("Azure.Identity, by assertion", "assertion.GetTokenAsync(new(scopes), default)", "Token", "SMTP4007")]
    [InlineData("Azure.Identity, for a user", "user.GetTokenAsync(new(scopes), default)", "Token", "")]
    [InlineData("Azure.Identity, for either", "credential.GetTokenAsync(new(scopes), default)", "Token", "")]
    public async Task The_scope_of_a_user_is_wrong_for_an_application(
        string story,
        string request,
        string token,
        string found
    ) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Report.Of(
                    Report
                        .CSharp(
                            $$"""
                            using System.Threading.Tasks; using Azure.Core; using Azure.Identity; using MailKit.Net.Smtp; using MailKit.Security; using Microsoft.Identity.Client;
                            class C {
                                readonly IConfidentialClientApplication app; readonly IPublicClientApplication users;
                                readonly TokenCredential credential; readonly ClientSecretCredential secret;
                                readonly ClientCertificateCredential certificate; readonly ClientAssertionCredential assertion;
                                readonly UsernamePasswordCredential user;
                                async Task M(SmtpClient k) {
                                    string[] scopes = { "https://outlook.office.com/SMTP.Send" };
                                    var answer = await {{request}};
                                    k.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                                    k.Authenticate(new SaslMechanismOAuth2("a@contoso.com", answer.{{token}}));
                                }
                            }
                            """
                        )
                        .AddReferences(IdentityLibraries)
                )
            )
        );
}
