namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>What a filter lets into a handler, by syntax: a refused sign-in, or something else.</summary>
public class RefusalFilterTests
{
    [Theory]
    [InlineData("e is AuthenticationException", "SMTP4009")]
    [InlineData("e is Exception and AuthenticationException", "SMTP4009")]
    [InlineData("e is AuthenticationException and Exception", "SMTP4009")]
    [InlineData("e is Exception and IOException", "")]
    [InlineData("e is IOException and not FileNotFoundException", "")]
    [InlineData("e is not IOException and not TimeoutException", "SMTP4009")]
    [InlineData("e is not (IOException or TimeoutException)", "SMTP4009")]
    [InlineData("e is not (IOException or AuthenticationException)", "")]
    [InlineData("e is not null", "SMTP4009")]
    [InlineData("e is null", "")]
    [InlineData("e is { }", "SMTP4009")]
    [InlineData("e is AuthenticationException { Message: \"x\" }", "")]
    [InlineData("e is AuthenticationException { }", "SMTP4009")]
    [InlineData("e is IOException { Message: \"x\" }", "")]
    [InlineData("e is object", "SMTP4009")]
    [InlineData("e is IDisposable", "")]
    [InlineData("e is Own", "")]
    [InlineData("!(e is IOException)", "SMTP4009")]
    [InlineData("!(e is AuthenticationException)", "")]
    [InlineData("e is AuthenticationException | n > 3", "SMTP4009")]
    [InlineData("n < 3 || e is AuthenticationException", "SMTP4009")]
    [InlineData("n < 3 || e is IOException", "")]
    [InlineData("e is IOException || e is TimeoutException", "")]
    [InlineData("e is not IOException && n < 3", "SMTP4009")]
    [InlineData("e is not AuthenticationException && n < 3", "")]
    [InlineData("((Exception)e) is AuthenticationException", "SMTP4009")]
    [InlineData("other is AuthenticationException && e is IOException", "")]
    public Task A_filter(string filter, string found) =>
        Is($"for (;;) try {{ SIGNIN; break; }} catch (Exception e) when ({filter}) {{ n++; }}", found);

    [Theory]
    [InlineData("e is not SaslException")]
    [InlineData("e is not Own")]
    public Task A_filter_for_some_refusals_only_leaves_open_which_come(string filter) =>
        Is($"for (;;) try {{ SIGNIN; break; }} catch (Exception e) when ({filter}) {{ n++; }}", "");

    [Theory]
    [InlineData("for (;;) try { SIGNIN; break; } catch (Exception) { n++; continue; }", "SMTP4009")]
    [InlineData("for (;;) { try { SIGNIN; } catch (Exception) { n++; continue; } return; }", "SMTP4009")]
    [InlineData("for (;;) { try { SIGNIN; } catch (Exception) { n++; } return; }", "")]
    [InlineData("for (;;) { try { SIGNIN; } catch (Exception) { n++; break; } return; }", "")]
    [InlineData(
        "for (;;) { try { SIGNIN; } catch (Exception) { if (n > 3) throw; n++; continue; } return; }",
        "SMTP4009"
    )]
    [InlineData("while (!done) try { SIGNIN; done = true; } catch (Exception) { n++; }", "SMTP4009")]
    [InlineData("while (!done) try { done = true; SIGNIN; } catch (Exception) { n++; }", "")]
    [InlineData("while (!done) try { SIGNIN; other = null; } catch (Exception) { n++; }", "")]
    [InlineData("while (!kept) try { SIGNIN; kept = true; } catch (Exception) { n++; }", "SMTP4009")]
    [InlineData("do try { SIGNIN; done = true; } catch (Exception) { n++; } while (!done);", "SMTP4009")]
    [InlineData("for (;;) try { Action one = () => { SIGNIN; }; one(); break; } catch (Exception) { }", "")]
    public Task A_loop(string code, string found) => Is(code, found);

    [Theory]
    [InlineData(
        "static readonly Policy policy = Policy.Handle<Exception>().Retry(3);",
        "policy.Execute(Once);",
        "SMTP4009"
    )]
    [InlineData("readonly Policy policy = Policy.Handle<Exception>().Retry(3);", "policy.Execute(Once);", "SMTP4009")]
    [InlineData("Policy policy = Policy.Handle<Exception>().Retry(3);", "policy.Execute(Once);", "SMTP4009")]
    [InlineData("internal Policy policy = Policy.Handle<Exception>().Retry(3);", "policy.Execute(Once);", "")]
    [InlineData("readonly Policy policy = Policy.Handle<IOException>().Retry(3);", "policy.Execute(Once);", "")]
    [InlineData(
        "readonly Policy policy = Policy.Handle<IOException>().Retry(3), other = Policy.Handle<Exception>().Retry(3);",
        "policy.Execute(Once);",
        ""
    )]
    [InlineData("readonly Policy policy = Policy.Handle<Exception>().Retry(3);", "policy.Run(Once);", "")]
    [InlineData(
        "readonly Policy policy = Policy.Handle<Exception>().Retry(3);",
        "policy.ExecuteAndCapture(() => Once());",
        "SMTP4009"
    )]
    [InlineData("readonly Policy policy = Policy.Handle<Exception>().Retry(0);", "policy.Execute(Once);", "")]
    [InlineData(
        "readonly Policy policy = Policy.Handle<Exception>().Retry(3, (e, n) => Console.WriteLine(e));",
        "policy.Execute(Once);",
        "SMTP4009"
    )]
    [InlineData(
        "readonly Policy policy = Policy.Handle<Exception>().Retry(3, (e, n) => { if (n > 1) throw e; });",
        "policy.Execute(Once);",
        ""
    )]
    [InlineData(
        "readonly Policy policy = Policy.Handle<Exception>().Retry(3, (e, n) => Token = \"new\"); static string Token;",
        "policy.Execute(Once);",
        ""
    )]
    [InlineData(
        "readonly Policy policy = Policy.Handle<AuthenticationException>().Fallback().Wrap(Policy.Handle<IOException>().Retry(3));",
        "policy.Execute(Once);",
        ""
    )]
    public Task A_pipeline_of_a_field(string member, string code, string found) => Is(code, found, member);

    static async Task Is(string code, string found, string member = "") =>
        Assert.Equal(
            (code, found),
            (
                code,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System; using System.IO; using MailKit.Net.Smtp; using MailKit.Security; using Polly;
                        class Own : AuthenticationException { }
                        class C
                        {
                            bool kept; {{member}}
                            void M(string p, Exception other) {
                                var n = 0; var done = false; var c = new SmtpClient(); {{Open}}
                                {{code.Replace(
                            "SIGNIN",
                            "c.Authenticate(new SaslMechanismOAuth2(\"a@contoso.com\", p))",
                            StringComparison.Ordinal
                        )}} }
                            void Once() {
                                using var c = new SmtpClient(); {{Open}}
                                c.Authenticate(new SaslMechanismOAuth2("a@contoso.com", "t"));
                            }
                        }
                        """,
                        Polly
                    )
                )
            )
        );

    const string Open = "c.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls);";

    const string Polly = """
        namespace Polly
        {
            using System;
            public class PolicyBuilder {
                public Policy Retry(int count) => null; public Policy Retry(int count, Action<Exception, int> onRetry) => null;
                public Policy Fallback() => null;
            }
            public class Policy {
                public Policy Wrap(Policy inner) => null;
                public static PolicyBuilder Handle<T>() => null;
                public void Execute(Action action) { } public void ExecuteAndCapture(Action action) { } public void Run(Action action) { }
            }
        }
        """;
}
