namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP5001 and SMTP5002: a loop that waits for its next mail, and calls that are as many as are
/// written.</summary>
public class QueueTests
{
    static string In(string body) =>
        $$"""
        async Task M(System.Threading.Channels.ChannelReader<MimeMessage> queue, MimeMessage a, MimeMessage d, List<MimeMessage> all)
        {
            using var c = new MailKit.Net.Smtp.SmtpClient();
            await c.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            await c.AuthenticateAsync(new SaslMechanismOAuth2("a@contoso.com", Console.ReadLine()));
            {{body}}
        }
        """;

    [Theory]
    [InlineData("while (true) { var mail = await queue.ReadAsync(); await c.SendAsync(mail); }", "")]
    [InlineData("do { var mail = await queue.ReadAsync(); await c.SendAsync(mail); } while (true);", "")]
    [InlineData("while (queue.TryRead(out var mail)) { await c.SendAsync(mail); }", "while")]
    [InlineData("foreach (var mail in all) { await Console.Out.WriteLineAsync(); await c.SendAsync(mail); }", "foreach")]
    public async Task A_loop_that_waits_for_work_goes_at_the_pace_of_the_work(string body, string loop) =>
        Assert.Equal(loop, await Found.In("SMTP5001", In(body)));

    [Fact]
    public async Task A_few_calls_written_one_by_one_are_no_crowd() =>
        Assert.Equal("", await Found.In("SMTP5002", In("Parallel.Invoke(() => c.Send(a), () => c.Send(d));")));
}
