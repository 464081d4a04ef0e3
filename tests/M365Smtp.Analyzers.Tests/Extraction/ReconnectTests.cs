namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>A client that connects only if it is not connected: wherever it sends, it is connected there.</summary>
public class ReconnectTests
{
    const string Office = "c.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls);";

    const string Login = "c.Authenticate(new SaslMechanismOAuth2(\"a@contoso.com\", t));";

    [Theory]
    [InlineData(
        "a retry",
        "for (var i = 0; i < 3; i++) try { if (!c.IsConnected) { OFFICE } LOGIN c.Send(m); return; } catch (Exception) { }",
        "SMTP4009"
    )]
    [InlineData(
        "a retry that asks twice",
        "for (var i = 0; i < 3; i++) try { if (!c.IsConnected) { OFFICE } if (!c.IsAuthenticated) { LOGIN } c.Send(m); "
            + "return; } catch (Exception) { }",
        "SMTP4009"
    )]
    [InlineData(
        "a retry that disconnects",
        "for (var i = 0; i < 3; i++) try { if (!c.IsConnected) { OFFICE } LOGIN c.Send(m); return; } "
            + "catch (Exception) { c.Disconnect(true); }",
        "SMTP4009"
    )]
    [InlineData("a bulk send", "foreach (var one in all) { if (!c.IsConnected) { OFFICE LOGIN } c.Send(one); }", "SMTP5001")]
    [InlineData(
        "a bulk send over what is connected",
        "OFFICE LOGIN foreach (var one in all) { if (!c.IsConnected) { OFFICE LOGIN } c.Send(one); }",
        "SMTP5001"
    )]
    public Task It_is_connected_there(string story, string code, string found) => Is(story, code, found);

    [Theory]
    [InlineData("signed in with it", "if (!c.IsConnected) { OFFICE LOGIN } c.Send(m);")]
    [InlineData("signed in after it", "if (!c.IsConnected) { OFFICE } if (!c.IsAuthenticated) { LOGIN } c.Send(m);")]
    [InlineData(
        "two hosts",
        "foreach (var one in all) { if (!c.IsConnected) { if (one is null) { OFFICE } else { GMAIL } LOGIN } c.Send(one); }"
    )]
    [InlineData("first elsewhere", "GMAIL LOGIN foreach (var one in all) { if (!c.IsConnected) { OFFICE LOGIN } c.Send(one); }")]
    [InlineData("then elsewhere", "OFFICE LOGIN foreach (var one in all) { if (!c.IsConnected) { GMAIL LOGIN } c.Send(one); }")]
    [InlineData("no sign-in", "if (!c.IsConnected) { OFFICE } c.Send(m);")]
    [InlineData(
        "handed out",
        "Use(c); foreach (var one in all) { if (!c.IsConnected) { OFFICE LOGIN } c.Send(one); }"
    )]
    [InlineData(
        "a retry of the connection",
        "for (var i = 0; !c.IsConnected && i < 3; i++) try { OFFICE } catch (IOException) { } LOGIN c.Send(m);"
    )]
    public Task It_may_be_connected_elsewhere_or_all_is_well(string story, string code) => Is(story, code, "");

    [Theory]
    [InlineData("the first method", "void Open() { OFFICE LOGIN } void Go(MimeMessage m) { c.Send(m); }")]
    [InlineData(
        "a method of its own",
        "void Open() { if (!c.IsConnected) { OFFICE } if (!c.IsAuthenticated) { LOGIN } } void Go(MimeMessage m) { Open(); c.Send(m); }"
    )]
    [InlineData(
        "a login in another method",
        "void Open() { if (!c.IsConnected) { OFFICE } } void SignIn() { if (!c.IsAuthenticated) { LOGIN } } "
            + "void Go(MimeMessage m) { Open(); SignIn(); c.Send(m); }"
    )]
    [InlineData(
        "a send in another method",
        "public void Open() { if (!c.IsConnected) { OFFICE LOGIN } } public void Go(MimeMessage m) { c.Send(m); }"
    )]
    [InlineData(
        "a login that the caller does",
        "public void Open() { if (!c.IsConnected) { OFFICE } } public void SignIn() { LOGIN } "
            + "public void Go(MimeMessage m) { Open(); c.Send(m); }"
    )]
    public async Task A_client_in_a_field(string story, string members) =>
        Assert.Equal(
            (story, ""),
            (
                story,
                await Report.Of(
                    Report.CSharp(
                        Filled(
                            $$"""
                            using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
                            class C { readonly SmtpClient c = new(); string t; {{members}} }
                            """
                        )
                    )
                )
            )
        );

    static async Task Is(string story, string code, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Report.Of(
                    Report.CSharp(
                        Filled(
                            $$"""
                            using System; using System.Collections.Generic; using System.IO;
                            using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
                            interface IUse { void Use(SmtpClient client); }
                            class C
                            {
                                IUse use; void Use(SmtpClient client) => use.Use(client);
                                void M(MimeMessage m, List<MimeMessage> all, string t)
                                {
                                    using var c = new SmtpClient();
                                    {{code}}
                                }
                            }
                            """
                        )
                    )
                )
            )
        );

    static string Filled(string code) =>
        code.Replace("OFFICE", Office, StringComparison.Ordinal)
            .Replace("GMAIL", Office.Replace("office365", "gmail", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("LOGIN", Login, StringComparison.Ordinal);
}
