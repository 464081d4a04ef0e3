using M365Smtp.Analyzers.Tests.Extraction;

namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP4009: a method that catches the refusal itself, and a loop that asks for its answer.</summary>
public class AnsweredRefusalTests
{
    const string Try = "bool Try(MimeMessage m) { try { SEND return true; } catch (Exception e) { Log(e); return false; } }";

    const string TryAsync =
        "async Task<bool> Try(MimeMessage m) { try { SEND return true; } catch (Exception e) { Log(e); return false; } }";

    [Theory]
    [InlineData("left on success", "for (var i = 0; i < 3; i++) { if (Try(m)) return; Thread.Sleep(1000); }", Try)]
    [InlineData("while it fails", "while (!Try(m)) Thread.Sleep(1000);", Try)]
    [InlineData("until it works", "bool ok; do { ok = Try(m); } while (!ok && n++ < 3);", Try)]
    [InlineData("in the condition", "var ok = false; for (var i = 0; i < 3 && !ok; i++) ok = Try(m);", Try)]
    [InlineData("going on", "for (;;) { var ok = Try(m); if (!ok) continue; break; }", Try)]
    [InlineData("given up in the end", "while (!Try(m)) if (++n > 5) throw new IOException();", Try)]
    [InlineData("the same token", "const string own = \"a\"; while (!Try(m, own)) n++;", Given)]
    [InlineData("a token taken once", "var own = Fresh(); while (!Try(m, own)) n++;", Given)]
    [InlineData("a token copied each time", "for (;;) { var own = token; if (Try(m, own)) return; }", Given)]
    [InlineData("a client made again", "while (!Kept(m)) kept = null;", Keeping)]
    [InlineData("a pause each time", "foreach (var s in new[] { 1, 5 }) { if (Try(m)) return; n++; }", Try)]
    [InlineData("each mail", "foreach (var one in all) for (var i = 0; i < 3; i++) if (Try(one)) break;", Try)]
    [InlineData(
        "a mail made each time",
        "for (var i = 0; i < 3; i++) { var own = new MimeMessage(); if (Try(own)) return; }",
        Try
    )]
    [InlineData("awaited", "for (var i = 0; i < 3; i++) if (await Try(m)) return;", TryAsync)]
    [InlineData("awaited anywhere", "while (!await Try(m).ConfigureAwait(false)) await Task.Delay(1000);", TryAsync)]
    [InlineData("waited for", "while (!Try(m).Result) Thread.Sleep(1000);", TryAsync)]
    [InlineData("waited for by an awaiter", "while (!Try(m).GetAwaiter().GetResult()) Thread.Sleep(1000);", TryAsync)]
    [InlineData(
        "just the refusal",
        "while (!Try(m)) n++;",
        "bool Try(MimeMessage m) { try { SEND } catch (AuthenticationException) { return false; } return true; }"
    )]
    [InlineData(
        "a flag",
        "while (!Try(m)) n++;",
        "bool Try(MimeMessage m) { var ok = false; try { SEND ok = true; } catch { ok = false; } return ok; }"
    )]
    [InlineData(
        "nothing",
        "string reply = null; while (reply == null) reply = Try(m);",
        "string Try(MimeMessage m) { try { SEND return \"sent\"; } catch (Exception) { return null; } }"
    )]
    [InlineData(
        "a reply or nothing",
        "string reply; do reply = Try(m); while (reply is null);",
        "string Try(MimeMessage m) { try { var c = new SmtpClient(); OPEN return c.Send(m); } catch { return null; } }"
    )]
    [InlineData(
        "a client or nothing",
        "SmtpClient c; while ((c = Try(m)) is null) Thread.Sleep(1000);",
        "SmtpClient Try(MimeMessage m) { try { var c = new SmtpClient(); OPEN return c; } catch { return null; } }"
    )]
    [InlineData(
        "a status",
        "for (;;) { var end = Try(m); if (end == Status.Sent) break; Thread.Sleep(1000); }",
        "Status Try(MimeMessage m) { try { SEND return Status.Sent; } catch (Exception) { return Status.Failed; } }"
    )]
    [InlineData(
        "a status that is switched on",
        "for (;;) { switch (Try(m)) { case Status.Sent: return; case Status.Failed: n++; break; } }",
        "Status Try(MimeMessage m) { try { SEND return Status.Sent; } catch (Exception) { return Status.Failed; } }"
    )]
    [InlineData(
        "a field",
        "while (!sent && n++ < 5) Try(m);",
        "bool sent; void Try(MimeMessage m) { try { SEND sent = true; } catch (Exception e) { Log(e); } }"
    )]
    [InlineData(
        "an error to show",
        "for (var i = 0; i < 3; i++) { if (Try(m, out var error)) return; Console.WriteLine(error); }",
        "bool Try(MimeMessage m, out string error) { try { SEND error = null; return true; } "
            + "catch (Exception e) { error = e.Message; return false; } }"
    )]
    [InlineData(
        "a method below",
        "while (!Try(m)) Thread.Sleep(1000);",
        "bool Try(MimeMessage m) { try { Send(m); return true; } catch { return false; } } void Send(MimeMessage m) { SEND }"
    )]
    [InlineData(
        "a method above",
        "while (!TryIt(m)) Thread.Sleep(1000);",
        "bool TryIt(MimeMessage m) => Try(m);" + Try
    )]
    [InlineData(
        "a method above that knows better",
        "while (TryIt(m)) Thread.Sleep(1000);",
        "bool TryIt(MimeMessage m) { if (Try(m)) return false; n++; return true; }" + Try
    )]
    [InlineData(
        "a local function",
        "while (!Own()) Thread.Sleep(1000); bool Own() { try { SEND return true; } catch { return false; } }",
        ""
    )]
    [InlineData(
        "a refusal with a line of its own",
        "while (!Try(m)) Thread.Sleep(1000);",
        "bool Try(MimeMessage m) { try { SEND return true; } catch (AuthenticationException) { n++; return false; } "
            + "catch (Exception e) { Log(e); return false; } }"
    )]
    [InlineData(
        "a method below that throws on",
        "for (;;) try { Outer(m); break; } catch (Exception) { n++; }",
        "void Outer(MimeMessage m) { n++; Send(m); } void Send(MimeMessage m) { SEND }"
    )]
    [InlineData(
        "four methods below",
        "for (;;) try { S1(m); break; } catch (Exception) { n++; }",
        "void S1(MimeMessage m) => S2(m); void S2(MimeMessage m) => S3(m); void S3(MimeMessage m) => S4(m); "
            + "void S4(MimeMessage m) { SEND }"
    )]
    public Task A_loop_goes_on_after_the_answer(string story, string code, string methods) =>
        Is(story, code, methods, "SMTP4009");

