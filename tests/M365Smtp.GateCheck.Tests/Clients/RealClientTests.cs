using System.Net;
using System.Net.Mail;
using M365Smtp.Knowledge;
using M365Smtp.Simulator;
using MailKit.Security;
using MimeKit;
using MailKitClient = MailKit.Net.Smtp.SmtpClient;

namespace M365Smtp.Tests.Clients;

/// <summary>Every reply text, as real clients report it.</summary>
public class RealClientTests
{
    const string Frontend = "FR4P281CA0258.DEUP281.PROD.OUTLOOK.COM";

    public static TheoryData<int> Rows =>
        [.. Enumerable.Range(0, Replies.All.Length).Where(at => Replies.All[at].IsVerbatim)];

    static string Line(ReplyRow row) =>
        ReplyFormat.Line(
            row,
            Frontend,
            ReplyFormat.Bracket(Frontend, new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), 0x08DEB430F51D1974),
            Scenario.Mailbox,
            "ceo@contoso.com"
        );

    static SmtpStage StageOf(ReplyRow row) =>
        row.Stage switch
        {
            ReplyStage.Connect => SmtpStage.Banner,
            ReplyStage.StartTls => SmtpStage.EhloAfterTls,
            ReplyStage.Auth => SmtpStage.Auth,
            ReplyStage.MailFrom => SmtpStage.MailFrom,
            ReplyStage.Rcpt => SmtpStage.RcptTo,
            _ => SmtpStage.Message,
        };

    static Task<SmtpSimulator> ServerSaying(ReplyRow row) =>
        SmtpSimulator.StartAsync(tenant =>
            tenant
                .Mailbox(Scenario.Mailbox, Scenario.Password, mailbox => mailbox.Token(Scenario.Token))
                .Reply(StageOf(row), Line(row))
        );

    [Theory, MemberData(nameof(Rows))]
    public async Task System_Net_Mail(int row)
    {
        await using var server = await ServerSaying(Replies.All[row]);

        var thrown = await Record.ExceptionAsync(() => SendWithSystemNetMailAsync(server));

        AssertExplained(Replies.All[row], Assert.IsAssignableFrom<SmtpException>(thrown));
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task MailKit_with_a_password(int row)
    {
        await using var server = await ServerSaying(Replies.All[row]);

        var thrown = await Record.ExceptionAsync(() =>
            SendWithMailKitAsync(server, client => client.AuthenticateAsync(Scenario.Mailbox, Scenario.Password))
        );

        AssertExplained(Replies.All[row], thrown);
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task MailKit_with_a_token(int row)
    {
        await using var server = await ServerSaying(Replies.All[row]);

        var thrown = await Record.ExceptionAsync(() =>
            SendWithMailKitAsync(
                server,
                client => client.AuthenticateAsync(new SaslMechanismOAuth2(Scenario.Mailbox, Scenario.Token))
            )
        );

        AssertExplained(Replies.All[row], thrown);
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task The_probe(int row)
    {
        await using var server = await ServerSaying(Replies.All[row]);

        var report = await GateCheck.RunAsync(
            new()
            {
                Host = server.Host,
                Port = server.Port,
                Mailbox = Scenario.Mailbox,
                Password = Scenario.Password,
                SendTestFrom = Scenario.Mailbox,
                TrustedAuthority = server.Certificate.Authority,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(Replies.All[row].Cause, report.Refusal?.Cause);
        Assert.DoesNotContain(Scenario.Password, report.ToString());
    }

    [Theory]
    [InlineData("TenantSmtpAuthOff", "TenantSmtpAuth")]
    [InlineData("MailboxSmtpAuthOff", "MailboxSmtpAuth")]
    [InlineData("SecurityDefaults", "SecurityDefaults")]
    [InlineData("PolicyBlock", "ConditionalAccess")]
    [InlineData("BadCredentials", "Credentials")]
    [InlineData("AccountLocked", "AccountLock")]
    [InlineData("BasicDisabled", "BasicAuth")]
    [InlineData("BasicRetired", "BasicAuth")]
    public async Task A_closed_gate_looks_the_same_through_every_client(string scenario, string gate)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Find(scenario)!);

        ReplyExplanation[] seen =
        [
            SmtpReply.Explain((await Record.ExceptionAsync(() => SendWithSystemNetMailAsync(server)))!),
            SmtpReply.Explain(
                (
                    await Record.ExceptionAsync(() =>
                        SendWithMailKitAsync(
                            server,
                            client => client.AuthenticateAsync(Scenario.Mailbox, Scenario.Password)
                        )
                    )
                )!
            ),
        ];

        Assert.All(
            seen,
            explanation =>
                Assert.Equal(
                    (scenario, gate, RetryAdvice.Never),
                    (explanation.Cause.ToString(), explanation.Gate.ToString(), explanation.Retry)
                )
        );
    }

    [Theory]
    [InlineData(SmtpStage.MailFrom, "550 5.1.8 Access denied, bad outbound sender", 550)]
    [InlineData(SmtpStage.RcptTo, "452 4.5.3 Too many recipients", 452)]
    [InlineData(
        SmtpStage.Message,
        "554 5.2.252 SendAsDenied; alerts@contoso.com not allowed to send as ceo@contoso.com",
        554
    )]
    public async Task A_refusal_after_the_sign_in_keeps_its_code_in_MailKit(SmtpStage stage, string reply, int code)
    {
        await using var server = await SmtpSimulator.StartAsync(tenant =>
            tenant.Mailbox(Scenario.Mailbox, Scenario.Password).Reply(stage, reply)
        );

        var thrown = await Record.ExceptionAsync(() =>
            SendWithMailKitAsync(server, client => client.AuthenticateAsync(Scenario.Mailbox, Scenario.Password))
        );

        Assert.IsType<MailKit.Net.Smtp.SmtpCommandException>(thrown);
        Assert.Equal(code, SmtpReply.Explain(thrown).Code);
    }

    [Fact]
    public async Task The_probe_sends_one_line_less_than_MailKit()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using (var client = new MailKitClient { ServerCertificateValidationCallback = server.Certificate.Validate })
        {
            await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.StartTls);
            client.AuthenticationMechanisms.Remove("XOAUTH2");
            await client.AuthenticateAsync(Scenario.Mailbox, Scenario.Password);
            await client.DisconnectAsync(quit: true);
        }
        await GateCheck.RunAsync(
            new()
            {
                Host = server.Host,
                Port = server.Port,
                Mailbox = Scenario.Mailbox,
                Password = Scenario.Password,
                TrustedAuthority = server.Certificate.Authority,
            },
            TestContext.Current.CancellationToken
        );

        var said = server
            .Sessions.Select(session =>
                session.Transcript.Count(line => line.StartsWith("C: ", StringComparison.Ordinal))
            )
            .ToList();

        Assert.Equal([7, 6], said);
    }

    static void AssertExplained(ReplyRow row, Exception? thrown)
    {
        Assert.NotNull(thrown);
        var explanation = SmtpReply.Explain(thrown, Scenario.Mailbox);
        Assert.True(
            row.Cause == explanation.Cause,
            $"{Line(row)}\nwas taken for {explanation.Cause} from\n{thrown.GetType()}: {thrown.Message}"
        );
    }

    static async Task SendWithSystemNetMailAsync(SmtpSimulator server)
    {
#pragma warning disable SYSLIB0014 // The only way to make this client trust a certificate.
        ServicePointManager.ServerCertificateValidationCallback = server.Certificate.Validate;
#pragma warning restore SYSLIB0014
        using var client = new SmtpClient(server.Host, server.Port)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(Scenario.Mailbox, Scenario.Password),
        };
        await client.SendMailAsync(Scenario.Mailbox, "ann@example.com", "Disk full", "Really.");
    }

    static async Task SendWithMailKitAsync(SmtpSimulator server, Func<MailKitClient, Task> signIn)
    {
        using var client = new MailKitClient { ServerCertificateValidationCallback = server.Certificate.Validate };
        await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.StartTls);
        await signIn(client);
        await client.SendAsync(
            new MimeMessage(
                [MailboxAddress.Parse(Scenario.Mailbox)],
                [MailboxAddress.Parse("ann@example.com")],
                "Disk full",
                new TextPart("plain") { Text = "Really." }
            )
        );
    }
}
