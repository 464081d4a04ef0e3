namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Each name and operator that the engine knows, in code that is judged differently without it.</summary>
public class KnownNameTests
{
    [Theory]
    [InlineData("p < 25", 587)]
    [InlineData("p <= 25", 465)]
    [InlineData("p > 25", 587)]
    [InlineData("p >= 25", 465)]
    [InlineData("p == 25", 465)]
    [InlineData("p != 25", 587)]
    [InlineData("p < 26", 465)]
    [InlineData("p <= 24", 587)]
    [InlineData("p > 24", 465)]
    [InlineData("p >= 26", 587)]
    [InlineData("p is 25", 465)]
    [InlineData("(t | f) == true", 465)]
    [InlineData("(t & f) == true", 587)]
    [InlineData("(p | 2) == 27", 465)]
    public void A_comparison_is_evaluated(string condition, int port) =>
        Assert.Equal(
            (condition, $"Send: h:{port} unset, no login"),
            (
                condition,
                Facts.OfBody(
                    $"var p = 25; var t = true; var f = false; new SmtpClient(\"h\", {condition} ? 465 : 587).Send(m);"
                )
            )
        );

    [Theory]
    [InlineData("h.Contains(\"example\")", "465")]
    [InlineData("h.Contains(\"smtp\")", "465")]
    [InlineData("h.Contains(\"office\")", "587")]
    [InlineData("h.Contains(\"EXAMPLE\")", "?")]
    [InlineData("h.Contains(s)", "?")]
    [InlineData("s.Contains(h)", "?")]
    [InlineData("h.StartsWith(\"smtp\")", "465")]
    [InlineData("h.StartsWith(\"org\")", "587")]
    [InlineData("h.StartsWith(\"SMTP\")", "?")]
    [InlineData("h.EndsWith(\"org\")", "465")]
    [InlineData("h.EndsWith(\"smtp\")", "587")]
    [InlineData("h.EndsWith(\"ORG\")", "?")]
    [InlineData("h.Equals(\"smtp.example.org\")", "465")]
    [InlineData("h.Equals(\"SMTP.EXAMPLE.ORG\")", "587")]
    [InlineData("h.Equals(\"SMTP.EXAMPLE.ORG\", System.StringComparison.OrdinalIgnoreCase)", "465")]
    [InlineData("h.Equals(s)", "?")]
    [InlineData("s.Equals(h)", "?")]
    [InlineData("string.Equals(h, \"smtp.example.org\")", "465")]
    [InlineData("string.Equals(h, \"example.org\")", "587")]
    [InlineData("string.IsNullOrEmpty(h)", "587")]
    [InlineData("string.IsNullOrEmpty(e)", "465")]
    [InlineData("string.IsNullOrWhiteSpace(h)", "587")]
    [InlineData("string.IsNullOrWhiteSpace(e)", "465")]
    [InlineData("string.IsNullOrWhiteSpace(s)", "?")]
    [InlineData("h.Trim() == \"smtp.example.org\"", "465")]
    [InlineData("h.ToLower() == \"smtp.example.org\"", "465")]
    [InlineData("h.ToLowerInvariant() == \"smtp.example.org\"", "465")]
    public void A_question_about_a_text_is_answered(string question, string port) =>
        Assert.Equal(
            (question, port == "?" ? Either : $"Send: h:{port} unset, no login"),
            (
                question,
                Facts.OfBody(
                    $"var h = \"smtp.example.org\"; var e = \"\"; new SmtpClient(\"h\", {question} ? 465 : 587).Send(m);"
                )
            )
        );

    const string Either = "Send: h:587 unset, no login / Send: h:465 unset, no login";