    [Theory]
    [InlineData("once", "if (!Try(m)) Try(m);", Try)]
    [InlineData("left on failure", "foreach (var one in all) if (!Try(one)) break;", Try)]
    [InlineData("each mail", "foreach (var one in all) if (!Try(one)) n++;", Try)]
    [InlineData("each mail by number", "for (var i = 0; i < all.Count; i++) if (!Try(all[i])) n++;", Try)]
    [InlineData("the first that works", "foreach (var one in all) if (Try(one)) return;", Try)]
    [InlineData("the first that works, by number", "for (var i = 0; i < all.Count; i++) if (Try(all[i])) return;", Try)]
    [InlineData(
        "the first of a queue that works",
        "var queue = new Queue<MimeMessage>(all); while (queue.TryDequeue(out var one)) if (Try(one)) return;",
        Try
    )]
    [InlineData("another mail", "for (var i = 0; i < 3; i++) { if (Try(m)) return; m = all[i]; }", Try)]
    [InlineData("a service", "while (true) { Try(m); Thread.Sleep(60000); }", Try)]
    [InlineData("a service that knows", "while (true) { if (!Try(m)) n++; Thread.Sleep(60000); }", Try)]
    [InlineData("a loop with only one turn", "for (var i = 0; i < 1; i++) if (Try(m)) return;", Try)]
    [InlineData("given up", "for (;;) { if (Try(m)) break; return; }", Try)]
    [InlineData("given up by a flag", "var stop = false; while (!stop) { stop = true; if (Try(m)) return; }", Try)]
    [InlineData("thrown", "while (true) { if (!Try(m)) throw new IOException(); break; }", Try)]
    [InlineData("asked for", "while (!Try(m)) token = Console.ReadLine();", Try)]
    [InlineData("renewed", "while (!Try(m)) token = Fresh();", Try + "string Fresh() => \"\" + n;")]
    [InlineData("renewed by a method", "while (!Try(m)) Renew();", Try + "void Renew() { token = \"\" + n; }")]
    [InlineData("forgotten", "while (!Try(m)) cache.Invalidate();", Try)]
    [InlineData("another mailbox", "foreach (var one in names) { user = one; if (Try(m)) return; }", Try)]
    [InlineData("another mailbox by number", "for (n = 0; n < 3; n++) if (Try(m)) return;", Numbered)]
    [InlineData("a token made each time", "while (!Try(m, Fresh())) n++;", Given)]
    [InlineData("a token made before", "for (;;) { var own = Fresh(); if (Try(m, own)) return; }", Given)]
    [InlineData("a token of a list", "for (;;) { if (Try(m, names[0])) return; n++; }", Given)]
    [InlineData("a token of a map", "for (;;) { if (Try(m, map[\"a\"])) return; n++; }", Given)]
    [InlineData("a longer token", "var own = \"\"; while (!Try(m, own)) own += \"x\";", Given)]
    [InlineData("a token set", "var own = \"a\"; while (!Try(m, own)) own = \"b\";", Given)]
    [InlineData("a token counted", "while (!Try(m, \"t\" + n)) n++;", Given)]
    [InlineData("a token counted down", "while (!Try(m, \"t\" + n)) --n;", Given)]
    [InlineData("a token handed out", "string own; do Take(out own); while (!Try(m, own));", Given)]
    [InlineData("a token exchanged", "var own = \"\"; while (!Try(m, own)) Change(ref own);", Given)]
    [InlineData("renewed by a delegate", "while (!Try(m)) renew();", "Action renew; " + Try)]
    [InlineData("a flag that chooses", "var again = false; while (!Try(m)) first = false;", Choosing)]
    [InlineData(
        "asked for inside",
        "while (!Try(m)) n++;",
        "bool Try(MimeMessage m) { try { token = Console.ReadLine(); SEND return true; } catch { return false; } }"
    )]
    [InlineData(
        "renewed inside",
        "while (!Try(m)) n++;",
        "bool Try(MimeMessage m) { try { SEND return true; } catch { token = \"\" + n; return false; } }"
    )]
    [InlineData(
        "a refusal thrown on",
        "while (!Try(m)) n++;",
        "bool Try(MimeMessage m) { try { SEND return true; } catch (AuthenticationException) { throw; } "
            + "catch (Exception) { return false; } }"
    )]
    [InlineData(
        "a refusal not caught",
        "while (!Try(m)) n++;",
        "bool Try(MimeMessage m) { try { SEND return true; } catch (IOException) { return false; } }"
    )]
    [InlineData(
        "a filter",
        "while (!Try(m)) n++;",
        "bool Try(MimeMessage m) { try { SEND return true; } "
            + "catch (Exception e) when (e is not AuthenticationException) { return false; } }"
    )]
    [InlineData(
        "a refusal that ends it",
        "while (!Try(m)) n++;",
        "bool Try(MimeMessage m) { try { SEND return true; } catch (AuthenticationException) { return true; } "
            + "catch (Exception) { return false; } }"
    )]
    [InlineData(
        "a filter that is asked",
        "while (!Try(m)) n++;",
        "bool Try(MimeMessage m) { try { SEND return true; } catch (Exception e) when (IsTransient(e)) { return false; } }"
            + "bool IsTransient(Exception e) => e is IOException;"
    )]
    [InlineData(
        "an answer that depends",
        "while (!Try(m)) n++;",
        "bool Try(MimeMessage m) { try { SEND return true; } catch (Exception e) { return e is AuthenticationException; } }"
    )]
    [InlineData(
        "a status for each kind",
        "while (Try(m) == Status.Failed) n++;",
        "Status Try(MimeMessage m) { try { SEND return Status.Sent; } catch (Exception e) { "
            + "return e is AuthenticationException ? Status.Refused : Status.Failed; } }"
    )]
    [InlineData(
        "a status of its own",
        "while (Try(m) == Status.Failed) n++;",
        "Status Try(MimeMessage m) { try { SEND return Status.Sent; } catch (AuthenticationException) "
            + "{ return Status.Refused; } catch (Exception) { return Status.Failed; } }"
    )]
    [InlineData(
        "an object",
        "while (!Try(m).Ok) n++;",
        "Result Try(MimeMessage m) { try { SEND return new Result(null); } catch (Exception e) { return new Result(e); } }"
    )]
    [InlineData(
        "an error that is asked",
        "for (;;) { if (Try(m, out var error)) return; if (error is AuthenticationException) throw error; }",
        "bool Try(MimeMessage m, out Exception error) { try { SEND error = null; return true; } "
            + "catch (Exception e) { error = e; return false; } }"
    )]
    [InlineData(
        "an error kept",
        "for (;;) { if (Try(m)) return; if (error is AuthenticationException) throw error; }",
        "Exception error; bool Try(MimeMessage m) { try { SEND return true; } catch (Exception e) { error = e; return false; } }"
    )]
    [InlineData(
        "a flag kept",
        "while (!refused && !Try(m)) n++;",
        "bool refused; bool Try(MimeMessage m) { try { SEND return true; } catch (AuthenticationException) { refused = true; } "
            + "catch (Exception) { } return false; }"
    )]
    [InlineData(
        "a list of errors",
        "var errors = new List<Exception>(); while (errors.Count == 0 && !Try(m, errors)) n++;",
        "bool Try(MimeMessage m, List<Exception> errors) { try { SEND return true; } catch (Exception e) "
            + "{ errors.Add(e); return false; } }"
    )]
    [InlineData(
        "a signal",
        "var failed = new ManualResetEventSlim(); while (!failed.IsSet) if (Try(m, failed)) return;",
        "bool Try(MimeMessage m, ManualResetEventSlim failed) { try { SEND return true; } "
            + "catch (Exception) { failed.Set(); return false; } }"
    )]
    [InlineData(
        "a token that is canceled",
        "while (!Try(m) && !stop.IsCancellationRequested) n++;",
        "CancellationTokenSource stop; bool Try(MimeMessage m) { try { SEND return true; } catch { stop.Cancel(); return false; } }"
    )]
    [InlineData(
        "an answer of its own try",
        "for (;;) try { Try(m); break; } catch (Exception) { n++; }",
        "void Try(MimeMessage m) { try { SEND } catch (AuthenticationException e) { Log(e); } }"
    )]
    [InlineData(
        "a number of tries",
        "while (!Try(m)) n++;",
        "int tries; bool Try(MimeMessage m) { try { SEND return true; } catch { return ++tries > 3; } }"
    )]
    [InlineData(
        "five methods below",
        "for (;;) try { S1(m); break; } catch (Exception) { n++; }",
        "void S1(MimeMessage m) => S2(m); void S2(MimeMessage m) => S3(m); void S3(MimeMessage m) => S4(m); "
            + "void S4(MimeMessage m) => S5(m); void S5(MimeMessage m) { SEND }"
    )]
    public Task The_loop_ends_or_that_is_unknown(string story, string code, string methods) =>
        Is(story, code, methods, "");

