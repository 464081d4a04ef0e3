using M365Smtp.Analyzers.Tests.Extraction;

namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP4009: what the code after a refused sign-in does, on its way to the next one.</summary>
public class RefusalPathTests
{
    [Theory]
    [InlineData(
        "a flag of the condition",
        "for (var i = 0; i < 3 && !stop; i++) try { SIGNIN; stop = true; } catch "
            + "(AuthenticationException) { stop = true; }"
    )]
    [InlineData("a counter", "while (left-- > 0) try { SIGNIN; break; } catch (AuthenticationException) { left = 0; }")]
    [InlineData(
        "the counter of a for",
        "for (var i = 0; i < 3; i++) try { SIGNIN; break; } catch (AuthenticationException) { i = 99; }"
    )]
    [InlineData(
        "the condition of a do",
        "var again = true; do try { SIGNIN; break; } catch (AuthenticationException) { again = false; } while (again);"
    )]
    [InlineData(
        "a local",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { var fatal = e is "
            + "AuthenticationException; if (fatal) throw; }"
    )]
    [InlineData(
        "a helper's answer",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { var retry = IsTransient(e); if (!retry) throw; }"
    )]
    [InlineData(
        "a helper's tuple",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { var (retry, why) = Classify(e); if (!retry) throw; }"
    )]
    [InlineData(
        "a helper's out parameter",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { Decide(e, out var retry); if (!retry) throw; }"
    )]
    [InlineData(
        "a text of the exception",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { var text = e.Message; if "
            + "(text.Contains(\"535\")) throw; }"
    )]
    [InlineData(
        "a result of its own",
        "for (;;) { Outcome end = null; try { SIGNIN; break; } catch (Exception e) { end = new "
            + "Outcome(e); } if (!end.Again) break; }"
    )]
    [InlineData(
        "a flag that one side of a choice leaves as it is",
        "while (!failed) try { SIGNIN; break; } catch (Exception e) { if (tries > 2) Show(e); else failed = e is "
            + "AuthenticationException; }"
    )]
    [InlineData(
        "a flag that the other side leaves as it is",
        "while (!failed) try { SIGNIN; break; } catch (Exception e) { if (tries > 2) failed = e is "
            + "AuthenticationException; else Show(e); }"
    )]
    [InlineData("a helper that throws", "for (;;) try { SIGNIN; break; } catch (Exception e) { Handle(e); }")]
    [InlineData("an unknown helper", "for (;;) try { SIGNIN; break; } catch (Exception e) { policy.Handle(e); }")]
    [InlineData("a helper that always throws", "for (;;) try { SIGNIN; break; } catch (Exception) { Fail(); }")]
    [InlineData("a helper that never returns", "for (;;) try { SIGNIN; break; } catch (Exception) { Never(); }")]
    [InlineData("a helper that sets the flag", "while (!failed) try { SIGNIN; break; } catch (Exception) { Give(); }")]
    [InlineData(
        "a helper of the method",
        "void Local(Exception e) { if (e is AuthenticationException) throw e; } for (;;) try { SIGNIN; "
            + "break; } catch (Exception e) { Local(e); }"
    )]
    [InlineData(
        "the exception thrown on",
        "for (;;) try { SIGNIN; break; } catch (AuthenticationException e) { "
            + "System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e).Throw(); } catch "
            + "(IOException) { }"
    )]
    [InlineData(
        "finally",
        "while (!stop) try { SIGNIN; } catch (AuthenticationException e) { "
            + "Console.WriteLine(e.Message); } finally { stop = true; }"
    )]
    [InlineData(
        "finally that asks for one more on some paths",
        "var again = false; do { again = false; try { SIGNIN; } catch (AuthenticationException) { } finally { if "
            + "(tries > 2) again = true; } } while (again);"
    )]
    [InlineData(
        "finally, on some paths",
        "while (!stop) try { SIGNIN; } catch (AuthenticationException) { } finally { if (c.IsConnected) stop = true; }"
    )]
    [InlineData(
        "goto",
        "for (;;) try { SIGNIN; break; } catch (AuthenticationException) { goto end; } end: Console.WriteLine();"
    )]
    [InlineData(
        "an exit behind the try",
        "for (var i = 0; i < 3; i++) { try { SIGNIN; } catch (AuthenticationException) { "
            + "Console.WriteLine(); } break; }"
    )]
    [InlineData(
        "a flag behind the try",
        "for (;;) { try { SIGNIN; break; } catch (AuthenticationException) { stop = true; } if (stop) break; }"
    )]
    [InlineData(
        "a flag before the try",
        "for (;;) { if (stop) return; try { SIGNIN; break; } catch (AuthenticationException) { stop = true; } }"
    )]
    [InlineData(
        "the error as a flag",
        "Exception error = null; while (error == null) try { SIGNIN; break; } catch "
            + "(AuthenticationException e) { error = e; }"
    )]
    [InlineData(
        "a list of errors",
        "var errors = new List<Exception>(); while (errors.Count == 0) try { SIGNIN; break; } catch "
            + "(Exception e) { errors.Add(e); }"
    )]
    [InlineData(
        "a member of an object",
        "var state = new State(); while (!state.Failed) try { SIGNIN; break; } catch (Exception) { "
            + "state.Failed = true; }"
    )]
    [InlineData(
        "a token",
        "while (!source.Token.IsCancellationRequested) try { SIGNIN; break; } catch (Exception) { source.Cancel(); }"
    )]
    [InlineData(
        "a flag set before the try",
        "var again = true; while (again) { again = false; try { SIGNIN; } "
            + "catch (IOException) { again = true; } catch (AuthenticationException) { } }"
    )]
    [InlineData(
        "only one turn",
        "for (var i = 0; i < 1; i++) try { SIGNIN; break; } catch (AuthenticationException) { }"
    )]
    [InlineData(
        "an exception of its own",
        "for (;;) try { try { SIGNIN; break; } catch (AuthenticationException e) { "
            + "throw new InvalidOperationException(\"\", e); } } "
            + "catch (Exception e) when (e is not InvalidOperationException) { }"
    )]
    [InlineData(
        "an exception of its own with a clause of its own",
        "for (;;) try { try { SIGNIN; break; } catch (AuthenticationException e) { "
            + "throw new InvalidOperationException(\"\", e); } } "
            + "catch (InvalidOperationException) { throw; } catch (Exception) { }"
    )]
    [InlineData(
        "a delegate",
        "Action<Exception> seen = e => throw e; for (;;) try { SIGNIN; break; } catch (Exception e) { seen(e); }"
    )]
    [InlineData(
        "a method that is asked",
        "while (MayGoOn()) try { SIGNIN; break; } catch (AuthenticationException) { failed = true; }"
    )]
    [InlineData(
        "a time that is not shown",
        "var end = DateTime.Now.AddHours(1); while (DateTime.Now < end) try { SIGNIN; break; } "
            + "catch (AuthenticationException) { end = DateTime.MinValue; }"
    )]
    [InlineData(
        "another token",
        "for (;;) try { SIGNIN; break; } catch (AuthenticationException) { p = Console.In.ReadToEnd(); }"
    )]
    [InlineData(
        "another token by a method",
        "for (;;) try { Signed(); break; } catch (AuthenticationException) { Replace(); }"
    )]
    [InlineData(
        "a token asked for in the called method",
        "for (;;) try { Asked(); break; } catch (AuthenticationException) { n++; }"
    )]
    [InlineData(
        "a called method that ends with the refusal",
        "for (;;) try { Ended(); break; } catch (Exception) { n++; }"
    )]
    [InlineData(
        "a lambda",
        "Action run = () => { for (;;) try { Once(); break; } catch (Exception e) { var stay = e is "
            + "IOException; if (!stay) throw; } };"
    )]
    [InlineData(
        "a local function",
        "void Run() { for (;;) try { Once(); break; } catch (Exception e) { var stay = e is "
            + "IOException; if (!stay) throw; } }"
    )]
    [InlineData(
        "an element each time",
        "foreach (var word in new[] { \"a\", \"b\" }) try { p = word; SIGNIN; return; } catch (Exception) { n++; }"
    )]
    [InlineData(
        "a token each time",
        "foreach (var word in new[] { \"a\", \"b\" }) { var next = word; try { p = next; SIGNIN; return; } "
            + "catch (Exception) { n++; } }"
    )]
    [InlineData(
        "one of several kinds",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { if (e is IOException) Console.WriteLine(1); "
            + "else if (e is AuthenticationException) stop = true; else Console.WriteLine(2); if (stop) break; }"
    )]
    [InlineData(
        "in more ways than are looked at",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { if (e is IOException) n = 1; "
            + "if (e is TimeoutException) n = 2; if (e is FormatException) n = 3; if (e is ArgumentException) n = 4; "
            + "if (e is AuthenticationException) throw; }"
    )]
    [InlineData(
        "an error counted",
        "var errors = new List<Exception>(); while (errors.Count < 1) try { SIGNIN; return; } catch (Exception e) "
            + "{ errors.Add(e); }"
    )]
    [InlineData(
        "errors of one kind counted",
        "var errors = new List<Exception>(); while (errors.Count < 5) try { SIGNIN; return; } catch (Exception e) "
            + "{ errors.Add(e); errors.RemoveAll(one => one is IOException); }"
    )]
    [InlineData(
        "errors looked at",
        "var errors = new List<Exception>(); while (errors.Count < 5) try { SIGNIN; return; } catch (Exception e) "
            + "{ errors.Add(e); if (errors[0] is AuthenticationException) throw; }"
    )]
    [InlineData(
        "errors counted by others",
        "var errors = new List<Exception>(); while (errors.Count < 5) try { SIGNIN; return; } catch (Exception e) "
            + "{ errors.Add(e); Fill(errors); }"
    )]
    [InlineData(
        "errors from outside",
        "while (given.Count < 5) try { SIGNIN; return; } catch (Exception e) { given.Add(e); }"
    )]
    [InlineData(
        "a text that is looked at",
        "string error = null; do { try { SIGNIN; error = null; } catch (Exception e) { error = e.Message; } } "
            + "while (error != null && error.StartsWith(\"4\"));"
    )]
    [InlineData(
        "an inner error",
        "Exception error = null; do { try { SIGNIN; error = null; } catch (Exception e) { error = e.InnerException; } } "
            + "while (error != null);"
    )]
    [InlineData(
        "a service",
        "for (;;) { var ok = true; try { SIGNIN; } catch (Exception) { ok = false; } if (ok) n++; }"
    )]
    [InlineData(
        "a client of another account",
        "for (var i = 0; i < 3; i++) try { SIGNIN; return; } catch (Exception) { c = Open(); }"
    )]
    [InlineData(
        "the first failure in a list",
        "var errors = new List<Exception>(); while (errors.Count < 1) try { SIGNIN; break; } catch (Exception e) { "
            + "errors.Add(e); }"
    )]
    [InlineData(
        "the second failure in a list",
        "var errors = new List<Exception>(); errors.Add(null); while (errors.Count == 1) try { SIGNIN; break; } "
            + "catch (Exception e) { errors.Add(e); }"
    )]
    [InlineData(
        "a list that is taken from",
        "var errors = new List<Exception>(); while (errors.Count == 0) try { SIGNIN; break; } catch (Exception e) { "
            + "errors.Add(e); errors.Remove(e); }"
    )]
    [InlineData(
        "a number not small enough",
        "var i = 0; while (i <= 0) try { SIGNIN; break; } catch (AuthenticationException) { i = i + 1; }"
    )]
    [InlineData(
        "a number not large enough",
        "var i = 1; while (i > 0) try { SIGNIN; break; } catch (AuthenticationException) { i = i - 1; }"
    )]
    [InlineData(
        "a number just not large enough",
        "var i = 1; while (i >= 1) try { SIGNIN; break; } catch (AuthenticationException) { i -= 1; }"
    )]
    [InlineData(
        "both of two flags",
        "var again = true; while (again & !failed) try { SIGNIN; break; } catch (AuthenticationException) { "
            + "again = false; }"
    )]
    [InlineData(
        "more questions than are followed",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { "
            + "if (IsTransient(e)) tries++; if (IsTransient(e)) tries++; "
            + "if (IsTransient(e)) tries++; if (IsTransient(e)) tries++; if (IsTransient(e)) tries++; }"
    )]
    public Task A_refusal_may_end_the_loop(string story, string code) => Is(story, code, "");

    [Theory]
    [InlineData(
        "a flag reset",
        "while (!stop) try { SIGNIN; stop = true; } catch (Exception) { stop = false; }"
    )]
    [InlineData(
        "an error kept for the end",
        "Exception last = null; for (var i = 0; i < 3; i++) try { SIGNIN; return; } catch (Exception e) "
            + "{ last = e; } if (last is IOException) throw last;"
    )]
    [InlineData(
        "as long as there is an error",
        "Exception error; do { error = null; try { SIGNIN; } catch (AuthenticationException e) { error "
            + "= e; } } while (error != null);"
    )]
    [InlineData(
        "a success behind the try",
        "for (;;) { var ok = false; try { SIGNIN; ok = true; } catch (AuthenticationException) { ok = "
            + "false; } if (ok) break; }"
    )]
    [InlineData(
        "a success behind a clause for everything",
        "for (var i = 0; i < 3; i++) { var ok = false; try { SIGNIN; ok = true; } catch (Exception) { n++; } "
            + "if (ok) break; }"
    )]
    [InlineData(
        "a success that returns",
        "while (true) { var ok = false; try { SIGNIN; ok = true; } catch (Exception) { n++; } if (ok) { n = 0; return; } }"
    )]
    [InlineData(
        "a failure that is asked",
        "bool retry; do { retry = false; try { SIGNIN; } catch (Exception) { retry = true; } } while (retry && n++ < 3);"
    )]
    [InlineData(
        "an error that is asked",
        "Exception error; do { error = null; try { SIGNIN; } catch (Exception e) { error = e; } } "
            + "while (error != null && ++n < 3);"
    )]
    [InlineData(
        "a text for each kind",
        "for (var i = 0; i < 3; i++) try { SIGNIN; return; } catch (Exception e) "
            + "{ Console.WriteLine(e is AuthenticationException ? \"refused\" : \"other\"); }"
    )]
    [InlineData(
        "a line for each kind",
        "for (;;) try { SIGNIN; break; } catch (Exception e) "
            + "{ if (e is AuthenticationException) Console.WriteLine(1); else Console.WriteLine(2); }"
    )]
    [InlineData(
        "a pause each time",
        "foreach (var seconds in new[] { 1, 5, 15 }) try { SIGNIN; return; } "
            + "catch (Exception) { System.Threading.Thread.Sleep(seconds); }"
    )]
    [InlineData(
        "given up in the end",
        "var max = 3; for (var i = 0; ; i++) try { SIGNIN; break; } catch (Exception e) { if (i >= max) "
            + "throw new InvalidOperationException(\"\", e); }"
    )]
    [InlineData(
        "an exception of its own, caught like all others",
        "for (;;) try { try { SIGNIN; break; } catch (AuthenticationException e) { "
            + "throw new InvalidOperationException(\"\", e); } } catch (Exception) { }"
    )]
    [InlineData(
        "until a time",
        "var end = DateTime.Now.AddHours(1); while (DateTime.Now < end) "
            + "try { SIGNIN; break; } catch (Exception) { n++; }"
    )]
    [InlineData(
        "a command on the way",
        "for (;;) try { policy.Handle(null); policy.Handle(null); SIGNIN; break; } catch (Exception) { }"
    )]
    [InlineData("written down", "for (;;) try { SIGNIN; break; } catch (Exception e) { log.LogError(e); }")]
    [InlineData("written down by a helper", "for (;;) try { SIGNIN; break; } catch (Exception e) { Show(e); }")]
    [InlineData(
        "a text chosen",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { "
            + "Console.WriteLine(e.InnerException?.Message ?? e.Message); }"
    )]
    [InlineData("counted by a helper", "while (tries < 5) try { SIGNIN; break; } catch (Exception) { Count(); }")]
    [InlineData(
        "a longer wait each time",
        "var wait = 1; for (;;) try { SIGNIN; break; } catch (Exception) { wait = n switch { 0 => 5, _ => wait * 2 }; }"
    )]
    [InlineData(
        "finally that asks for one more",
        "var again = false; do { again = false; try { SIGNIN; } catch (AuthenticationException) { } finally { again = "
            + "true; } } while (again);"
    )]
    [InlineData(
        "finally that closes",
        "while (!stop) try { SIGNIN; stop = true; } catch (Exception) { } finally { if (c.IsConnected) "
            + "c.Disconnect(true); }"
    )]
    [InlineData(
        "a loop in the handler",
        "for (;;) try { SIGNIN; break; } catch (Exception) { for (var s = 0; s < 10; s++) Console.Write('.'); }"
    )]
    [InlineData(
        "a lambda",
        "Action run = () => { for (;;) try { Once(); break; } catch (Exception) { n++; } };"
    )]
    [InlineData(
        "a local function",
        "void Run() { for (;;) try { Once(); break; } catch (Exception) { n++; } }"
    )]
    [InlineData(
        "no failure behind the try",
        "for (var i = 0; i < 3; i++) { var bad = false; try { SIGNIN; } catch (Exception) { bad = true; } "
            + "if (!bad) return; }"
    )]
    [InlineData(
        "a success that is taken back",
        "for (var i = 0; i < 3; i++) { var ok = true; try { SIGNIN; } catch (Exception) { ok = false; } if (ok) break; }"
    )]
    [InlineData(
        "no error behind the try",
        "for (;;) { Exception error = null; try { SIGNIN; } catch (Exception e) { error = e; } if (error == null) return; }"
    )]
    [InlineData(
        "as long as there is a text",
        "string error = null; do { try { SIGNIN; error = null; } catch (Exception e) { error = e.Message; } } "
            + "while (error != null && ++n < 3);"
    )]
    [InlineData(
        "as long as there is a long text",
        "string error = null; do { try { SIGNIN; error = null; } catch (Exception e) { error = e.ToString(); } } "
            + "while (error is not null);"
    )]
    [InlineData(
        "a text kept for the end",
        "string error = null; for (var i = 0; i < 3; i++) try { SIGNIN; return; } catch (Exception e) "
            + "{ error = e.Message; } throw new InvalidOperationException(error);"
    )]
    [InlineData(
        "errors counted",
        "var errors = new List<Exception>(); while (errors.Count < 5) try { SIGNIN; return; } catch (Exception e) "
            + "{ errors.Add(e); } throw new AggregateException(errors);"
    )]
    [InlineData(
        "errors counted in the clause",
        "List<string> errors = new(); for (;;) try { SIGNIN; return; } catch (Exception e) "
            + "{ errors.Add(e.Message); if (errors.Count == 3) throw new AggregateException(); }"
    )]
    [InlineData(
        "another client",
        "c = null; for (var i = 0; i < 3; i++) try { c ??= Open(); SIGNIN; return; } catch (Exception) { c = null; }"
    )]
    [InlineData(
        "another client in the clause",
        "for (var i = 0; i < 3; i++) { c = Open(); try { SIGNIN; return; } catch (Exception) { c.Dispose(); "
            + "c = new SmtpClient(); } }"
    )]
    [InlineData(
        "a list with fewer failures than allowed",
        "var errors = new List<Exception>(); while (errors.Count < 3) try { SIGNIN; break; } catch (Exception e) { "
            + "errors.Add(e); }"
    )]
    [InlineData(
        "a number that has to be large enough",
        "for (var i = 5; i >= 1; i--) try { SIGNIN; break; } catch (AuthenticationException) { tries++; }"
    )]
    [InlineData(
        "a number not larger",
        "var i = 0; while (i <= 3) try { SIGNIN; break; } catch (AuthenticationException) { i = i + 1; }"
    )]
    [InlineData(
        "a number taken down",
        "var i = 3; while (i > 0) try { SIGNIN; break; } catch (AuthenticationException) { i = i - 1; }"
    )]
    [InlineData(
        "one of two flags",
        "var again = true; while (again | failed) try { SIGNIN; break; } catch (AuthenticationException) { tries++; }"
    )]
    [InlineData(
        "four questions, whatever the answers",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { "
            + "if (IsTransient(e)) tries++; if (IsTransient(e)) tries++; "
            + "if (IsTransient(e)) tries++; if (IsTransient(e)) tries++; }"
    )]
    [InlineData(
        "a number that another one may be",
        "var most = 3; while (most == tries) try { SIGNIN; break; } catch (AuthenticationException) { most = 4; }"
    )]
    [InlineData(
        "a number that may be another one",
        "var most = 3; while (tries == most) try { SIGNIN; break; } catch (AuthenticationException) { most = 4; }"
    )]
    public Task A_refusal_is_tried_again(string story, string code) => Is(story, code, "SMTP4009");

    [Theory]
    [InlineData("var code = (int)e.StatusCode; if (code >= 500) throw;", "")]
    [InlineData("var status = e.StatusCode; if (status == SmtpStatusCode.MustIssueStartTlsFirst) throw;", "")]
    [InlineData("var last = e.StatusCode == SmtpStatusCode.ClientNotPermitted; if (last) throw;", "")]
    [InlineData("switch (e.StatusCode) { case SmtpStatusCode.MustIssueStartTlsFirst: throw; }", "")]
    [InlineData("var text = e.Message; Console.WriteLine(text);", "SMTP4009")]
    public async Task A_status_may_end_the_loop(string handler, string found) =>
        Assert.Equal(
            (handler, found),
            (
                handler,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System; using System.Net; using System.Net.Mail;
                        class C
                        {
                            void M(MailMessage m, NetworkCredential l)
                            {
                                for (var i = 0; i < 3; i++)
                                    try { Send(m, l); return; } catch (SmtpException e) { {{handler}} }
                            }
                            void Send(MailMessage m, NetworkCredential l)
                            {
                                using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                                c.Credentials = l;
                                c.Send(m);
                            }
                        }
                        """
                    ),
                    "SMTP4001",
                    "SMTP4002"
                )
            )
        );

    [Theory]
    [InlineData("Do While Not done", "done = True", "Loop", "")]
    [InlineData("Do Until done", "done = True", "Loop", "")]
    [InlineData("Do", "done = True", "Loop Until done", "")]
    [InlineData("While Not done", "Exit While", "End While", "")]
    [InlineData("For i = 1 To 3", "Exit For", "Next", "")]
    [InlineData("For i = 1 To 3", "Dim fatal = TypeOf e Is AuthenticationException : If fatal Then Throw", "Next", "")]
    [InlineData("Do While Not done", "done = False", "Loop", "SMTP4009")]
    [InlineData("For i = 1 To 3", "Console.WriteLine(e)", "Next", "SMTP4009")]
    public async Task Visual_Basic_loops(string start, string handler, string end, string found) =>
        Assert.Equal(
            (start, handler, found),
            (
                start,
                handler,
                await Report.Of(
                    Report.VisualBasic(
                        $"""
                        Imports System
                        Imports MailKit.Net.Smtp
                        Imports MailKit.Security
                        Class C
                            Sub M(token As String)
                                Dim done = False
                                {start}
                                    Try
                                        Dim c As New SmtpClient()
                                        c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls)
                                        c.Authenticate(New SaslMechanismOAuth2("a@contoso.com", token))
                                        Return
                                    Catch e As Exception
                                        {handler}
                                    End Try
                                {end}
                            End Sub
                        End Class
                        """
                    )
                )
            )
        );

    const string Told = "protected virtual void Failed(Exception e) { Console.WriteLine(e.Message); } ";

    [Theory]
    [InlineData("in a type of this project", "class C", Told, "SMTP4009")]
    [InlineData("in a type within a type", "public class Outer { class C", Told + "} ", "SMTP4009")]
    [InlineData("in a sealed override", "public sealed class C : Base", Overriding, "SMTP4009")]
    [InlineData(
        "with an override that also tells",
        "class C",
        Told + "} class D : C { protected override void Failed(Exception e) { Console.WriteLine(e); } ",
        ""
    )]
    [InlineData(
        "with an override that throws",
        "class C",
        Told + "} class D : C { protected override void Failed(Exception e) { throw e; } ",
        ""
    )]
    [InlineData("in a type for others", "public class C", Told, "")]
    [InlineData("that throws", "class C", "protected virtual void Failed(Exception e) { throw e; } ", "")]
    [InlineData("without a body", "abstract class C", "protected abstract void Failed(Exception e); ", "")]
    public async Task A_virtual_method_gets_the_refusal(string story, string type, string members, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System; using MailKit.Net.Smtp; using MailKit.Security;
                        public class Base { protected virtual void Failed(Exception e) { } }
                        {{type}}
                        {
                            void M(SmtpClient c, string token)
                            {
                                c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                                for (var i = 0; i < 3; i++)
                                    try
                                    {
                                        c.Authenticate(new SaslMechanismOAuth2("a@contoso.com", token));
                                        return;
                                    }
                                    catch (Exception e) { Failed(e); }
                            }
                            {{members}}
                        }
                        """
                    )
                )
            )
        );

    const string Overriding = "protected override void Failed(Exception e) { Console.WriteLine(e.Message); } ";

    static async Task Is(string story, string code, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System; using System.Collections.Generic; using System.Diagnostics.CodeAnalysis;
                        using System.IO; using System.Threading;
                        using MailKit.Net.Smtp; using MailKit.Security;
                        class State { public bool Failed { get; set; } }
                        class Outcome(Exception e) { public bool Again { get; } = e is IOException; }
                        interface IPolicy { void Handle(Exception e); }
                        interface ILog { void LogError(Exception e); }
                        class C
                        {
                            IPolicy policy; ILog log; bool failed; int tries; CancellationTokenSource source;
                            void M(string p, int left)
                            {
                                var n = 0; var stop = false; var c = new SmtpClient();
                                c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                                {{code.Replace(
                            "SIGNIN",
                            "c.Authenticate(new SaslMechanismOAuth2(\"a@contoso.com\", p))",
                            StringComparison.Ordinal
                        )}}
                            }
                            static bool IsTransient(Exception e) => e is IOException;
                            static (bool, string) Classify(Exception e) => (e is IOException, e.Message);
                            static void Decide(Exception e, out bool retry) { retry = e is IOException; }
                            static void Handle(Exception e)
                            {
                                if (e is AuthenticationException) throw new InvalidOperationException("", e);
                            }
                            static void Show(Exception e) { Console.WriteLine(e.Message); }
                            static void Fail() { throw new InvalidOperationException(); }
                            [DoesNotReturn] static void Never() { Environment.Exit(1); }
                            void Once()
                            {
                                var own = new SmtpClient();
                                own.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                                own.Authenticate(new SaslMechanismOAuth2("a@contoso.com", "t"));
                            }
                            string token; List<Exception> given;
                            static void Fill(List<Exception> errors) { errors.Clear(); }
                            static SmtpClient Open()
                            {
                                var own = new SmtpClient();
                                own.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                                return own;
                            }
                            void Signed()
                            {
                                var own = new SmtpClient();
                                own.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                                own.Authenticate(new SaslMechanismOAuth2("a@contoso.com", token));
                            }
                            void Replace() { token = "t" + tries; }
                            void Asked() { token = Console.ReadLine(); Signed(); }
                            void Ended() { try { Once(); } catch (AuthenticationException e) { Show(e); } }
                            void Give() { failed = true; }
                            bool MayGoOn() => !failed;
                            void Count() { tries++; }
                        }
                        """
                    )
                )
            )
        );
}
