using System.Text.RegularExpressions;
using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Passwords;

/// <summary>
/// Once a client signs in with a token, its password is removed from the code, wherever it was written.
/// </summary>
public class ForgottenPasswordTests
{
    const string Secret = "Winter-2019!";

    public static readonly TheoryData<string, string> Kept = new()
    {
        {
            "a local credential",
            """
                class Mail
                {
                    void Send()
                    {
                        var login = new NetworkCredential("a@contoso.com", "Winter-2019!");
                        try
                        {
                            SIGNIN(login);
                        }
                        finally { }
                    }
                }
                """
        },
        {
            "a credential in a field",
            """
                class Mail
                {
                    private static readonly NetworkCredential Login = new NetworkCredential("a@contoso.com", "Winter-2019!");

                    void Send()
                    {
                        SIGNIN(Login);
                    }
                }
                """
        },
        {
            "a credential whose user name is read elsewhere",
            """
                class Mail
                {
                    private static readonly NetworkCredential Login = new NetworkCredential("a@contoso.com", "Winter-2019!");

                    void Send()
                    {
                        Console.WriteLine(Login.UserName);
                        SIGNIN(Login);
                    }
                }
                """
        },
        {
            "a credential with a constant",
            """
                class Mail
                {
                    const string User = "a@contoso.com", Password = "Winter-2019!";
                    static readonly NetworkCredential Login = new(User, Password);

                    void Send()
                    {
                        Console.WriteLine(Login.UserName);
                        SIGNIN(Login);
                    }
                }
                """
        },
        {
            "two constants in one declaration",
            """
                class Mail
                {
                    private const string User = "a@contoso.com", Password = "Winter-2019!";

                    void Send()
                    {
                        SIGNIN(User, Password);
                    }
                }
                """
        },
        {
            "the first of two locals in one declaration",
            """
                class Mail
                {
                    void Send()
                    {
                        string password = "Winter-2019!", user = "a@contoso.com";
                        SIGNIN(user, password);
                    }
                }
                """
        },
        {
            "a record",
            """
                record Account(string User, string Password);

                class Mail
                {
                    readonly Account account = new("a@contoso.com", "Winter-2019!");

                    void Send()
                    {
                        SIGNIN(account.User, account.Password);
                    }
                }
                """
        },
        {
            "an object initializer",
            """
                class Account
                {
                    public string User { get; set; } = "";
                    public string Password { get; set; } = "";
                }

                class Mail
                {
                    void Send()
                    {
                        var account = new Account { User = "a@contoso.com", Password = "Winter-2019!" };
                        SIGNIN(account.User, account.Password);
                    }
                }
                """
        },
        {
            "an argument of a method",
            """
                class Mail
                {
                    void SendAll()
                    {
                        Send("a@contoso.com", "Winter-2019!");
                    }

                    private static void Send(string user, string password)
                    {
                        SIGNIN(user, password);
                    }
                }
                """
        },
        {
            "a constant of another file",
            """
                class Mail
                {
                    void Send()
                    {
                        SIGNIN(Secrets.User, Secrets.Password);
                    }
                }
                // file: Secrets.cs
                static class Secrets
                {
                    public const string User = "a@contoso.com";
                    public const string Password = "Winter-2019!";
                }
                """
        },
        {
            "the default of a parameter",
            """
                class Mail
                {
                    void SendAll()
                    {
                        Send();
                    }

                    private static void Send(string user = "a@contoso.com", string password = "Winter-2019!")
                    {
                        SIGNIN(user, password);
                    }
                }
                """
        },
        {
            "an argument of a constructor that a field keeps",
            """
                static class Program
                {
                    static void Start()
                    {
                        new Mail("a@contoso.com", "Winter-2019!").Send();
                    }
                }

                class Mail
                {
                    private readonly string user;
                    private readonly string password;

                    public Mail(string user, string password)
                    {
                        this.user = user;
                        this.password = password;
                    }

                    public void Send()
                    {
                        SIGNIN(user, password);
                    }
                }
                """
        },
    };

    [Theory, MemberData(nameof(Kept))]
    public async Task SMTP4001_takes_it_away(string why, string code)
    {
        foreach (
            var changed in new[]
            {
                await FixedAsync(MailKit(code), "Use OAuth 2.0"),
                await FixedAsync(NetMail(code), "Migrate to MailKit"),
            }
        )
        {
            Assert.False(changed.Contains(Secret), why + ":\n" + changed);
            Assert.Contains("SaslMechanismOAuth2", changed);
        }
    }