    [Theory]
    [InlineData("while (!Try(m)) n++;", Try, false)]
    [InlineData("for (;;) try { Send(m); break; } catch (Exception) { n++; }", "void Send(MimeMessage m) { SEND }", true)]
    public async Task A_clause_that_answers_callers_is_not_edited(string code, string methods, bool isEdited)
    {
        var report = await Report.DiagnosticsOf(Report.CSharp(Program(code, methods)));
        var found = Assert.Single(report, one => one.Id == "SMTP4009");
        Assert.Equal(isEdited, found.Properties.ContainsKey("fix.edits"));
    }

    const string Given =
        "bool Try(MimeMessage m, string own) { try { using var c = new SmtpClient(); "
        + "c.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls); "
        + "c.Authenticate(new SaslMechanismOAuth2(user, own)); c.Send(m); return true; } catch { return false; } } "
        + "Dictionary<string, string> map; static string Fresh() => Guid.NewGuid().ToString(); "
        + "static void Take(out string own) => own = Fresh(); static void Change(ref string own) => own = Fresh();";

    const string Keeping =
        "SmtpClient kept; bool Kept(MimeMessage m) { try { var c = kept ??= new SmtpClient(); OPEN "
        + "c.Send(m); return true; } catch { return false; } }";

    const string Numbered =
        "bool Try(MimeMessage m) { try { token = \"t\" + n; SEND return true; } catch { return false; } }";

