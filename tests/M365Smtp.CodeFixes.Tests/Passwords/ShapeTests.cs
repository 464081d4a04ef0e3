using M365Smtp.Analyzers;
using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Passwords;

/// <summary>Every way to write a password, its replacement, and the cases where it stays.</summary>
public class ShapeTests
{
    const string FromEnvironment =
        "Environment.GetEnvironmentVariable(\"SMTP_PASSWORD\") ?? throw new InvalidOperationException(\"Set SMTP_PASSWORD to the password of the mailbox.\")";

    [Theory]
    [InlineData(
        "public const string Password = [|\"Tundra!Pepper19\"|];",
        $"public static string Password => {FromEnvironment};"
    )]
    [InlineData(
        "static readonly string Password = [|\"Tundra!Pepper19\"|];",
        $"static string Password => {FromEnvironment};"
    )]
    [InlineData("readonly string Password = [|\"Tundra!Pepper19\"|];", $"string Password => {FromEnvironment};")]
    [InlineData(
        "static string Password { get; } = [|\"Tundra!Pepper19\"|];",
        $"static string Password => {FromEnvironment};"
    )]
    [InlineData("string Password => [|\"Tundra!Pepper19\"|];", $"string Password => {FromEnvironment};")]
    [InlineData(
        "string User = \"\", Password = [|\"Tundra!Pepper19\"|];",
        $"string User = \"\", Password = {FromEnvironment};"
    )]
    [InlineData(
        "private readonly string /* old */ Password = [|\"Tundra!Pepper19\"|];",
        $"private readonly string /* old */ Password = {FromEnvironment};"
    )]
    public Task SMTP4003_in_a_member(string before, string after) =>
        PasswordRoundTrip.ReadPassword.VerifyAsync(InClass(before), InClass(after));

    static string InClass(string member) =>
        $$"""
            using System.Net.Mail;
            class Mailer
            {
                {{member}}

                void Send(MailMessage message)
                {
                    using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("app@contoso.com", Password) };
                    client.Send(message);
                }
            }
            """;

    [Theory]
    [InlineData(
        "if (args.Length == 0) client.Authenticate(\"app@contoso.com\", [|\"Tundra!Pepper19\"|]);",
        $"if (args.Length == 0) client.Authenticate(\"app@contoso.com\", {FromEnvironment});"
    )]
    [InlineData(
        "void Open() => client.Authenticate(\"app@contoso.com\", [|\"Tundra!Pepper19\"|]); Open();",
        $"void Open() => client.Authenticate(\"app@contoso.com\", {FromEnvironment}); Open();"
    )]
    [InlineData(
        "var password = args[0]; client.Authenticate(\"app@contoso.com\", [|\"Tundra!Pepper19\"|]);",
        $"var password = args[0]; var password2 = {FromEnvironment}; client.Authenticate(\"app@contoso.com\", password2);"
    )]
    [InlineData(
        "client.Authenticate(\"app@contoso.com\", [|\"Tundra!Pepper19\"|]); client.Authenticate(\"app@contoso.com\", [|\"Tundra!Pepper19\"|]);",
        $"var password = {FromEnvironment};\nclient.Authenticate(\"app@contoso.com\", password); client.Authenticate(\"app@contoso.com\", password);"
    )]
    [InlineData(
        "var login = new NetworkCredential(); login.Password = [|\"Tundra!Pepper19\"|]; client.Authenticate(login);",
        $"var login = new NetworkCredential(); login.Password = {FromEnvironment}; client.Authenticate(login);"
    )]
    public Task SMTP4003_in_a_statement(string before, string after) =>
        PasswordRoundTrip.ReadPassword.VerifyAsync(InProgram(before), InProgram(after));

    static string InProgram(string signIn) =>
        $$"""
            using MailKit.Net.Smtp;
            using var client = new SmtpClient();
            client.Connect("smtp.office365.com", 587, MailKit.Security.SecureSocketOptions.StartTls);
            {{signIn}}
            """;

    [Fact]
    public Task SMTP4003_as_the_fallback_of_an_existing_read() =>
        EditStory.Verify(
            InProgram(
                "client.Authenticate(\"app@contoso.com\", Environment.GetEnvironmentVariable(\"MAIL_SECRET\") ?? [|\"Tundra!Pepper19\"|]);"
            ),
            Edit.ReadPassword,
            InProgram(
                "client.Authenticate(\"app@contoso.com\", Environment.GetEnvironmentVariable(\"MAIL_SECRET\") ?? throw new InvalidOperationException(\"Set MAIL_SECRET to the password of the mailbox.\"));"
            )
        );

