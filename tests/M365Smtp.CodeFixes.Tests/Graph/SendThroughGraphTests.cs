namespace M365Smtp.CodeFixes.Tests.Graph;

public class SendThroughGraphTests
{
    const string Usings =
        "using MailKit; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit; using " + "System.Text;\n";

    [Fact]
    public Task Connect_sign_in_and_disconnect_go_and_all_else_stays() =>
        GraphFix.VerifyAsync(
            """
            - using MailKit.Net.Smtp;
            - using MailKit.Security;
            + using Azure.Core;
            + using Azure.Identity;
            + using M365Smtp.Graph;
              using MimeKit;

              class Mailer
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  // Tells the people on call.
                  public async Task SendAsync(MimeMessage message, string password)
                  {
                      // one client a message
            -         using var client = new SmtpClient();
            -         await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         await client.AuthenticateAsync("alerts@contoso.com", password);
            +         // The parameter 'password' is no longer used.
            +         using var client = new GraphTransport(Credential, "alerts@contoso.com");
                      await client.SendAsync(message); // out it goes
            -         await client.DisconnectAsync(true);
                      Console.WriteLine("sent");
                  }
              }
            """
        );

    [Fact]
    public Task Host_port_password_and_credential_that_nothing_else_reads_go_along() =>
        GraphFix.VerifyAsync(
            """
            - using MailKit.Net.Smtp;
            - using MailKit.Security;
            + using Azure.Core;
            + using Azure.Identity;
            + using M365Smtp.Graph;
              using MimeKit;

              class Mailer
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  public void Send(MimeMessage message)
                  {
            -         const string host = "smtp.office365.com";
            -         var port = 587;
                      var user = "alerts@contoso.com";
            -         var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD");
            -         using (SmtpClient client = new SmtpClient())
            +         using (GraphTransport client = new GraphTransport(Credential, user))
                      {
            -             client.ServerCertificateValidationCallback = (s, c, h, e) => c != null;
                          client.Timeout = 20_000;
            -             client.Connect(host, port, SecureSocketOptions.StartTls);
            -             client.AuthenticationMechanisms.Remove("XOAUTH2");
            -             var login = new NetworkCredential(user, password);
            -             client.Authenticate(login);
                          client.Send(message);
            -             if (client.IsConnected)
            -                 client.Disconnect(true);
                      }
                  }
              }
            """
        );

    [Fact]
    public Task Handlers_catch_what_the_transport_throws() =>
        GraphFix.VerifyAsync(
            """
            - using MailKit.Net.Smtp;
            + using Azure.Core;
            + using Azure.Identity;
            + using M365Smtp.Graph;
              using MailKit.Security;
              using MimeKit;

              class Mailer
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  public void Send(MimeMessage message, string password)
                  {
            -         using var client = new SmtpClient();
            +         // The parameter 'password' is no longer used.
            +         using var client = new GraphTransport(Credential, "alerts@contoso.com");
                      try
                      {
            -             client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -             client.Authenticate("alerts@contoso.com", password);
                          client.Send(message);
                      }
                      catch (AuthenticationException e)
                      {
                          Console.WriteLine("sign-in: " + e.Message);
                          throw;
                      }
            -         catch (SmtpCommandException e)
            +         catch (GraphException e)
                      {
            -             Console.WriteLine($"refused: {e.StatusCode} {e.ErrorCode} {e.Message}");
            +             Console.WriteLine($"refused: {e.Status} {e.Code} {e.Message}");
                          throw;
                      }
            -         catch (SmtpProtocolException e)
            +         catch (IOException e)
                      {
                          Console.WriteLine("network: " + e.Message);
                      }
            -         finally
            -         {
            -             client.Disconnect(true);
            -         }
                  }
              }
            """
        );

    [Fact]
    public Task A_credential_in_scope_provides_the_tokens() =>
        GraphFix.VerifyAsync(
            """
              using Azure.Core;
            - using MailKit.Net.Smtp;
            - using MailKit.Security;
            + using M365Smtp.Graph;
              using MimeKit;

              class Mailer(TokenCredential azure, string password)
              {
                  public void Send(MimeMessage message)
                  {
            -         SmtpClient client = new();
            -         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         client.Authenticate("alerts@contoso.com", password);
            +         GraphTransport client = new(azure, "alerts@contoso.com");
                      client.Send(message);
                      client.Dispose();
                      Console.WriteLine(password.Length);
                  }
              }
            """
        );

    [Fact]
    public Task A_delegate_in_scope_provides_the_tokens() =>
        GraphFix.VerifyAsync(
            """
            - using MailKit.Net.Smtp;
            - using MailKit.Security;
            + using M365Smtp.Graph;
              using MimeKit;

              class Mailer(string password, Func<CancellationToken, Task<string>> getAccessToken)
              {
                  public void Send(MimeMessage message)
                  {
            -         using var client = new SmtpClient();
            -         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         client.Authenticate("alerts@contoso.com", password);
            +         using var client = new GraphTransport(getAccessToken, "alerts@contoso.com");
                      client.Send(message);
                      Console.WriteLine(password.Length);
                  }
              }
            """
        );

