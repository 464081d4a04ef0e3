using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Tests;

/// <summary>Code that connects to any caller's host is not changed to suit the host among the defaults.</summary>
public class SharedCallTests
{
    const string Sender = """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        public class Sender
        {
            readonly MailboxOptions options;

            public Sender(MailboxOptions options) => this.options = options;

            public void Send(MimeMessage message)
            {
                using var client = new SmtpClient();
                client.Connect(options.Host, options.Port, options.Tls);
                client.Send(message);
                client.Disconnect(true);
            }

            public async Task SendAsync(MimeMessage message)
            {
                using var client = new SmtpClient();
                await client.ConnectAsync(options.Host, options.Port, options.Tls);
                await client.SendAsync(message);
                await client.DisconnectAsync(true);
            }
        }

        """;

    [Theory]
    [InlineData("465", "bool Tls { get; set; } = true;")]
    [InlineData("587", "bool Tls { get; set; } = true;")]
    [InlineData("587", "bool Tls { get; set; } = false;")]
    public async Task A_switch_without_a_value_for_STARTTLS_is_left_to_the_developer(string port, string tls)
    {
        var (code, solution) = Options(port, tls);
        Assert.Equal(await solution.TextAsync(code), await (await FixedAsync(solution)).TextAsync(code));
    }

    [Fact]
    public async Task Port_and_TLS_change_together_where_they_are_written()
    {
        var (code, solution) = Options(
            "465",
            "SecureSocketOptions Tls { get; set; } = SecureSocketOptions.SslOnConnect;"
        );
        var changed = await (await FixedAsync(solution)).TextAsync(code);
        Assert.StartsWith(Sender, changed);
        Assert.Contains("Port { get; set; } = 587;", changed);
        Assert.Contains("= SecureSocketOptions.StartTls;", changed);
    }

    [Fact]
    public async Task A_client_whose_host_may_be_configured_keeps_its_own_port_and_TLS()
    {
        var code = MarkedCode.Parse(
            """
            using System.Net.Mail;

            using var client = new SmtpClient(Environment.GetEnvironmentVariable("SMTP_HOST") ?? "smtp.office365.com");
            client.Send("a@contoso.com", "b@contoso.com", "Hello", "World");
            """
        );
        var solution = MailProject.Create(code.Files);
        Assert.NotEmpty(await solution.Projects.Single().FindingsAsync(Fix.Analyzer));
        Assert.Equal(await solution.TextAsync(code), await (await FixedAsync(solution)).TextAsync(code));
    }

    static readonly Fix Fix = new(FixKeys.Client, FixKeys.ClientTitle);

    static (MarkedCode, Solution) Options(string port, string tls)
    {
        var code = MarkedCode.Parse(
            Sender
                + $$"""
                public class MailboxOptions
                {
                    public string Host { get; set; } = "smtp.office365.com";
                    public int Port { get; set; } = {{port}};
                    public {{tls}}
                }
                """
        );
        return (code, MailProject.Create(code.Files));
    }

    /// <summary>With every offered fix of host, port and TLS applied in turn.</summary>
    static async Task<Solution> FixedAsync(Solution solution)
    {
        Assert.Empty(await solution.ErrorsAsync());
        for (var round = 0; round < 9; round++)
        {
            var findings = (await solution.Projects.Single().FindingsAsync(Fix.Analyzer)).Where(finding =>
                finding.Id[4] is '1' or '2'
            );
            var actions = await Task.WhenAll(findings.Select(finding => Fix.ActionsAsync(solution, finding)));
            if (actions.SelectMany(offered => offered).FirstOrDefault() is not { } action)
                break;
            solution = await Fix.ResultAsync(action, solution);
        }
        Assert.Empty(await solution.ErrorsAsync());
        return solution;
    }
}
