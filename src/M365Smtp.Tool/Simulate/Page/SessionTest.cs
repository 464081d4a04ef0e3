using System.Globalization;
using System.Text;
using M365Smtp.Simulator;

namespace M365Smtp.Tool.Simulate.Page;

/// <summary>A session as an xunit test that replays it with MailKit against <see cref="SmtpSimulator"/>.</summary>
internal static class SessionTest
{
    enum Ending
    {
        SignInRefused,
        SendRefused,
        Delivered,
        Connected,
    }

    public static string Of(PageSession session, GateSwitches switches, Scenario? scripted)
    {
        var refusal = session.Lines.Select(line => line.Text).LastOrDefault(IsRefusal);
        var ending = EndingOf(session, refusal);
        var text = new StringBuilder();
        text.AppendLine("using M365Smtp.Simulator;");
        text.AppendLine("using MailKit.Net.Smtp;");
        text.AppendLine("using MailKit.Security;");
        text.AppendLine("using MimeKit;");
        text.AppendLine("using Xunit;");
        text.AppendLine();
        text.AppendLine("public class ReplayedSession");
        text.AppendLine("{");
        text.AppendLine("    [Fact]");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"    public async Task Session_{session.Number}_ends_the_same_way()"
        );
        text.AppendLine("    {");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"        await using var server = await SmtpSimulator.StartAsync({Tenant(switches, scripted)});"
        );
        text.AppendLine(
            "        using var client = new SmtpClient { ServerCertificateValidationCallback = "
                + "server.Certificate.Validate };"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"        await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.{TlsOf(session)});"
        );
        foreach (var line in Steps(session, ending, refusal))
            text.AppendLine("        " + line);
        text.AppendLine("    }");
        text.AppendLine("}");
        return text.ToString();
    }

    static string Tenant(GateSwitches switches, Scenario? scripted)
    {
        if (scripted is not null)
            return $"Scenario.Find({Literal(scripted.Name)})!";
        var mailbox = new StringBuilder("mailbox => mailbox");
        if (switches.Mailbox != "inherit")
            mailbox.Append(
                CultureInfo.InvariantCulture,
                $".SmtpClientAuthenticationDisabled({(switches.Mailbox == "off" ? "true" : "false")})"
            );
        if (switches.Locked)
            mailbox.Append(".Locked()");
        mailbox.Append(CultureInfo.InvariantCulture, $".MessageRate({switches.MessagesPerMinute})");
        mailbox.Append(CultureInfo.InvariantCulture, $".ConcurrentConnections({switches.Connections})");
        mailbox.Append(CultureInfo.InvariantCulture, $".RecipientsPerDay({switches.RecipientsPerDay})");
        var gates =
            (switches.SecurityDefaults ? ".SecurityDefaults()" : "")
            + (switches.TenantOff ? ".SmtpClientAuthenticationDisabled()" : "")
            + (switches.BasicBlocked ? ".AllowBasicAuthSmtp(false)" : "")
            + (switches.LegacyBlocked ? ".BlockLegacyAuthentication()" : "")
            + (switches.BasicRetired ? ".BasicAuthRetired()" : "");
        return $"tenant => tenant\n            .Mailbox({Literal(Scenario.Mailbox)}, {Literal(Scenario.Password)}, {mailbox}){gates}";
    }

    static IEnumerable<string> Steps(PageSession session, Ending ending, string? refusal)
    {
        const string SignIn = $"client.AuthenticateAsync(\"{Scenario.Mailbox}\", \"{Scenario.Password}\")";
        var signsIn = session.Lines.Any(line => line.Text.StartsWith("C: AUTH", StringComparison.OrdinalIgnoreCase));
        if (ending == Ending.SignInRefused)
        {
            yield return $"var refused = await Assert.ThrowsAnyAsync<Exception>(() => {SignIn});";
            yield return $"Assert.Contains({Literal(Words(refusal!))}, refused.Message);";
            yield break;
        }
        if (signsIn)
            yield return $"await {SignIn};";
        if (ending == Ending.Connected)
            yield break;
        yield return "var message = new MimeMessage { Subject = \"replayed\", Body = new TextPart(\"plain\") { Text = \"replayed\" } };";
        yield return $"message.From.Add(MailboxAddress.Parse({Literal(Address(session, "C: MAIL FROM:") ?? Scenario.Mailbox)}));";
        yield return $"message.To.Add(MailboxAddress.Parse({Literal(Address(session, "C: RCPT TO:") ?? "to@contoso.com")}));";
        if (ending == Ending.Delivered)
        {
            yield return "await client.SendAsync(message);";
            yield return "Assert.NotEmpty(server.Messages.Concat(server.Deferred));";
            yield break;
        }
        yield return "var refused = await Assert.ThrowsAnyAsync<Exception>(() => client.SendAsync(message));";
        yield return $"Assert.Contains({Literal(Words(refusal!))}, refused.Message);";
    }

    static Ending EndingOf(PageSession session, string? refusal)
    {
        var lines = session.Lines.Select(line => line.Text).ToList();
        if (refusal is null)
            return lines.Exists(line => line.StartsWith("S: 250 2.0.0", StringComparison.Ordinal))
                ? Ending.Delivered
                : Ending.Connected;
        var command = lines.Take(lines.LastIndexOf(refusal)).LastOrDefault(IsCommand) ?? "";
        return command.StartsWith("C: AUTH", StringComparison.OrdinalIgnoreCase)
            ? Ending.SignInRefused
            : Ending.SendRefused;
    }

    static bool IsRefusal(string line) =>
        line.Length > 6 && line.StartsWith("S: ", StringComparison.Ordinal) && line[3] is '4' or '5';

    static bool IsCommand(string line) =>
        new[] { "AUTH", "MAIL", "RCPT", "DATA", "BDAT", "STARTTLS" }.Any(verb =>
            line.StartsWith("C: " + verb, StringComparison.OrdinalIgnoreCase)
        );

    static string TlsOf(PageSession session) =>
        session.Lines.Any(line => line.Text.Equals("C: STARTTLS", StringComparison.OrdinalIgnoreCase))
            ? "StartTls"
            : "None";

    // Without code, bracket and link: the part that is the same in every session.
    static string Words(string refusal)
    {
        var words = refusal[3..].Split(' ', 3)[^1];
        var end = words.IndexOfAny(['[', '.']);
        return (end < 0 ? words : words[..end]).Trim();
    }

    static string? Address(PageSession session, string command)
    {
        var line = session
            .Lines.Select(line => line.Text)
            .FirstOrDefault(line => line.StartsWith(command, StringComparison.OrdinalIgnoreCase));
        var open = line?.IndexOf('<') ?? -1;
        var close = line?.IndexOf('>') ?? -1;
        return open >= 0 && close > open + 1 ? line![(open + 1)..close] : null;
    }

    static string Literal(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
