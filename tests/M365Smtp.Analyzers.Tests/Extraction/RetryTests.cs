namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Which loops sign in again after a refusal, and which do something else.</summary>
public class RetryTests
{
    const string Open = "c.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls);";

    [Theory]
    [InlineData("left by break", "for (var i = 0; i < 3; i++) try { SIGNIN; break; } catch (Exception) { }")]
    [InlineData("left by return", "while (true) { try { SIGNIN; return; } catch { n++; } }")]
    [InlineData("left behind the try", "while (true) { try { SIGNIN; } catch (Exception) { continue; } break; }")]
    [InlineData(
        "until a flag is set",
        "var done = false; while (!done) try { SIGNIN; done = true; } catch (Exception e) { Console.WriteLine(e); }"
    )]
    [InlineData(
        "until it is signed in",
        "while (!c.IsAuthenticated && n < 5) try { SIGNIN; } catch (Exception) { n++; }"
    )]
    [InlineData("a filter that counts", "while (true) try { SIGNIN; return; } catch (Exception) when (n++ < 5) { }")]
    [InlineData(
        "given up in the end",
        "for (var i = 0; ; i++) try { SIGNIN; return; } catch (Exception) { if (i == 3) throw; }"
    )]
    [InlineData(
        "caught further out",
        "while (true) try { try { SIGNIN; return; } finally { n++; } } catch (Exception) { }"
    )]
    [InlineData(
        "just the refusal, whatever ends the loop",
        "while (n < 5) try { SIGNIN; } catch (AuthenticationException) { n++; }"
    )]
    [InlineData(
        "a filter that names it",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e is AuthenticationException) { }"
    )]
    [InlineData(
        "a filter that names it among others",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e is IOException or AuthenticationException or TimeoutException) { }"
    )]
    [InlineData(
        "a filter of C# 7",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e is IOException || e is AuthenticationException || e is TimeoutException) { }"
    )]
    [InlineData(
        "a filter that names it and counts",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (n++ < 3 && (e is IOException or AuthenticationException)) { }"
    )]
    [InlineData(
        "a filter that lets in all but something else",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e is not OperationCanceledException) { }"
    )]
    [InlineData(
        "behind a clause that keeps it out",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e is IOException) { throw; } catch (Exception) { }"
    )]
    [InlineData(
        "a local of its own",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e is AuthenticationException a) { Console.WriteLine(a.Message); }"
    )]
    [InlineData("through a method", "for (;;) try { Once(); break; } catch (Exception) { }")]
    public Task Tries_again(string story, string code) => Is(story, code, "SMTP4009");

    [Theory]
    [InlineData(
        "the refusal is thrown on",
        "for (;;) try { SIGNIN; break; } catch (AuthenticationException) { throw; } catch (Exception) { }"
    )]
    [InlineData(
        "the refusal ends the loop",
        "for (;;) try { SIGNIN; break; } catch (AuthenticationException) { break; } catch (Exception) { }"
    )]
    [InlineData("another kind of failure", "for (;;) try { SIGNIN; break; } catch (IOException) { }")]
    [InlineData(
        "a filter that looks at it",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e is not AuthenticationException) { }"
    )]
    [InlineData(
        "a filter that names all but it",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e is IOException or TimeoutException) { }"
    )]
    [InlineData(
        "a filter that keeps it out",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (!(e is AuthenticationException) && n < 3) { }"
    )]
    [InlineData("a method decides", "for (;;) try { SIGNIN; break; } catch (Exception e) when (IsTransient(e)) { }")]
    [InlineData(
        "a text decides",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e.Message.Contains(\"timed out\")) { }"
    )]
    [InlineData(
        "one of several decides",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e is IOException || IsTransient(e)) { }"
    )]
    [InlineData(
        "thrown on by a filter",
        "for (;;) try { SIGNIN; break; } catch (Exception e) when (e is AuthenticationException) { throw; } catch (Exception) { }"
    )]
    [InlineData(
        "many mails with all that may fail",
        "for (var i = 0; i < all.Length; i++) try { SIGNIN; } catch (Exception e) when (e is IOException or AuthenticationException) { n++; }"
    )]
    [InlineData(
        "a handler that looks at it",
        "for (;;) try { SIGNIN; break; } catch (Exception e) { if (e is AuthenticationException) throw; }"
    )]
    [InlineData(
        "many mails, each on its own",
        "for (var i = 0; i < all.Length; i++) try { SIGNIN; } catch (Exception e) { Console.WriteLine(all[i] + e); }"
    )]
    [InlineData(
        "a flag that is set either way",
        "var done = false; while (n < 3 || !done) { try { SIGNIN; } catch (Exception) { n++; } done = true; }"
    )]
    [InlineData("a worker", "while (n < 9) { try { if (n > 1) return; SIGNIN; } catch (Exception) { n++; } }")]
    [InlineData("many accounts", "foreach (var one in all) try { p = one; SIGNIN; return; } catch (Exception) { }")]
    [InlineData(
        "another password each time",
        "for (;;) try { p = Console.ReadLine(); SIGNIN; break; } catch (Exception) { }"
    )]
    [InlineData("the process ends", "for (;;) try { SIGNIN; break; } catch (Exception) { Environment.Exit(1); }")]
    [InlineData("no loop", "try { SIGNIN; } catch (Exception) { }")]
    public Task Does_something_else(string story, string code) => Is(story, code, "");

    [Theory]
    [InlineData("that takes all but two kinds", "e is not null and not IOException and not TimeoutException", "SMTP4009")]
    [InlineData("that gives it a name", "e is AuthenticationException { } refused", "SMTP4009")]
    [InlineData("in parentheses", "(e) is AuthenticationException", "SMTP4009")]
    [InlineData("with a type between", "(Exception)(object)e is AuthenticationException", "SMTP4009")]
    [InlineData("that counts or names it", "n < 3 || e is AuthenticationException", "SMTP4009")]
    [InlineData("without short cuts", "n < 3 & e is Exception", "SMTP4009")]
    [InlineData("that looks into it", "e is AuthenticationException { InnerException: null }", "")]
    [InlineData("that takes one kind but not another", "e is IOException and not FileNotFoundException", "")]
    [InlineData("that looks into what it has named", "e is AuthenticationException and { InnerException: null }", "")]
    [InlineData("that counts or names something else", "n < 3 || e is IOException", "")]
    [InlineData("that takes nothing", "e is null", "")]
    [InlineData("that takes a kind of it", "e is SaslException", "")]
    [InlineData("that takes all but a kind of it", "e is not SaslException", "")]
    [InlineData("that asks for something else as well", "e is Exception & e is IOException", "")]
    public Task A_filter(string story, string filter, string found) =>
        Is(story, $"for (;;) try {{ SIGNIN; break; }} catch (Exception e) when ({filter}) {{ n++; }}", found);

    [Theory]
    [InlineData("catch (SmtpException) { }", "SMTP4009")]
    [InlineData("catch (SmtpException e) when (e.StatusCode != SmtpStatusCode.MustIssueStartTlsFirst) { }", "")]
    [InlineData("catch (SmtpFailedRecipientException) { }", "")]
    [InlineData("catch (SmtpException) { c.Credentials = new NetworkCredential(\"b@contoso.com\", p); }", "")]
    [InlineData("catch (Exception e) when (e is SmtpException or IOException) { }", "SMTP4009")]
    [InlineData("catch (Exception e) when (e is SmtpFailedRecipientException) { }", "")]
    [InlineData("catch (SmtpException e) when (e.StatusCode == SmtpStatusCode.ServiceNotAvailable) { }", "")]
    public async Task The_client_that_signs_in_when_it_sends(string clause, string found) =>
        Assert.Equal(
            found,
            await Report.Of(
                Report.CSharp(
                    $$"""
                    using System; using System.IO; using System.Net; using System.Net.Mail;
                    class C { void M(MailMessage m, string p) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("a@contoso.com", p) }; for (;;) try { c.Send(m); break; } {{clause}} } }
                    """
                ),
                "SMTP4001",
                "SMTP4002"
            )
        );

    const string Polly = """
        namespace Polly
        {
            using System;
            public class PolicyBuilder { public PolicyBuilder Or<T>() => this; public Policy Retry(int count) => null; public Policy CircuitBreaker(int count) => null; }
            public class Policy { public static PolicyBuilder Handle<T>() => null; public static PolicyBuilder Handle<T>(Func<T, bool> which) => null; public void Execute(Action action) => action(); }
        }
        """;

    [Theory]
    [InlineData("everything is handled", "Policy.Handle<Exception>().Retry(3).Execute(Once);", "SMTP4009")]
    [InlineData(
        "among others",
        "var policy = Policy.Handle<IOException>().Or<AuthenticationException>().Retry(3); policy.Execute(() => Once());",
        "SMTP4009"
    )]
    [InlineData("something else is handled", "Policy.Handle<IOException>().Retry(3).Execute(Once);", "")]
    [InlineData(
        "somebody chose",
        "Policy.Handle<Exception>(e => e is not AuthenticationException).Retry(3).Execute(Once);",
        ""
    )]
    [InlineData(
        "caught before",
        "Policy.Handle<Exception>().Retry(3).Execute(() => { try { Once(); } catch (AuthenticationException) { } });",
        ""
    )]
    [InlineData("no retry", "Policy.Handle<Exception>().CircuitBreaker(3).Execute(Once);", "")]
    [InlineData("from outside", "given.Execute(Once);", "")]
    [InlineData(
        "another each time",
        "var policy = Policy.Handle<IOException>().Retry(3); policy = Policy.Handle<Exception>().Retry(3); policy.Execute(Once);",
        ""
    )]
    public async Task A_pipeline(string story, string code, string found) =>
        Assert.Equal((story, found), (story, await OfPipeline($"void M(Policy given) {{ {code} }}", Polly)));

    static Task<string> OfPipeline(string members, string polly, string usings = "") =>
        Report.Of(
            Report.CSharp(
                $$"""
                using System; using System.IO; using MailKit.Net.Smtp; using MailKit.Security; using Polly; {{usings}}
                partial class C
                {
                    {{members}}
                    void Once() { using var c = new SmtpClient(); {{Open}} c.Authenticate(new SaslMechanismOAuth2("a@contoso.com", "t")); }
                }
                """,
                polly
            )
        );

    const string Polly8 = """
        namespace Polly
        {
            using System; using Polly.Retry;
            public class ResiliencePipelineBuilder
            {
                public ResiliencePipelineBuilder AddRetry(RetryStrategyOptions options) => this;
                public ResiliencePipelineBuilder AddRetry<T>(RetryStrategyOptions<T> options) => this;
                public ResiliencePipelineBuilder AddTimeout(TimeSpan time) => this;
                public ResiliencePipeline Build() => null;
            }
            public class ResiliencePipeline
            {
                public void Execute(Action action) { }
                public void Prepare(Action action) { }
            }
        }
        namespace Polly.Retry
        {
            using System;
            public class RetryStrategyOptions
            {
                public int MaxRetryAttempts { get; set; }
                public Func<object, bool> ShouldHandle { get; set; }
            }
            public class RetryStrategyOptions<T> { public int MaxRetryAttempts { get; set; } }
        }
        """;

    [Theory]
    [InlineData("everything is handled", "Builder.AddRetry(new RetryStrategyOptions()).Build().Execute(Once);", "SMTP4009")]
    [InlineData(
        "a number is chosen",
        "Builder.AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3 }).Build().Execute(() => Once());",
        "SMTP4009"
    )]
    [InlineData(
        "for a result",
        "Builder.AddRetry(new RetryStrategyOptions<int> { MaxRetryAttempts = 3 }).Build().Execute(Once);",
        "SMTP4009"
    )]
    [InlineData(
        "with a time limit",
        "var p = Builder.AddTimeout(TimeSpan.Zero).AddRetry(new RetryStrategyOptions()).Build(); p.Execute(Once);",
        "SMTP4009"
    )]
    [InlineData(
        "a local function",
        "void Own() { Once(); } Builder.AddRetry(new RetryStrategyOptions()).Build().Execute(Own);",
        "SMTP4009"
    )]
    [InlineData(
        "somebody chose",
        "Builder.AddRetry(new RetryStrategyOptions { ShouldHandle = e => true }).Build().Execute(Once);",
        ""
    )]
    [InlineData("chosen elsewhere", "Builder.AddRetry(options).Build().Execute(Once);", "")]
    [InlineData("no retry", "Builder.AddTimeout(TimeSpan.Zero).Build().Execute(Once);", "")]
    [InlineData("not run", "Builder.AddRetry(new RetryStrategyOptions()).Build().Prepare(Once);", "")]
    [InlineData(
        "two retries",
        "Builder.AddRetry(new RetryStrategyOptions()).AddRetry(options).Build().Execute(Once);",
        ""
    )]
    public async Task A_pipeline_with_options(string story, string code, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await OfPipeline(
                    $"ResiliencePipelineBuilder Builder => new(); void M(RetryStrategyOptions options) {{ {code} }}",
                    Polly8,
                    "using Polly.Retry;"
                )
            )
        );

    [Theory]
    [InlineData("in a constructor", "readonly Policy p; C() { p = RETRY; }", "SMTP4009")]
    [InlineData("in a static constructor", "static readonly Policy p; static C() { p = RETRY; }", "SMTP4009")]
    [InlineData("in an expression", "readonly Policy p; C() => p = RETRY;", "SMTP4009")]
    [InlineData("in a field of its own", "private Policy p; C() { p = RETRY; }", "SMTP4009")]
    [InlineData("in a property", "Policy p { get; } = RETRY;", "SMTP4009")]
    [InlineData("in a property by a constructor", "public Policy p { get; } C() { p = RETRY; }", "SMTP4009")]
    [InlineData("by a method", "readonly Policy p = Made(); static Policy Made() => RETRY;", "SMTP4009")]
    [InlineData("something else is handled", "readonly Policy p; C() { p = OTHER; }", "")]
    [InlineData("one of two", "readonly Policy p; C() { p = RETRY; } C(int n) { p = OTHER; }", "")]
    [InlineData("two after another", "readonly Policy p = RETRY; C() { p = OTHER; }", "")]
    [InlineData("from outside", "readonly Policy p; C(Policy given) { p = given; }", "")]
    [InlineData("from outside or not", "readonly Policy p; C(Policy given) { p = given ?? RETRY; }", "")]
    [InlineData("in a field that others set", "public Policy p; C() { p = RETRY; }", "")]
    [InlineData("in a property that others set", "public Policy p { get; set; } C() { p = RETRY; }", "")]
    [InlineData("handed out", "private Policy p; C() { p = RETRY; Swap(ref p); } void Swap(ref Policy q) { }", "")]
    [InlineData("in parts", "readonly Policy p; C() { p = RETRY; } } partial class C {", "")]
    public async Task A_pipeline_kept(string story, string members, string found)
    {
        var kept = members
            .Replace("RETRY", "Policy.Handle<Exception>().Retry(3)", StringComparison.Ordinal)
            .Replace("OTHER", "Policy.Handle<IOException>().Retry(3)", StringComparison.Ordinal);
        Assert.Equal((story, found), (story, await OfPipeline($"{kept} void M() {{ p.Execute(Once); }}", Polly)));
    }

    static async Task Is(string story, string code, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System; using System.IO; using MailKit.Net.Smtp; using MailKit.Security;
                        class C
                        {
                            void M(string[] all, string p) { var n = 0; var c = new SmtpClient(); {{Open}} {{code.Replace(
                            "SIGNIN",
                            "c.Authenticate(new SaslMechanismOAuth2(\"a@contoso.com\", p))"
                        )}} }
                            static bool IsTransient(Exception e) => e.Data.Count > 0;
                            void Once() { using var c = new SmtpClient(); {{Open}} c.Authenticate(new SaslMechanismOAuth2("a@contoso.com", "t")); }
                        }
                        """
                    )
                )
            )
        );

    [Theory]
    [InlineData("Catch e As Exception When TypeOf e Is AuthenticationException", "SMTP4009")]
    [InlineData("Catch e As Exception When TypeOf e Is IOException OrElse TypeOf e Is AuthenticationException", "SMTP4009")]
    [InlineData("Catch e As Exception When n < 3 AndAlso TypeOf e Is AuthenticationException", "SMTP4009")]
    [InlineData("Catch e As Exception When n < 3", "SMTP4009")]
    [InlineData("Catch e As Exception When TypeOf e IsNot OperationCanceledException", "SMTP4009")]
    [InlineData("Catch e As Exception When Not TypeOf e Is AuthenticationException", "")]
    [InlineData("Catch e As Exception When TypeOf e IsNot AuthenticationException", "")]
    [InlineData("Catch e As Exception When TypeOf e Is IOException", "")]
    public async Task Visual_Basic_filters(string clause, string found)
    {
        var report = await Report.Of(
            Report.VisualBasic(
                $"""
                Imports System
                Imports System.IO
                Imports MailKit.Net.Smtp
                Imports MailKit.Security
                Class C
                    Sub M(password As String)
                        Dim n = 0
                        Do
                            Try
                                Dim c As New SmtpClient()
                                c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls)
                                c.Authenticate("a@contoso.com", password)
                                Return
                            {clause}
                                n += 1
                            End Try
                        Loop
                    End Sub
                End Class
                """
            ),
            "SMTP4001"
        );
        Assert.Equal((clause, found), (clause, report));
    }
}