    [Fact]
    public Task A_credential_from_elsewhere_names_the_mailbox() =>
        GraphFix.VerifyAsync(
            """
            - using MailKit.Net.Smtp;
            - using MailKit.Security;
            + using Azure.Core;
            + using Azure.Identity;
            + using M365Smtp.Graph;
              using MimeKit;

              class Mailer(NetworkCredential login)
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  public void Send(MimeMessage message)
                  {
            -         using var client = new SmtpClient();
            -         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         client.Authenticate(login);
            +         // The password in 'login' is no longer used.
            +         using var client = new GraphTransport(Credential, login.UserName);
                      client.Send(message);
                  }
              }
            """
        );

    [Fact]
    public Task Another_cloud_keeps_its_own_address() =>
        GraphFix.VerifyAsync(
            """
            - using MailKit.Net.Smtp;
            - using MailKit.Security;
            + using Azure.Core;
            + using Azure.Identity;
            + using M365Smtp.Graph;
              using MimeKit;

              class Mailer
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  public void Send(MimeMessage message, string password)
                  {
            -         using var client = new SmtpClient();
            -         client.Connect("smtp.office365.us", 587, SecureSocketOptions.StartTls);
            -         client.Authenticate("alerts@contoso.us", password);
            +         using var client = new GraphTransport(
            +             Credential,
            +             "alerts@contoso.us",
            +             new GraphTransportOptions { Endpoint = GraphEndpoints.GccHigh });
                      client.Send(message);
                      Console.WriteLine(password.Length);
                  }
              }
            """
        );

    [Fact]
    public Task A_client_in_a_field_loses_the_method_that_connects_it() =>
        GraphFix.VerifyAsync(
            """
            - using MailKit.Net.Smtp;
            - using MailKit.Security;
            + using Azure.Core;
            + using Azure.Identity;
            + using M365Smtp.Graph;
              using MimeKit;

              sealed class Mailer(string user) : IAsyncDisposable
              {
            -     const string Host = "smtp.office365.com";
            -     readonly SmtpClient client = new();
            +     readonly GraphTransport client = new(Credential, user);
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     static readonly TokenCredential Credential = new DefaultAzureCredential();

                  public async Task SendAsync(MimeMessage message, CancellationToken stop)
                  {
            -         await EnsureConnectedAsync(stop);
                      try
                      {
                          await client.SendAsync(message, stop);
                      }
            -         catch (Exception e) when (e is SmtpCommandException || e is SmtpProtocolException || e is IOException)
            +         catch (Exception e) when (e is GraphException || e is IOException)
                      {
                          Console.WriteLine(e.Message);
                      }
                  }

            -     // Connects where it has to.
            -     async Task EnsureConnectedAsync(CancellationToken stop)
            -     {
            -         if (client.IsConnected && client.IsAuthenticated)
            -             return;
            -         await client.ConnectAsync(Host, 587, SecureSocketOptions.StartTls, stop);
            -         await client.AuthenticateAsync(user, Environment.GetEnvironmentVariable("SMTP_PASSWORD")!, stop);
            -     }
            -
                  public async ValueTask DisposeAsync()
                  {
                      // An async method needs an await.
                      await client.DisconnectAsync(true);
                      client.Dispose();
                  }
              }
            """
        );

    [Fact]
    public Task A_client_of_SystemNetMail_is_migrated_in_the_same_step() =>
        GraphFix.VerifyAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using M365Smtp.Graph;
            + using MailKit.Security;
            + using MimeKit;

              class Mailer
              {
            -     const string Password = "P@ssw0rd!";
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     static readonly TokenCredential Credential = new DefaultAzureCredential();