    /// <summary>
    /// Read it from configuration, then sign in with a token: the program must not fail because of a missing password
    /// it no longer needs.
    /// </summary>
    [Theory, MemberData(nameof(Kept))]
    public async Task SMTP4001_takes_the_read_of_it_away(string why, string code)
    {
        foreach (
            var (text, title) in new[] { (MailKit(code), "Use OAuth 2.0"), (NetMail(code), "Migrate to MailKit") }
        )
        {
            if (await ReadAsync(text) is not { } read)
                continue;
            var changed = await FixedAsync(read, title, isInSource: false);
            Assert.False(changed.Contains("to the password of"), why + ":\n" + changed);
        }
    }

    [Theory]
    [InlineData(
        "another client signs in with it",
        """
            class Mail
            {
                private const string Password = "Winter-2019!";

                void Send()
                {
                    SIGNIN("a@contoso.com", Password);
                }

                static NetworkCredential Intranet() => new("intranet", Password);
            }
            """
    )]
    public async Task SMTP4001_leaves_what_something_else_reads(string why, string code) =>
        Assert.True((await FixedAsync(MailKit(code), "Use OAuth 2.0")).Contains(Secret), why);

    [Theory]
    [InlineData("private static string Password => \"Winter-2019!\";")]
    [InlineData("private const string Password = \"Winter-2019!\";")]
    public async Task SMTP4001_closes_the_gap_that_it_leaves(string password)
    {
        var changed = await FixedAsync(
            MailKit(
                $$"""
                class Mail
                {
                    private const string User = "a@contoso.com";

                    {{password}}

                    void Send()
                    {
                        SIGNIN(User, Password);
                    }
                }
                """
            ),
            "Use OAuth 2.0"
        );
        Assert.DoesNotContain("\n\n\n", changed);
        Assert.Contains("\n\n    void Send()", changed);
    }

    static string MailKit(string code) =>
        "using MailKit.Net.Smtp;\nusing MailKit.Security;\n"
        + code.Replace(
            "SIGNIN(",
            """
            using var client = new SmtpClient();
                    client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    client.Authenticate(
            """
        );

    // A whole credential, or one of the user name and the password.
    static string NetMail(string code) =>
        "using System.Net.Mail;\n"
        + Regex.Replace(
            code,
            @"SIGNIN\(([^)]*)\);",
            match =>
                $$"""
                    using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                            client.Credentials = {{(
                        match.Groups[1].Value.Contains(',')
                            ? $"new NetworkCredential({match.Groups[1]})"
                            : match.Groups[1]
                    )}};
                            client.Send("a@contoso.com", "b@contoso.com", "Hello", "World");
                    """
        );

    /// <summary>Null if that fix is not offered.</summary>
    static async Task<string?> ReadAsync(string code)
    {
        var source = MarkedCode.Parse(code.Contains("using System.Net;") ? code : "using System.Net;\n" + code);
        var solution = MailProject.Create(source.Files);
        var fix = new Fix(FixKeys.Of("SMTP4003"), "");
        var finding = (await solution.Projects.Single().FindingsAsync(fix.Analyzer)).First(finding =>
            finding.Id == "SMTP4003"
        );
        return (await fix.ActionsAsync(solution, finding)).FirstOrDefault() is { } action
            ? await (await Fix.ResultAsync(action, solution)).TextAsync(source)
            : null;
    }

    static async Task<string> FixedAsync(string code, string title, bool isInSource = true)
    {
        var source = MarkedCode.Parse(code.Contains("using System.Net;") ? code : "using System.Net;\n" + code);
        var solution = MailProject.Create(source.Files);
        Assert.Empty(await solution.ErrorsAsync());
        var fix = new Fix(FixKeys.Of("SMTP4001"), title);
        var findings = await solution.Projects.Single().FindingsAsync(fix.Analyzer);
        // These passwords were reported as hard-coded; no rule would report a remainder.
        Assert.Equal(isInSource, findings.Any(finding => finding.Id == "SMTP4003"));
        var finding = findings.First(finding => finding.Id == "SMTP4001");
        var action = (await fix.ActionsAsync(solution, finding)).Single(action => action.Title == title);
        var changed = await Fix.ResultAsync(action, solution);
        Assert.Empty(await changed.ErrorsAsync());
        return await changed.TextAsync(source);
    }
}
