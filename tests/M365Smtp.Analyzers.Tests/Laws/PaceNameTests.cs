using M365Smtp.Analyzers.Tests.Extraction;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>The names by which the pace of a loop is judged: the same code with another name is judged
/// differently.</summary>
public class PaceNameTests
{
    [Theory]
    [InlineData("AsEnumerable")]
    [InlineData("AsParallel")]
    [InlineData("AsReadOnly")]
    [InlineData("Cast")]
    [InlineData("ConfigureAwait")]
    [InlineData("Distinct")]
    [InlineData("OfType")]
    [InlineData("Order")]
    [InlineData("OrderBy")]
    [InlineData("OrderByDescending")]
    [InlineData("OrderDescending")]
    [InlineData("Reverse")]
    [InlineData("Select")]
    [InlineData("Skip")]
    [InlineData("ThenBy")]
    [InlineData("ThenByDescending")]
    [InlineData("ToArray")]
    [InlineData("ToArrayAsync")]
    [InlineData("ToHashSet")]
    [InlineData("ToImmutableArray")]
    [InlineData("ToImmutableList")]
    [InlineData("ToList")]
    [InlineData("ToListAsync")]
    [InlineData("Where")]
    [InlineData("WithCancellation")]
    public Task A_call_that_makes_no_list_longer(string name) =>
        Depends(
            name,
            $"foreach (var m in new Few {{ new(), new() }}.{name}()) client.Send(m);",
            "",
            $"class Few : List<MimeMessage> {{ public Few {name}() => this; }}"
        );

    [Theory]
    [InlineData("Take")]
    [InlineData("TakeLast")]
    [InlineData("GetRange")]
    public Task A_call_that_takes_a_few(string name) =>
        Depends(
            name,
            $"foreach (var m in own.{name}(0, 20)) client.Send(m);",
            "",
            $"partial interface IOwn {{ List<MimeMessage> {name}(int from, int count); }}"
        );

    [Theory]
    [InlineData("Accept")]
    [InlineData("GetContext")]
    [InlineData("GetConsuming")]
    [InlineData("Receive")]
    public Task A_call_that_waits(string name) =>
        Depends(
            name,
            $"while (true) {{ var m = own.{name}(); client.Send(m); }}",
            "",
            $"partial interface IOwn {{ MimeMessage {name}(); }}"
        );

    [Theory]
    [InlineData("Next")]
    [InlineData("Pick")]
    [InlineData("Rotate")]
    public Task A_call_that_hands_out_another_mailbox(string name) =>
        Depends(
            name,
            $"foreach (var m in all) {{ var user = own.{name}(); As(user, m); }}",
            "",
            $"partial interface IOwn {{ string {name}(); }}"
        );

    [Theory]
    [InlineData("GetLength")]
    [InlineData("GetUpperBound")]
    [InlineData("UBound")]
    [InlineData("RowCount")]
    public Task A_size_of_a_list(string name) =>
        Depends(
            name,
            $"for (var i = 0; i < own.{name}(); i++) client.Send(all[i]);",
            "SMTP5001",
            $"partial interface IOwn {{ int {name}(); }}"
        );

    [Theory]
    [InlineData("Max", "while (i < own.MaxCount)", "")]
    [InlineData("TryTake", "var queue = new BlockingCollection<int>(); while (queue.TryTake(out _))", "")]
    public Task A_loop(string name, string loop, string found) =>
        Depends(
            name,
            $"var i = 0; {loop} {{ client.Send(all[i]); i++; }}",
            found,
            "partial interface IOwn { int MaxCount { get; } } "
                + $"class BlockingCollection<T> {{ public extern bool {name}(out T next); }}"
        );

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAny")]
    [InlineData("WhenAll")]
    [InlineData("WhenAny")]
    public Task A_call_that_waits_for_the_running_ones(string name) =>
        Depends(
            name,
            $$"""
            var running = new List<Task>();
            foreach (var m in all)
            {
                running.Add(One(m));
                if (running.Count == 3) { Microsoft.Task.{{name}}(running); running.Clear(); }
            }
            await Task . WhenAll(running);
            """,
            "",
            $"namespace Microsoft {{ class Task {{ public static extern void {name}(object tasks); }} }}"
        );

