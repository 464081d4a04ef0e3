using M365Smtp.Analyzers.Tests.Extraction;

namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP4009: a retry without a loop, by goto or by a method that calls itself.</summary>
public class RepetitionTests
{
    [Theory]
    [InlineData("from the clause", "retry: try { SEND } catch (Exception) { if (n++ < 3) goto retry; throw; }")]
    [InlineData(
        "behind the clause",
        "again: var failed = false; try { SEND } catch (Exception) { failed = true; } if (failed && n++ < 3) goto again;"
    )]
    [InlineData("after a pause", "retry: try { SEND } catch { Thread.Sleep(1000); goto retry; }")]
    [InlineData("by an answer", "retry: if (!Try(m)) { if (++n < 3) goto retry; }")]
    [InlineData(
        "the one of two that leads back",
        "retry: try { SEND } catch (Exception) { if (n++ > 3) goto end; goto retry; } end: n = 0;"
    )]
    public Task A_jump_signs_in_again(string story, string code) => Is(story, $"void M(MimeMessage m) {{ {code} }}", "goto");

    [Theory]
    [InlineData("done on success", "next: try { SEND } catch (IOException) { if (n++ < 3) goto next; }")]
    [InlineData("a service", "next: try { SEND } catch (Exception) { n++; } goto next;")]
    [InlineData("given up", "try { SEND } catch (Exception) { goto end; } n = 0; end: n++;")]
    [InlineData("asked for", "retry: token = Console.ReadLine(); try { SEND } catch (Exception) { goto retry; }")]
    [InlineData("renewed", "retry: try { SEND } catch (Exception) { token = Fresh(); goto retry; }")]
    [InlineData("another mailbox", "retry: user = names[n++]; try { SEND } catch (Exception) { goto retry; }")]
    [InlineData("a question", "retry: try { SEND } catch (Exception e) { if (e is IOException) goto retry; throw; }")]
    [InlineData("another answer", "retry: if (Try(m)) { n++; goto retry; }")]
    public Task A_jump_does_something_else(string story, string code) =>
        Is(story, $"void M(MimeMessage m) {{ {code} }}", "");

    [Theory]
    [InlineData(
        "counted up",
        "void M(MimeMessage m, int attempt = 1) { try { SEND } catch (Exception) { if (attempt < 3) M(m, attempt + 1); else throw; } }"
    )]
    [InlineData(
        "counted down",
        "async Task M(MimeMessage m, int left) { try { SEND } catch (Exception) { if (left == 0) throw; "
            + "await Task.Delay(1000); await M(m, left - 1); } }"
    )]
    [InlineData(
        "a flag",
        "bool M(MimeMessage m, bool isRetry) { try { SEND return true; } catch { return !isRetry && M(m, true); } }"
    )]
    [InlineData("a field", "void M(MimeMessage m) { try { SEND n = 0; } catch (Exception) { if (n++ < 3) this.M(m); } }")]
    [InlineData(
        "behind the clause",
        "void M(MimeMessage m, int attempt) { var ok = false; try { SEND ok = true; } catch { } if (!ok && attempt < 3) M(m, attempt + 1); }"
    )]
    [InlineData(
        "asked first",
        "void M(MimeMessage m, int attempt) { if (attempt > 3) return; try { SEND } catch { M(m, ++attempt); } }"
    )]
    [InlineData(
        "written down first",
        "void M(MimeMessage m, int attempt) { Console.WriteLine(attempt); try { SEND } catch { if (attempt < 3) M(m, attempt + 1); } }"
    )]
    [InlineData(
        "by an answer",
        "bool M(MimeMessage m, int attempt) { if (Try(m)) return true; return attempt < 3 && M(m, attempt + 1); }"
    )]
    [InlineData(
        "above the sign-in",
        "void M(MimeMessage m, int attempt) { try { Send(m); } catch { if (attempt < 3) M(m, attempt + 1); } } void Send(MimeMessage m) { SEND }"
    )]
    public Task A_method_calls_itself(string story, string method) => Is(story, method, "M");

    [Theory]
    [InlineData("the next mail", "void M(MimeMessage m) { try { SEND } catch (Exception) { } M(all[n++]); }")]
    [InlineData("the next mail after a failure", "void M(MimeMessage m) { try { SEND } catch (Exception) { M(all[n++]); } }")]
    [InlineData("another mail", "void M(MimeMessage m, string to) { m.Subject = to; try { SEND } catch { M(m, to + n); } }")]
    [InlineData(
        "another server",
        "void M(MimeMessage m, int i) { user = names[i]; try { SEND } catch { if (i < 3) M(m, i + 1); } }"
    )]
    [InlineData(
        "another way",
        "void M(MimeMessage m, bool other = false) { if (other) token = \"t\"; try { SEND } catch { if (!other) M(m, true); } }"
    )]
    [InlineData(
        "a way by default",
        "void M(MimeMessage m, string own = null) { token = own; try { SEND } catch { if (n++ < 3) M(m); } }"
    )]
    [InlineData("another mailer", "C other; void M(MimeMessage m) { try { SEND } catch (Exception) { other?.M(m); } }")]
    [InlineData("another mailer that is there", "C other; void M(MimeMessage m) { try { SEND } catch { other.M(m); } }")]
    [InlineData("renewed", "void M(MimeMessage m) { try { SEND } catch (Exception) { token = Fresh(); M(m); } }")]
    [InlineData("asked for", "void M(MimeMessage m) { token = Console.ReadLine(); try { SEND } catch { M(m); } }")]
    [InlineData(
        "only the connection",
        "void M(MimeMessage m, int n) { try { SEND } catch (IOException) { if (n < 3) M(m, n + 1); } }"
    )]
    [InlineData(
        "a refusal thrown on",
        "void M(MimeMessage m) { try { SEND } catch (AuthenticationException) { throw; } catch { if (n++ < 3) M(m); } }"
    )]
    [InlineData(
        "a question",
        "void M(MimeMessage m) { try { SEND } catch (Exception e) { if (e is not AuthenticationException) M(m); } }"
    )]
    [InlineData("later", "void M(MimeMessage m) { try { SEND } catch { Task.Run(() => M(m)); } }")]
    [InlineData("an overload", "void M(MimeMessage m) { try { SEND } catch { M(m, 1); } } void M(MimeMessage m, int n) { }")]
    public Task A_method_does_something_else(string story, string method) => Is(story, method, "");

    static async Task Is(string story, string members, string found)
    {
        var file = $$"""
            using System; using System.Collections.Generic; using System.IO; using System.Threading;
            using System.Threading.Tasks; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
            class C
            {
                string user = "a@contoso.com", token; int n; string[] names; MimeMessage[] all;
                {{Filled(members)}}
                bool Try(MimeMessage m) { try { {{Filled("SEND")}} return true; } catch (Exception) { return false; } }
                static string Fresh() => Guid.NewGuid().ToString();
            }
            """;
        var report = await Report.DiagnosticsOf(Report.CSharp(file));
        var places = report
            .Where(one => one.Id == "SMTP4009")
            .Select(one => file.Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length));
        Assert.Equal((story, found), (story, string.Join(' ', places)));
    }

    static string Filled(string code) =>
        code.Replace(
            "SEND",
            "using var c = new SmtpClient(); c.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls); "
                + "c.Authenticate(new SaslMechanismOAuth2(user, token)); c.Send(m);",
            StringComparison.Ordinal
        );
}