    [Theory]
    [InlineData("Task.FromResult(new SmtpClient(\"h\", 465)).Result")]
    [InlineData("Task.FromResult(new SmtpClient(\"h\", 465)).GetAwaiter().GetResult()")]
    [InlineData("Task.FromResult(new SmtpClient(\"h\", 465)).ConfigureAwait(false).GetAwaiter().GetResult()")]
    [InlineData("new System.Lazy<SmtpClient>(() => new SmtpClient(\"h\", 465)).Value")]
    public void A_client_is_read_from_its_container(string client) =>
        Assert.Contains(
            "Send: h:465",
            Facts.OfCSharp(
                $"using System.Net.Mail; using System.Threading.Tasks; class C {{ void M(MailMessage m) {{ var c = {client}; c.Send(m); }} }}"
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Fact")]
    [InlineData("Theory")]
    [InlineData("Test")]
    [InlineData("TestCase")]
    [InlineData("TestMethod")]
    [InlineData("DataTestMethod")]
    public async Task A_unit_test_that_sends_nothing_may_write_anything(string attribute)
    {
        var code = $$"""
            using System; using System.Net.Mail;
            namespace Own { class {{attribute}}Attribute : Attribute { } class OtherAttribute : Attribute { } }
            class C {
                [Own.{{attribute}}] void M(Action<string, int> check) => check("smtp.live.com", 465);
            }
            """;
        Assert.Equal("", await Report.Of(Report.CSharp(code)));
        Assert.NotEqual(
            "",
            await Report.Of(Report.CSharp(code.Replace("[Own." + attribute, "[Own.Other", StringComparison.Ordinal)))
        );
    }

    [Theory]
    [InlineData("Thread.Sleep(2000);")]
    [InlineData("await Task.Delay(2000);")]
    [InlineData("handle.WaitOne();")]
    [InlineData("gate.Wait();")]
    [InlineData("await gate.WaitAsync();")]
    [InlineData("await timer.WaitForNextTickAsync();")]
    [InlineData("await limiter.AcquireAsync();")]
    [InlineData("limiter.Throttle();")]
    [InlineData("limiter.PauseNow();")]
    public async Task A_pause_slows_a_loop_down(string pause)
    {
        Assert.Equal((pause, ""), (pause, await Loop(pause)));
        Assert.Equal("SMTP5001", await Loop(""));
    }

    static Task<string> Loop(string pause) => Pace($"foreach (var m in all) {{ client.Send(m); {pause} }}");

    [Theory]
    [InlineData("all.Chunk(3)")]
    [InlineData("limiter.Batch(all)")]
    [InlineData("limiter.Buffer(all)")]
    [InlineData("limiter.Partition(all)")]
    public async Task Chunks_limit_parallel_sends(string portions)
    {
        Assert.Equal(
            (portions, ""),
            (portions, await Pace($"foreach (var few in {portions}) await Task.WhenAll(few.Select(One));"))
        );
        Assert.Equal("SMTP5002", await Pace("await Task.WhenAll(all.Select(One));"));
    }

    [Theory]
    [InlineData("Task.Run(() => One(m));")]
    [InlineData("Task.Factory.StartNew(() => One(m));")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => One(m));")]
    public async Task Sends_that_are_started_in_a_loop_run_at_once(string start) =>
        Assert.Equal((start, "SMTP5002"), (start, await Pace($"foreach (var m in all) {start}")));

    static Task<string> Pace(string code) =>
        Report.Of(
            Report.CSharp(
                $$"""
                using System; using System.Collections.Generic; using System.Linq; using System.Net; using System.Net.Mail; using System.Threading; using System.Threading.Tasks;
                class C {
                    async Task M(MailMessage[] all, NetworkCredential login, EventWaitHandle handle, SemaphoreSlim gate, PeriodicTimer timer, ILimiter limiter) {
                        var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = login };
                        {{code}}
                        await Task.CompletedTask;
                    }
                    async Task One(MailMessage m) {
                        using var own = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = CredentialCache.DefaultNetworkCredentials };
                        await own.SendMailAsync(m);
                    }
                }
                interface ILimiter {
                    Task<int> AcquireAsync(); void Throttle(); void PauseNow();
                    IEnumerable<MailMessage[]> Batch(MailMessage[] all); IEnumerable<MailMessage[]> Buffer(MailMessage[] all); IEnumerable<MailMessage[]> Partition(MailMessage[] all);
                }
                """
            ),
            "SMTP4001",
            "SMTP4002",
            "SMTP4004",
            "SMTP4005"
        );
}