    [Theory]
    [InlineData("string Password = [|\"Tundra!Pepper19\"|]; void Use(string other) => Password = other;")]
    [InlineData("readonly string Password = [|\"Tundra!Pepper19\"|]; Mailer(string other) { this.Password = other; }")]
    [InlineData(
        "string Password = [|\"Tundra!Pepper19\"|]; static void Ask(out string given) => given = \"\"; void Use() => Ask(out Password);"
    )]
    public Task SMTP4003_in_a_field_that_is_set_elsewhere_stays(string member) =>
        EditStory.NotOffered(InClass(member), Edit.ReadPassword);

    [Fact]
    public Task SMTP4003_as_a_fallback_without_a_known_key_stays() =>
        EditStory.NotOffered(
            InProgram("client.Authenticate(\"app@contoso.com\", args.FirstOrDefault() ?? [|\"Tundra!Pepper19\"|]);"),
            Edit.ReadPassword
        );

    [Fact]
    public Task SMTP4003_keeps_two_mailboxes_apart() =>
        PasswordRoundTrip.ReadPassword.VerifyAsync(
            """
              using System.Net.Mail;
              class Alerts
              {
                  void Send(MailMessage message)
                  {
                      using (var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true })
                      {
            -             client.Credentials = new NetworkCredential("alerts@contoso.com", [|"Tundra!Pepper19"|]);
            +             var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("Set SMTP_PASSWORD to the password of the mailbox.");
            +             client.Credentials = new NetworkCredential("alerts@contoso.com", password);
                          client.Send(message);
                      }
                  }

                  void SendAgain(SmtpClient client) => client.Credentials = new NetworkCredential("alerts@contoso.com", "not judged");
              }
              // file: Reports.cs
              using System.Net.Mail;
              class Reports
              {
                  const string User = "night.reports@contoso.com";
            -     const string Password = [|"Hazel-Condor-85"|];
            +     static string Password => Environment.GetEnvironmentVariable("SMTP_PASSWORD_NIGHTREPORTS") ?? throw new InvalidOperationException("Set SMTP_PASSWORD_NIGHTREPORTS to the password of the mailbox.");
                  readonly SmtpClient client = new("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(User, Password) };
                  void Send(MailMessage message) => client.Send(message);
              }
            """
        );

    [Theory]
    [InlineData(
        "what can be set is a default",
        "public class M { public string Password { get; set; } = \"Tundra!Pepper19\"; public void Send() { var c = new SmtpClient(); Open(c); c.Authenticate(\"a@contoso.com\", new M().Password); } }"
    )]
    [InlineData(
        "a parameter's default is a constant",
        "class M { void All() => Send(); void Send(string p = \"Tundra!Pepper19\") { var c = new SmtpClient(); Open(c); c.Authenticate(\"a@contoso.com\", p); } }"
    )]
    [InlineData(
        "so is what a switch compares with",
        "class M { const string P = \"Tundra!Pepper19\"; bool Is(string s) => s is P; void Send() { var c = new SmtpClient(); Open(c); c.Authenticate(\"a@contoso.com\", P); } }"
    )]
    [InlineData(
        "one of two consts of a declaration",
        "class M { const string U = \"a@contoso.com\", P = \"Tundra!Pepper19\"; void Send() { var c = new SmtpClient(); Open(c); c.Authenticate(U, P); } }"
    )]
    public async Task SMTP4003_is_not_offered(string why, string code)
    {
        const string Connect = "c.Connect(\"smtp.office365.com\", 587, MailKit.Security.SecureSocketOptions.StartTls)";
        var solution = MailProject.Create([
            MarkedFile.Parse("Mail.cs", "using MailKit.Net.Smtp;\n" + code.Replace("Open(c)", Connect)),
        ]);
        Assert.Empty(await solution.ErrorsAsync());
        var found = (await solution.Projects.Single().FindingsAsync(new SmtpCodeAnalyzer())).Single(finding =>
            finding.Id == "SMTP4003"
        );
        Assert.False(
            (await PasswordRoundTrip.ReadPassword.ActionsAsync(solution, found)).Any(action =>
                action.EquivalenceKey == PasswordRoundTrip.ReadPassword.Key
            ),
            why
        );
    }

    [Fact]
    public async Task SMTP4003_never_reveals_the_password()
    {
        var solution = MailProject.Create([
            MarkedFile.Parse("Mail.cs", InProgram("client.Authenticate(\"app@contoso.com\", \"Tundra!Pepper19\");")),
        ]);
        var found = (await solution.Projects.Single().FindingsAsync(new SmtpCodeAnalyzer())).Single(finding =>
            finding.Id == "SMTP4003"
        );
        Assert.DoesNotContain(found.Properties.Values.Append(found.GetMessage()), text => text!.Contains("Tundra"));
    }
}
