namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP5001 and SMTP5002: a loop that waits for its next mail, and calls that are as many as are
/// written.</summary>
public class QueueTests
{
    static string In(string body) =>
        $$"""
            async Task M(
                System.Threading.Channels.ChannelReader<MimeMessage> queue,
                MimeMessage a, MimeMessage d,
                List<MimeMessage> all, MimeMessage[] some)
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
    [InlineData(
        "foreach (var mail in all) { await Console.Out.WriteLineAsync(); await c.SendAsync(mail); }",
        "foreach"
    )]
    public async Task A_loop_that_waits_for_work_goes_at_the_pace_of_the_work(string body, string loop) =>
        Assert.Equal(loop, await Found.In("SMTP5001", In(body)));

    [Theory]
    [InlineData("the next one from behind", "var n = all.Count; while (n-- > 0) c.Send(all[n]);", "while")]
    [InlineData("from behind in an array", "var n = some.Length; while (n-- > 0) c.Send(some[n]);", "while")]
    [InlineData("a task under its general type", "foreach (var mail in all) await (Task)c.SendAsync(mail);", "foreach")]
    [InlineData("the first and no more", "foreach (var mail in all) { c.Send(mail); break; }", "")]
    [InlineData("the first and out", "foreach (var mail in all) { c.Send(mail); return; }", "")]
    [InlineData("only started", "foreach (var mail in all) { _ = c.SendAsync(mail); }", "")]
    [InlineData("the same again", "while (all.Count > 0) c.Send(a);", "")]
    public async Task A_mail_a_turn_or_only_one(string story, string body, string loop) =>
        Assert.Equal((story, loop), (story, await Found.In("SMTP5001", In(body))));

    [Theory]
    [InlineData("foreach (var to in names) { c.Send(a); a.Subject = x; x = y; y = to; }", "foreach")]
    [InlineData("foreach (var to in names) { c.Send(a); a.Subject = x; x = y; y = z; z = to; }", "")]
    public async Task A_change_is_followed_over_three_turns(string body, string loop) =>
        Assert.Equal(
            loop,
            await Found.In(
                "SMTP5001",
                In("var names = Console.ReadLine().Split(' '); string x = null, y = null, z = null; " + body)
            )
        );

    [Fact]
    public async Task A_few_calls_written_one_by_one_are_no_crowd() =>
        Assert.Equal("", await Found.In("SMTP5002", In("Parallel.Invoke(() => c.Send(a), () => c.Send(d));")));
}