    const string Choosing =
        "bool first = true; bool Try(MimeMessage m) { try { token = first ? \"a\" : \"b\"; SEND return true; } "
        + "catch { return false; } }";

    static async Task Is(string story, string code, string methods, string found) =>
        Assert.Equal((story, found), (story, await Report.Of(Report.CSharp(Program(code, methods)))));

    static string Program(string code, string methods) =>
        $$"""
        using System; using System.Collections.Generic; using System.IO; using System.Threading;
        using System.Threading.Tasks; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
        enum Status { Sent, Failed, Refused }
        record Result(Exception Error) { public bool Ok => Error is null; }
        interface ICache { void Invalidate(); }
        class C
        {
            string user = "a@contoso.com", token; int n; ICache cache;
            async Task M(MimeMessage m, List<MimeMessage> all, string[] names) { await Task.Yield(); {{Filled(code)}} }
            {{Filled(methods)}}
            static void Log(Exception e) { Console.WriteLine(e.Message); }
        }
        """;

    static string Filled(string code) =>
        code.Replace("SEND", "using var c = new SmtpClient(); OPEN c.Send(m);", StringComparison.Ordinal)
            .Replace(
                "OPEN",
                "c.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls); "
                    + "c.Authenticate(new SaslMechanismOAuth2(user, token));",
                StringComparison.Ordinal
            );
}
