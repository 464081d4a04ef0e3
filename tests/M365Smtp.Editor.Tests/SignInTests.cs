using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.Editor.Tests;

/// <summary>
/// Changing how a program signs in is a decision: the light bulb offers it, and no other fix includes it.
/// </summary>
public sealed class SignInTests
{
    const string NetMail = """
        using System.Net.Mail;

        static class Mailer
        {
            public static void Send(string password)
            {
                using var client = new SmtpClient("smtp.office365.com");
                client.Credentials = new NetworkCredential("app@contoso.com", password);
                client.Send("app@contoso.com", "sales@contoso.com", "Hello", "World");
            }
        }
        """;

    const string MailKit = """
        using MailKit.Net.Smtp;
        using MailKit.Security;

        static class Mailer
        {
            public static void Send(string password)
            {
                using var client = new SmtpClient();
                client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate("app@contoso.com", password);
                client.Disconnect(true);
            }
        }
        """;

    const string Allowed = "m365smtp.allow_sign_in_changes = true";

    [Theory]
    [InlineData("new NetworkCredential")]
    [InlineData("SmtpClient(")]
    public async Task A_client_without_OAuth_moves_to_one_that_has_it_and_takes_no_wrong_port_or_TLS_along(string at)
    {
        using var editor = new EditedSolution([("Mailer.cs", NetMail)]);
        await editor.ApplyAsync("Mailer.cs", at, "Migrate to MailKit");
        Assert.Contains(
            "client.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls);",
            editor.TextOf("Mailer.cs")
        );
        Assert.Contains("new SaslMechanismOAuth2(\"app@contoso.com\", ", editor.TextOf("Mailer.cs"));
        Assert.Empty(await editor.SquigglesAsync("Mailer.cs"));
    }

    [Theory]
    [InlineData("465")]
    [InlineData("25")]
    [InlineData("2525")]
    public async Task Migration_corrects_the_port_on_its_way(string port)
    {
        using var editor = new EditedSolution([
            (
                "Mailer.cs",
                NetMail
                    .Replace("365.com\");", $"365.com\", {port});")
                    .Replace("smtp.office365.com", "outlook.office365.com")
            ),
        ]);
        await editor.ApplyAsync("Mailer.cs", "new NetworkCredential", "Migrate to MailKit");
        Assert.Empty(await editor.SquigglesAsync("Mailer.cs"));
        Assert.Contains("client.Connect(\"smtp.office365.com\", 587,", editor.TextOf("Mailer.cs"));
    }

    [Theory]
    [InlineData(NetMail, "new NetworkCredential", "Migrate to MailKit")]
    [InlineData(MailKit, "client.Authenticate", "Use OAuth 2.0")]
    public async Task Fix_All_leaves_the_sign_in_alone(string code, string at, string title)
    {
        using var editor = new EditedSolution([("Mailer.cs", code)]);
        foreach (var scope in (FixAllScope[])[FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution])
            await editor.FixAllAsync("Mailer.cs", at, title, scope);
        Assert.Equal(code, editor.TextOf("Mailer.cs"));
    }

    [Theory]
    [InlineData(NetMail, "new NetworkCredential", "Migrate to MailKit")]
    [InlineData(MailKit, "client.Authenticate", "Use OAuth 2.0")]
    public async Task Fix_All_changes_the_sign_in_where_the_team_says_that_it_may(string code, string at, string title)
    {
        using var editor = new EditedSolution([("Mailer.cs", code)]);
        editor.Say(Allowed);
        await editor.FixAllAsync("Mailer.cs", at, title, FixAllScope.Solution);
        Assert.Contains("SaslMechanismOAuth2", editor.TextOf("Mailer.cs"));
    }

    [Fact]
    public async Task All_settings_of_a_client_are_fixed_at_once_and_its_sign_in_stays()
    {
        using var editor = new EditedSolution([("Mailer.cs", NetMail)]);
        await editor.ApplyAsync("Mailer.cs", "SmtpClient(", "Fix all Microsoft 365 settings of this client");
        Assert.DoesNotContain(
            await editor.SquigglesAsync("Mailer.cs"),
            squiggle =>
                squiggle.StartsWith("SMTP1", StringComparison.Ordinal)
                || squiggle.StartsWith("SMTP2", StringComparison.Ordinal)
        );
        Assert.Contains("new NetworkCredential(\"app@contoso.com\", password)", editor.TextOf("Mailer.cs"));
    }

    [Fact]
    public async Task The_sender_may_be_the_UPN_and_only_the_developer_can_tell()
    {
        var code = NetMail.Replace("NetworkCredential(\"app@contoso.com\"", "NetworkCredential(\"orders\"");
        const string Title = "Sign in as app@contoso.com (if this is the UPN)";
        using var editor = new EditedSolution([("Mailer.cs", code)]);
        await editor.FixAllAsync("Mailer.cs", "\"orders\"", Title, FixAllScope.Solution);
        Assert.Equal(code, editor.TextOf("Mailer.cs"));
        await editor.ApplyAsync("Mailer.cs", "\"orders\"", Title);
        Assert.Equal(NetMail, editor.TextOf("Mailer.cs"));
    }

    [Theory]
    [InlineData("MailKit knows the sender only when it sends", "")]
    [InlineData("and nobody guesses between two", "sales@contoso.com")]
    [InlineData("or where one is not known", "?")]
    public async Task The_sender_of_a_MailKit_client(string why, string second)
    {
        var code = MailKit
            .Replace("\"app@contoso.com\"", "\"orders\"")
            .Replace(
                "client.Disconnect",
                $$"""
                var message = new MimeKit.MimeMessage();
                message.From.Add(MimeKit.MailboxAddress.Parse("app@contoso.com"));
                client.Send(message);
                {{(second.Length > 0 ? "client.Send(Another());" : "")}}
                client.Disconnect
                """
            )
            .Replace(
                "static class Mailer\n{",
                $$"""
                static class Mailer
                {
                    static MimeKit.MimeMessage Another()
                    {
                        var message = new MimeKit.MimeMessage();
                        message.From.Add(MimeKit.MailboxAddress.Parse({{(
                    second == "?" ? "Console.ReadLine()!" : $"\"{second}\""
                )}}));
                        return message;
                    }

                """
            );
        using var editor = new EditedSolution([("Mailer.cs", code)]);
        Assert.Empty(await editor.ErrorsAsync());
        var titles = await editor.TitlesAsync("Mailer.cs", "\"orders\"");
        Assert.True(
            second.Length == 0 == titles.Contains("Sign in as app@contoso.com (if this is the UPN)"),
            why + ": " + string.Join(", ", titles)
        );
    }
}
