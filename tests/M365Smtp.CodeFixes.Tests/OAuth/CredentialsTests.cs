namespace M365Smtp.CodeFixes.Tests.OAuth;

/// <summary>A login passed as one object.</summary>
public class CredentialsTests
{
    [Fact]
    public Task SMTP4001_a_local() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              using System.Net;

              static class Mail
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  internal static async Task SendAsync(CancellationToken cancellationToken = default)
                  {
                      var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD");
                      var login = [|new NetworkCredential("alerts@contoso.com", password)|];
                      var message = new MimeMessage([MailboxAddress.Parse(login.UserName)], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" });

                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, cancellationToken).ConfigureAwait(false);
            -         await client.AuthenticateAsync(login, cancellationToken).ConfigureAwait(false);
            +         // The password in 'login' is no longer used.
            +         var accessToken = await Credential.GetTokenAsync(new TokenRequestContext(["https://outlook.office365.com/.default"]), cancellationToken).ConfigureAwait(false);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2(login.UserName, accessToken.Token), cancellationToken).ConfigureAwait(false);
                      await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4001_a_local_that_only_the_sign_in_reads() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              static class Mail
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  internal static async Task SendAsync(CancellationToken cancel = default)
                  {
            -         ICredentials login = [|new NetworkCredential("alerts@contoso.com", "P@ssw0rd!")|];
            +         var accessToken = await Credential.GetTokenAsync(new TokenRequestContext(["https://outlook.office365.com/.default"]), cancel).ConfigureAwait(false);
            +         SaslMechanismOAuth2 login = new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token);
                      var message = new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" });

                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls).ConfigureAwait(false);
                      await client.AuthenticateAsync(login).ConfigureAwait(false);
                      await client.SendAsync(message).ConfigureAwait(false);
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4001_passed_as_an_argument() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              static class Mail
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  internal static void Send(NetworkCredential login)
                  {
                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         client.Authenticate([|login|]);
            +         // The password in 'login' is no longer used.
            +         var accessToken = Credential.GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            +         client.Authenticate(new SaslMechanismOAuth2(login.UserName, accessToken.Token));
                      client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4001_made_in_the_call() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              using var client = new SmtpClient();
              client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            - client.Authenticate([|new NetworkCredential(userName: "alerts@contoso.com", password: args[0])|]);
            + var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            + client.Authenticate(new SaslMechanismOAuth2(userName: "alerts@contoso.com", auth_token: accessToken.Token));
              client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
            """
        );

    [Fact]
    public Task SMTP4001_the_mechanism_LOGIN() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              using var client = new SmtpClient();
              await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            - await client.AuthenticateAsync([|new SaslMechanismLogin("alerts@contoso.com", args[0])|]);
            + var accessToken = await new DefaultAzureCredential().GetTokenAsync(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            + await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
              await client.SendAsync(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
            """
        );

    [Fact]
    public Task SMTP4001_the_mechanism_LOGIN_in_a_local() =>
        RoundTrip.VerifyAsync(
            """
            - using System.Text;
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              using var client = new SmtpClient();
              client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            - SaslMechanismLogin login = [|new(Encoding.UTF8, "alerts@contoso.com", args[0])|];
            + var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            + SaslMechanismOAuth2 login = new("alerts@contoso.com", accessToken.Token);
              client.Authenticate(login);
              client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
            """
        );

    [Fact]
    public Task SMTP4001_the_mechanism_LOGIN_with_a_credential() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              using var client = new SmtpClient();
              client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            - client.Authenticate([|new SaslMechanismLogin(new NetworkCredential("alerts@contoso.com", args[0]))|]); // as before
            + var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            + client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token)); // as before
              client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
            """
        );

    [Fact]
    public Task SMTP4001_the_mechanism_LOGIN_with_a_credential_from_outside() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              static class Mail
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  internal static async Task SendAsync(NetworkCredential login)
                  {
                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         await client.AuthenticateAsync([|new SaslMechanismLogin(login)|]);
            +         // The password in 'login' is no longer used.
            +         var accessToken = await Credential.GetTokenAsync(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2(login.UserName, accessToken.Token));
                      await client.SendAsync(new MimeMessage([MailboxAddress.Parse(login.UserName)], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4001_with_the_directive_that_only_the_credential_needed() =>
        RoundTrip.VerifyAsync(
            """
            - using System.Net;
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              using var client = new SmtpClient();
              client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            - client.Authenticate([|new NetworkCredential("alerts@contoso.com", args[0])|]);
            + var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            + client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
              client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
            """
        );

    [Theory]
    [InlineData("[|client.Authenticate(\"alerts@contoso.com\", args[0])|];", "")]
    [InlineData("client.Authenticate([|new NetworkCredential(\"alerts@contoso.com\", args[0])|]);", " + IPAddress.Any")]
    public Task SMTP4001_leaves_a_directive_that_it_did_not_make_unneeded(string signIn, string other) =>
        RoundTrip.FixesAsync(
            $$"""
              using System.Net;
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;

              using var client = new SmtpClient();
              client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            - {{signIn}}
            + var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            + client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
              Console.WriteLine("Signed in."{{other}});
            """
        );
}
