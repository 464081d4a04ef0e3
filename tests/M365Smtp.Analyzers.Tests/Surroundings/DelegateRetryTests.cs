using M365Smtp.Analyzers.Tests.Extraction;

namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP4009: a retry method of the project that gets the sign-in as a delegate.</summary>
public class DelegateRetryTests
{
    const string Retry =
        "static void Retry(Action action) { for (var i = 0; i < 3; i++) try { action(); return; } catch (Exception) { } }";

    const string RetryAsync =
        "static async Task<T> Retry<T>(Func<Task<T>> action, int most = 3) { for (var i = 0; ; i++) "
        + "try { return await action(); } catch (Exception) { if (i >= most) throw; await Task.Delay(1000); } }";

    const string Counted =
        "static void Retry(Action action, int most) { var n = 0; while (true) try { action(); return; } "
        + "catch (Exception) { if (++n >= most) throw; } }";

    [Theory]
    [InlineData("a lambda", "Retry(() => { SEND });", Retry)]
    [InlineData("a lambda that calls", "Retry(() => Send());", Retry)]
    [InlineData("a method", "Retry(Send);", Retry)]
    [InlineData("a variable", "Action send = () => { SEND }; Retry(send);", Retry)]
    [InlineData("a variable with a method", "Action send = Send; Retry(send);", Retry)]
    [InlineData("a variable called here", "Action a = Send; for (;;) try { a(); break; } catch (Exception) { n++; }", "")]
    [InlineData("in another class", "Again.Retry(() => { SEND });", "} static class Again { public " + Retry)]
    [InlineData("an extension", "Action a = Send; a.Retry();", "} static class Again { public EXTENSION")]
    [InlineData("of another object", "again.Do(() => { SEND });", Object)]
    [InlineData("a result", "await Retry(async () => { await Task.Yield(); SEND return 1; });", RetryAsync)]
    [InlineData("a task", "await Retry(() => SendAsync());", RetryAsync)]
    [InlineData("with a number", "Retry(() => { SEND }, 3);", Counted)]
    [InlineData("with a number from outside", "Retry(() => { SEND }, n);", Counted)]
    [InlineData("called by its name", "Retry(most: 3, action: Send);", Counted)]
    [InlineData(
        "invoked",
        "Retry(() => { SEND });",
        "static void Retry(Action action) { while (true) try { action.Invoke(); break; } catch { Thread.Sleep(1); } }"
    )]
    [InlineData(
        "handed on",
        "Outer(() => { SEND });",
        "static void Outer(Action action) { Retry(action); } " + Retry
    )]
    [InlineData(
        "handed on twice",
        "First(() => { SEND });",
        "static void First(Action action) { Outer(action); } static void Outer(Action action) { Retry(action); } "
            + Retry
    )]
    [InlineData("in parentheses", "Retry((Action)(() => { SEND }));", Retry)]
    [InlineData(
        "handed on in a lambda",
        "Outer(() => { SEND });",
        "static void Outer(Action action) { Retry(() => { Console.Write('.'); action(); }); } " + Retry
    )]
    [InlineData(
        "an answer",
        "Retry(() => { try { SEND return true; } catch (Exception) { return false; } });",
        "static void Retry(Func<bool> action) { while (!action()) Thread.Sleep(1000); }"
    )]
    [InlineData(
        "a method of its own that answers",
        "Retry(Try);",
        "static void Retry(Func<bool> action) { while (!action()) Thread.Sleep(1000); } "
            + "static bool Try() { try { SEND return true; } catch { return false; } }"
    )]
    [InlineData(
        "called in a try method",
        "while (!Try(() => { SEND })) n++;",
        "static bool Try(Action action) { try { action(); return true; } catch (Exception) { return false; } }"
    )]
    [InlineData(
        "with a token to cancel",
        "await Retry(async stop => { await Task.Yield(); SEND }, default);",
        "static async Task Retry(Func<CancellationToken, Task> action, CancellationToken stop) "
            + "{ for (var i = 0; i < 3; i++) try { await action(stop); return; } catch (Exception) { } }"
    )]
    [InlineData(
        "on another thread",
        "for (var i = 0; i < 3; i++) try { await Task.Run(() => { SEND }); return; } catch (Exception) { }",
        ""
    )]
    [InlineData(
        "an answer from another thread",
        "while (!await Task.Run(() => { try { SEND return true; } catch { return false; } })) n++;",
        ""
    )]
    public Task A_method_tries_again(string story, string code, string methods) =>
        Is(story, code, methods, "SMTP4009");

