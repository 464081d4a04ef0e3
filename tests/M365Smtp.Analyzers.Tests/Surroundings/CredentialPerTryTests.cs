using M365Smtp.Analyzers.Tests.Extraction;

namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP4009: a loop whose next try may bring another credential, or that somebody decides on.</summary>
public class CredentialPerTryTests
{
    [Theory]
    [InlineData("a field", "LOOP { OPEN c.Authenticate(user, password); DONE }")]
    [InlineData("a trimmed field", "LOOP { OPEN c.Authenticate(user, password.Trim()); DONE }")]
    [InlineData("a setting", "LOOP { OPEN c.Authenticate(user, config[\"Smtp:Password\"]); DONE }")]
    [InlineData("a variable", "LOOP { OPEN c.Authenticate(user, Environment.GetEnvironmentVariable(\"PW\")); DONE }")]
    [InlineData("a login", "LOOP { var login = new NetworkCredential(user, password); OPEN c.Authenticate(login); DONE }")]
    [InlineData("a cached token", "LOOP { var t = azure.GetToken(\"x\"); OPEN c.Authenticate(new SaslMechanismOAuth2(user, t)); DONE }")]
    [InlineData("a token kept by a method", "LOOP { OPEN c.Authenticate(new SaslMechanismOAuth2(user, Kept())); DONE }", "string Kept() => config[\"Token\"];")]
    [InlineData("a way that stays", "LOOP { OPEN if (token != null) c.Authenticate(new SaslMechanismOAuth2(user, token)); else c.Authenticate(user, password); DONE }")]
    [InlineData("a gate around the sending", "LOOP { gate.Wait(); OPEN c.Authenticate(user, password); DONE }")]
    [InlineData("a client of its own", "SmtpClient client = null; LOOP { client ??= new SmtpClient(); client.Connect(HOST); client.Authenticate(user, password); client.Send(m); return; } catch (Exception) { client = null; }", "", "")]
    [InlineData("a message to somebody", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (Exception) { Alert(user); }", "void Alert(string name) { }", "")]
    [InlineData("a method that calls itself", "Again(m, new NetworkCredential(user, password), 0);", "void Again(MimeMessage m, NetworkCredential login, int n) { try { OPEN c.Authenticate(login); c.Send(m); } catch (Exception) { if (n < 3) Again(m, login, n + 1); } }", "")]
    [InlineData("a method that is called", "LOOP { Send(m); return; }", "void Send(MimeMessage m) { OPEN c.Authenticate(user, password); c.Send(m); }")]
    public Task The_same_credential_is_tried_again(string story, string code, string members = "", string end = "catch (Exception) { }") =>
        Is(story, code + end, members, "SMTP4009");

    [Theory]
    [InlineData("passwords in turn", "LOOP { OPEN c.Authenticate(user, passwords[i]); DONE }")]
    [InlineData("passwords in turn, by a name", "LOOP { var p = passwords[i].Trim(); OPEN c.Authenticate(user, p); DONE }")]
    [InlineData("a stack of passwords", "var k = 0; do try { var p = passwords[k++]; OPEN c.Authenticate(user, p); DONE } catch (Exception) { } while (k < 3);", "", "")]
    [InlineData("a fallback", "LOOP { OPEN c.Authenticate(user, i == 0 ? password : other); DONE }")]
    [InlineData("a fallback of both", "LOOP { var (u, p) = i == 0 ? (user, password) : (other, token); OPEN c.Authenticate(u, p); DONE }")]
    [InlineData("a password of a method of the turn", "LOOP { OPEN c.Authenticate(user, Of(i)); DONE }", "string Of(int i) => passwords[i];")]
    [InlineData("a token of a service", "LOOP { var t = await tokens.GetAsync(); OPEN c.Authenticate(new SaslMechanismOAuth2(user, t)); DONE }")]
    [InlineData("a token of a request", "LOOP { var t = Fetch(); OPEN c.Authenticate(new SaslMechanismOAuth2(user, t)); DONE }", "string Fetch() => new System.Net.Http.HttpClient().GetStringAsync(\"https://t.example\").Result;")]
    [InlineData("a secret in a file", "LOOP { OPEN c.Authenticate(user, File.ReadAllText(\"/run/secrets/smtp\")); DONE }")]
    [InlineData("options that are watched", "LOOP { OPEN c.Authenticate(user, monitor.CurrentValue.Password); DONE }")]
    [InlineData("a delegate", "LOOP { OPEN c.Authenticate(user, ask()); DONE }")]
    [InlineData("a virtual method", "LOOP { OPEN c.Authenticate(user, Own()); DONE }", "protected virtual string Own() => password;")]
    [InlineData("a token requested anew", "LOOP { var t = msal.AcquireTokenForClient().WithForceRefresh(i > 0).Execute(); OPEN c.Authenticate(new SaslMechanismOAuth2(user, t)); DONE }")]
    [InlineData("a user who signs in", "LOOP { var t = msal.AcquireTokenInteractive().Execute(); OPEN c.Authenticate(new SaslMechanismOAuth2(user, t)); DONE }")]
    [InlineData("a user with another device", "LOOP { var t = msal.AcquireTokenWithDeviceCode().Execute(); OPEN c.Authenticate(new SaslMechanismOAuth2(user, t)); DONE }")]
    [InlineData("a token that the clause drops", "LOOP { if (token == null) Renewed(); OPEN c.Authenticate(new SaslMechanismOAuth2(user, token)); DONE } catch (AuthenticationException) { token = null; }", "void Renewed() => token = config[\"Token\"];", "")]
    [InlineData("a token that the clause lets expire", "LOOP { OPEN c.Authenticate(new SaslMechanismOAuth2(user, Valid())); DONE } catch (AuthenticationException) { expires = DateTime.MinValue; }", "DateTime expires; string Valid() { if (expires < DateTime.Now) token = config[\"Token\"]; return token; }", "")]
    [InlineData("a login that the clause changes", "var login = new NetworkCredential(user, password); LOOP { OPEN c.Authenticate(login); DONE } catch (AuthenticationException) { login.Password = other; }", "", "")]
    [InlineData("options that the clause reads again", "LOOP { OPEN c.Authenticate(user, options.Password); DONE } catch (AuthenticationException) { config.Bind(options); }", "", "")]
    [InlineData("another way of signing in", "LOOP { OPEN if (i == 0) c.Authenticate(new SaslMechanismOAuth2(user, token)); else c.Authenticate(user, password); DONE }")]
    [InlineData("another account by a flag", "LOOP { Send(m, i > 0); return; }", "void Send(MimeMessage m, bool spare) { OPEN if (spare) c.Authenticate(other, password); else c.Authenticate(user, password); c.Send(m); }")]
    [InlineData("mailers in turn", "LOOP { mailers[i].Send(m); return; }", "readonly List<Mailer> mailers = new();")]
    public Task Another_credential_may_be_tried(string story, string code, string members = "", string end = "catch (Exception) { }") =>
        Is(story, code + end, members, "");

    [Theory]
    [InlineData("a question of its own", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { if (!Confirm()) return; }", "bool Confirm() => true;")]
    [InlineData("a key", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { if (!Sure()) return; }", "bool Sure() => Console.ReadKey().KeyChar == 'y';")]
    [InlineData("a message box", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { if (MessageBox.Show(\"Again?\") != 1) return; }", "")]
    [InlineData("a dialog", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { form.ShowDialog(); }", "Form form;")]
    [InlineData("a box of Visual Basic", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { if (MsgBox(\"Again?\") != 1) return; }", "int MsgBox(string text) => 1;")]
    [InlineData("an input box", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { InputBox(\"Ready?\"); }", "string InputBox(string text) => text;")]
    [InlineData("a pause for somebody", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { WaitForUser(); }", "void WaitForUser() { }")]
    [InlineData("a signal", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { gate.Wait(); }", "")]
    [InlineData("an event", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { reset.WaitOne(); }", "readonly AutoResetEvent reset = new(false);")]
    [InlineData("another event", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { reset.WaitOne(); }", "readonly ManualResetEvent reset = new(false);")]
    [InlineData("a pause without an end", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { await Task.Delay(Timeout.Infinite); }", "")]
    [InlineData("a service that is stopped", "LOOP { OPEN c.Authenticate(user, password); DONE } catch (AuthenticationException) { await StopAsync(); }", "Task StopAsync() => Task.CompletedTask;")]
    public Task Somebody_decides_on_the_next_try(string story, string code, string members) => Is(story, code, members, "");

    [Theory]
    [InlineData("nobody looks at the task", "for (;;) try { _ = SendAsync(m); return; } catch (Exception) { }", "")]
    [InlineData("the task leaves the method", "Try();", "Task Try() { for (;;) try { return SendAsync(null); } catch (Exception) { } }")]
    [InlineData("a blocked task wraps it", "for (;;) try { SendAsync(m).Wait(); return; } catch (AuthenticationException) { }", "")]
    [InlineData("so does its result", "for (;;) try { _ = AnswerAsync(m).Result; return; } catch (AuthenticationException) { }", "async Task<int> AnswerAsync(MimeMessage m) { await SendAsync(m); return 1; }")]
    public Task A_clause_that_never_sees_the_refusal_repeats_nothing(string story, string code, string members) =>
        Is(story, code, members + Async, "");

    [Fact]
    public Task A_clause_that_sees_it_in_a_task_repeats_it() =>
        Is("blocked", "for (;;) try { SendAsync(m).Wait(); return; } catch (Exception) { }", Async, "SMTP4009");

    [Fact]
    public async Task A_client_that_tells_an_event_throws_nothing() =>
        Assert.Equal(
            "",
            await Report.Of(
                Report.CSharp(
                    """
                    using System.Net; using System.Net.Mail;
                    class C { void M(MailMessage m, string p) { for (;;) { var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("a@contoso.com", p) }; try { c.SendAsync(m, null); return; } catch (SmtpException) { } } } }
                    """
                ),
                "SMTP4001",
                "SMTP4002"
            )
        );

    const string Async =
        " async Task SendAsync(MimeMessage m) { OPEN await c.AuthenticateAsync(new SaslMechanismOAuth2(user, token)); c.Send(m); }";

    static async Task Is(string story, string code, string members, string found) =>
        Assert.Equal(
            (story, found),
            (story, await Report.Of(Report.CSharp(Program(code, members)), "SMTP4001", "SMTP4002", "SMTP4003"))
        );

    static string Program(string code, string members) =>
        $$"""
        using System; using System.Collections.Generic; using System.IO; using System.Net; using System.Threading;
        using System.Threading.Tasks; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
        using Microsoft.Extensions.Configuration;
        public interface ITokens { Task<string> GetAsync(); }
        public interface IMonitor { Options CurrentValue { get; } }
        public class Options { public string Password { get; set; } }
        public class Form { public int ShowDialog() => 1; }
        public static class MessageBox { public static int Show(string text) => 1; }
        public class Mailer { public void Send(MimeMessage m) { {{Filled("OPEN")}} c.Authenticate("a@contoso.com", Environment.GetEnvironmentVariable("PW")); c.Send(m); } }
        class C
        {
            readonly string user = "a@contoso.com", password, other; string token; readonly string[] passwords;
            readonly IConfiguration config; readonly ITokens tokens; readonly IMonitor monitor; readonly Options options;
            readonly Azure.Credential azure; readonly Microsoft.Identity.Client.App msal; readonly SemaphoreSlim gate = new(1);
            async Task M(MimeMessage m, Func<string> ask) { await Task.Yield(); {{Filled(code)}} }
            {{Filled(members)}}
        }
        namespace Azure { public class Credential { public string GetToken(string scope) => scope; } }
        namespace Microsoft.Extensions.Configuration
        {
            public interface IConfiguration { string this[string key] { get; } }
            public static class Binder { public static void Bind(this IConfiguration from, object to) { } }
        }
        namespace Microsoft.Identity.Client
        {
            public class App { public Request AcquireTokenForClient() => new(); public Request AcquireTokenInteractive() => new(); public Request AcquireTokenWithDeviceCode() => new(); }
            public class Request { public Request WithForceRefresh(bool force) => this; public string Execute() => ""; }
        }
        """;

    static string Filled(string code) =>
        code.Replace("LOOP", "for (var i = 0; i < 3; i++) try", StringComparison.Ordinal)
            .Replace("OPEN", "using var c = new SmtpClient(); c.Connect(HOST);", StringComparison.Ordinal)
            .Replace("DONE", "c.Send(m); return;", StringComparison.Ordinal)
            .Replace("HOST", "\"smtp.office365.com\", 587, SecureSocketOptions.StartTls", StringComparison.Ordinal);
}