                  // Tells the people on call.
                  public bool Alert(string text)
                  {
            -         using var client = new SmtpClient("smtp.office365.com", 25);
            -         client.Credentials = new NetworkCredential("alerts@contoso.com", Password);
            +         using var client = new GraphTransport(Credential, "alerts@contoso.com");
                      try
                      {
            -             client.Send("alerts@contoso.com", "ops@contoso.com", "Alert", text);
            +             var message = new MimeMessage();
            +             message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +             message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +             message.Subject = "Alert";
            +             message.Body = new TextPart("plain") { Text = text };
            +             message.Headers.Remove(HeaderId.MessageId);
            +             message.Prepare(EncodingConstraint.SevenBit);
            +             client.Send(message);
                          return true;
                      }
            -         catch (SmtpException)
            +         catch (Exception ex) when (ex is GraphException or IOException or AuthenticationException
            +             or NotSupportedException or System.Net.Sockets.SocketException or TimeoutException)
                      {
                          return false;
                      }
                  }
              }
            """
        );

    const string Plain =
        Usings
        + """
            class Mailer
            {
                public void Send(MimeMessage message, string password)
                {
                    using var client = new SmtpClient();
                    client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    client.Authenticate("alerts@contoso.com", password);
                    client.Send(message);
                }
            }
            """;

    [Fact]
    public async Task Only_the_light_bulb_offers_it_and_never_first()
    {
        Assert.Equal(
            ["Use OAuth 2.0", GraphFix.Title],
            (await GraphFix.OfferedAsync(Plain)).Select(action => action.Title)
        );
        Assert.Equal(
            ["Use OAuth 2.0"],
            (await GraphFix.OfferedAsync(Plain, hasPackage: false)).Select(action => action.Title)
        );
        Assert.Equal(Plain, await GraphFix.FixedAllAsync(Plain));
    }

    [Theory]
    [InlineData("a protocol log", "new SmtpClient()", "new SmtpClient(new ProtocolLogger(\"smtp.log\"))")]
    [InlineData(
        "a proxy",
        "client.Connect(",
        "client.ProxyClient = new MailKit.Net.Proxy.Socks5Client(\"proxy\", 1080); client.Connect("
    )]
    [InlineData("a client that leaves", "client.Send(message);", "client.Send(message); Console.WriteLine(client);")]
    [InlineData(
        "a capability",
        "client.Send(message);",
        "if (client.Capabilities.HasFlag(SmtpCapabilities.Size)) client.Send(message);"
    )]
    [InlineData(
        "a status compared",
        "client.Send(message);",
        "try { client.Send(message); } catch (SmtpCommandException e) when (e.StatusCode == SmtpStatusCode.MailboxBusy) { }"
    )]
    [InlineData(
        "a try of its own",
        "client.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls);",
        "try { client.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls); } catch (Exception) { return; }"
    )]
    [InlineData("a consumer account", "alerts@contoso.com", "alerts@outlook.com")]
    [InlineData("a login that changes", "client.Connect(", "var user = \"a@contoso.com\"; client.Connect(")]
    public async Task What_the_transport_cannot_do_is_not_offered(string story, string old, string with)
    {
        var code = Plain.Replace(old, with, StringComparison.Ordinal);
        if (story == "a login that changes")
            code = code.Replace("\"alerts@contoso.com\"", "user", StringComparison.Ordinal);
        if (story == "a client that leaves")
            code = code.Replace("Console.WriteLine(client)", "Kept = client", StringComparison.Ordinal)
                .Replace("class Mailer\n{", "class Mailer\n{\n    SmtpClient? Kept;", StringComparison.Ordinal);
        Assert.DoesNotContain(await GraphFix.OfferedAsync(code), action => action.Title == GraphFix.Title);
    }

    public static TheoryData<string> Programs =>
        [
            .. from client in (string[])
                [
                    "using var client = new SmtpClient();",
                    "using SmtpClient client = new();",
                    "using (var client = new SmtpClient())",
                ]
            from signIn in (string[])
                [
                    "client.Authenticate(\"alerts@contoso.com\", \"P@ssw0rd!\");",
                    "client.Authenticate(new NetworkCredential(\"alerts@contoso.com\", \"P@ssw0rd!\"));",
                    "client.Authenticate(Encoding.UTF8, \"alerts@contoso.com\", \"P@ssw0rd!\");",
                    "client.Authenticate(new SaslMechanismLogin(\"alerts@contoso.com\", \"P@ssw0rd!\"));",
                    "await client.AuthenticateAsync(\"alerts@contoso.com\", \"P@ssw0rd!\").ConfigureAwait(false);",
                ]
            from send in (string[])
                [
                    "client.Send(message);",
                    "await client.SendAsync(message); await client.SendAsync(message); await client.DisconnectAsync(true);",
                ]
            select Program(client, signIn, send),
        ];

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Thirty_programs_deliver_the_same_before_and_after(string program) => GraphFix.RoundTripAsync(program);

    static string Program(string client, string signIn, string send) =>
        Usings
        + $$"""
            class Mailer
            {
                public async Task SendAsync()
                {
                    var message = new MimeMessage { Subject = "Überfällig" };
                    message.From.Add(new MailboxAddress("Alerts", "alerts@contoso.com"));
                    message.To.Add(new MailboxAddress("Ops", "ops@contoso.com"));
                    message.Cc.Add(new MailboxAddress("Chef", "boss@contoso.com"));
                    message.Headers.Add("X-Order", "4711");
                    message.MessageId = "4711@contoso.com";
                    var body = new BodyBuilder { TextBody = "Grüße", HtmlBody = "<p>Grüße</p>" };
                    body.Attachments.Add("report.csv", new byte[] { 1, 2, 3 });
                    message.Body = body.ToMessageBody();
                    await Task.Yield();
                    {{client}}
                    {
                        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                        {{signIn}}
                        {{send}}
                    }
                }
            }
            """;
}