    [Theory]
    [InlineData("Add")]
    [InlineData("Insert")]
    [InlineData("Union")]
    [InlineData("Push")]
    [InlineData("Enqueue")]
    public Task A_call_that_makes_a_list_longer(string name) =>
        Depends(
            name,
            $"var few = new Few {{ new() }}; foreach (var m in all) few.{name}(m); "
                + "foreach (var m in few) client.Send(m);",
            "SMTP5001",
            $"class Few : List<MimeMessage> {{ public extern void {name}(MimeMessage one); }}"
        );

    [Theory]
    [InlineData("Log")]
    [InlineData("Write")]
    [InlineData("Trace")]
    [InlineData("Debug")]
    [InlineData("Info")]
    [InlineData("Warn")]
    [InlineData("Error")]
    public Task A_call_that_writes_a_log(string name) =>
        Depends(
            name,
            $"for (;;) try {{ Sign(); break; }} catch (Exception e) {{ own.{name}(e); }}",
            "SMTP4009",
            $"partial interface IOwn {{ void {name}(Exception e); }}"
        );

    [Theory]
    [InlineData("Serilog")]
    [InlineData("NLog")]
    [InlineData("log4net")]
    public Task A_library_that_writes_a_log(string name) =>
        Depends(
            name,
            $"for (;;) try {{ Sign(); break; }} catch (Exception e) {{ own.Fatal(e); }}",
            "SMTP4009",
            $"partial interface IOwn : {name}.ILogger {{ }} "
                + $"namespace {name} {{ interface ILogger {{ void Fatal(Exception e); }} }}"
        );

    [Theory]
    [InlineData("StopApplication")]
    [InlineData("Cancel")]
    [InlineData("CancelAsync")]
    [InlineData("Abort")]
    [InlineData("Shutdown")]
    public Task A_call_that_ends_the_program(string name) =>
        Depends(
            name,
            $"for (;;) try {{ Sign(); break; }} catch (Exception) {{ own.{name}(); }}",
            "",
            $"partial interface IOwn {{ void {name}(); }}"
        );

    [Theory]
    [InlineData("Invalidate")]
    [InlineData("Next")]
    [InlineData("Prompt")]
    [InlineData("Refresh")]
    [InlineData("Renew")]
    [InlineData("Rotate")]
    [InlineData("Switch")]
    public Task A_call_that_brings_another_login(string name) =>
        Depends(
            name,
            $"for (;;) try {{ Sign(); break; }} catch (Exception) {{ own.{name}Login(); }}",
            "",
            $"partial interface IOwn {{ void {name}Login(); }}"
        );

    static async Task Depends(string name, string code, string found, string types)
    {
        Assert.Equal((name, found), (name, await Of(code, types)));
        var renamed = await Of(
            code.Replace("." + name, ".Renamed", StringComparison.Ordinal),
            types.Replace(name, "Renamed", StringComparison.Ordinal)
        );
        Assert.NotEqual((name, found), (name, renamed));
    }

    static Task<string> Of(string code, string types) =>
        Report.Of(
            Report.CSharp(
                $$"""
                using System; using System.Collections.Generic; using System.Threading.Tasks;
                using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
                {{types}}
                partial interface IOwn { }
                class C
                {
                    async Task M(List<MimeMessage> all, IOwn own)
                    {
                        using var client = new SmtpClient();
                        client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                        client.Authenticate(new SaslMechanismOAuth2("a@contoso.com", "t"));
                        {{code}}
                        await Task.Yield();
                    }
                    static Task One(MimeMessage m)
                    {
                        using var own = new SmtpClient();
                        own.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                        own.Authenticate(new SaslMechanismOAuth2("a@contoso.com", "t"));
                        return own.SendAsync(m);
                    }
                    static void As(string user, MimeMessage m)
                    {
                        using var own = new SmtpClient();
                        own.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                        own.Authenticate(new SaslMechanismOAuth2(user, "t"));
                        own.Send(m);
                    }
                    static void Sign()
                    {
                        using var own = new SmtpClient();
                        own.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                        own.Authenticate(new SaslMechanismOAuth2("a@contoso.com", "t"));
                    }
                }
                """
            )
        );
}