    [Theory]
    [InlineData("once", "Run(() => { SEND });", "static void Run(Action action) { action(); }")]
    [InlineData("only one try", "Retry(() => { SEND }, 1);", Counted)]
    [InlineData("no retries", "await Retry(() => SendAsync(), 0);", RetryAsync)]
    [InlineData("something else", "SEND Retry(() => Console.WriteLine());", Retry)]
    [InlineData("caught before", "Retry(() => { try { SEND } catch (AuthenticationException) { return; } });", Retry)]
    [InlineData(
        "caught by a method before",
        "Retry(Own);",
        Retry + " static void Own() { try { SEND } catch (AuthenticationException) { n++; } }"
    )]
    [InlineData(
        "handed on more often than is followed",
        "Zero(() => { SEND });",
        "static void Zero(Action action) { First(action); } static void First(Action action) { Outer(action); } "
            + "static void Outer(Action action) { Retry(action); } " + Retry
    )]
    [InlineData("not run", "Keep(() => { SEND });", "static Action kept; static void Keep(Action action) { kept = action; }")]
    [InlineData(
        "run for each",
        "Each(all, () => { SEND });",
        "static void Each(string[] all, Action action) { foreach (var one in all) try { action(); } catch (Exception) { n++; } }"
    )]
    [InlineData(
        "run again and again",
        "Serve(() => { SEND });",
        "static void Serve(Action action) { while (true) { try { action(); } catch (Exception) { n++; } Thread.Sleep(1000); } }"
    )]
    [InlineData(
        "a refusal thrown on",
        "Retry(() => { SEND });",
        "static void Retry(Action action) { while (true) try { action(); return; } "
            + "catch (AuthenticationException) { throw; } catch (Exception) { } }"
    )]
    [InlineData(
        "only the connection",
        "Retry(() => { SEND });",
        "static void Retry(Action action) { while (true) try { action(); return; } catch (IOException) { } }"
    )]
    [InlineData(
        "a kind of its own",
        "Retry<IOException>(() => { SEND });",
        "static void Retry<T>(Action action) where T : Exception "
            + "{ while (true) try { action(); return; } catch (T) { } }"
    )]
    [InlineData(
        "a question",
        "Retry(() => { SEND }, e => e is IOException);",
        "static void Retry(Action action, Func<Exception, bool> may) { while (true) try { action(); return; } "
            + "catch (Exception e) when (may(e)) { } }"
    )]
    [InlineData(
        "a question in the clause",
        "Retry(() => { SEND }, e => e is IOException);",
        "static void Retry(Action action, Func<Exception, bool> may) { while (true) try { action(); return; } "
            + "catch (Exception e) { if (!may(e)) throw; } }"
    )]
    [InlineData(
        "somebody is told",
        "Retry(() => { SEND }, e => throw e);",
        "static void Retry(Action action, Action<Exception> failed) { while (true) try { action(); return; } "
            + "catch (Exception e) { failed(e); } }"
    )]
    [InlineData(
        "another token each time",
        "Retry(token => { SEND });",
        "static void Retry(Action<string> action) { while (true) try { action(Console.ReadLine()); return; } "
            + "catch (Exception) { } }"
    )]
    [InlineData(
        "another token after a refusal",
        "Retry(() => { SEND });",
        "static void Retry(Action action) { while (true) try { action(); return; } catch (Exception) { token = Fresh(); } } "
            + "static string Fresh() => Guid.NewGuid().ToString();"
    )]
    [InlineData(
        "another server each time",
        "Retry(i => { token = tokens[i]; SEND });",
        "static string[] tokens; static void Retry(Action<int> action) { for (var i = 0; i < 3; i++) "
            + "try { action(i); return; } catch (Exception) { } }"
    )]
    [InlineData(
        "a command after a refusal",
        "Retry(() => { SEND }, () => token = \"t\" + n);",
        "static void Retry(Action action, Action renew) { while (true) try { action(); return; } "
            + "catch (Exception) { renew(); } }"
    )]
    [InlineData(
        "only started",
        "for (var i = 0; i < 3; i++) try { _ = Task.Run(() => { SEND }); return; } catch (Exception) { }",
        ""
    )]
    public Task A_method_runs_it_once_or_that_is_unknown(string story, string code, string methods) =>
        Is(story, code, methods, "");

    const string Object =
        "static Again again = new(); } class Again { public void Do(Action action) "
        + "{ while (true) { try { action(); } catch (Exception e) { Console.WriteLine(e.Message); continue; } break; } }";

    static async Task Is(string story, string code, string methods, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Report.Of(
                    Report.CSharp(
                        Filled(
                            $$"""
                            using System; using System.IO; using System.Threading;
                            using System.Threading.Tasks; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
                            class C
                            {
                                static string token; static int n; static string[] all;
                                static async Task M() { await Task.Yield(); {{code}} }
                                static void Send() { SEND }
                                static async Task<int> SendAsync() { await Task.Yield(); SEND return 1; }
                                {{methods}}
                            }
                            """
                        )
                    )
                )
            )
        );

    static string Extension => Retry.Replace("(Action", "(this Action", StringComparison.Ordinal);

    static string Filled(string code) =>
        code.Replace("EXTENSION", Extension, StringComparison.Ordinal)
            .Replace(
                "SEND",
                "using var c = new SmtpClient(); c.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls); "
                    + "c.Authenticate(new SaslMechanismOAuth2(\"a@contoso.com\", token)); c.Send(new MimeMessage());",
                StringComparison.Ordinal
            );
}
