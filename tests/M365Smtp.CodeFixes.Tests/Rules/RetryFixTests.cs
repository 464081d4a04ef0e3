using M365Smtp.Analyzers;
using M365Smtp.CodeFixes.Tests.Harness;
using M365Smtp.CodeFixes.Tests.RoundTrips;
using M365Smtp.Simulator;
using MailKit.Security;

namespace M365Smtp.CodeFixes.Tests.Rules;

public class RetryFixTests
{
    static readonly Fix Retries = new(FixKeys.Of("SMTP4009"), "Stop retrying when sign-in is refused");

    [Fact]
    public Task SMTP4009_caught_with_everything_else() =>
        Retries.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;
              class Mailer
              {
                  async Task SendAsync(MimeMessage message, string user, string token)
                  {
                      [|for|] (var attempt = 1; attempt <= 3; attempt++)
                      {
                          try
                          {
                              using var client = new SmtpClient();
                              await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                              await client.AuthenticateAsync(new SaslMechanismOAuth2(user, token));
                              await client.SendAsync(message);
                              return;
                          }
            +             catch (AuthenticationException)
            +             {
            +                 throw;
            +             }
                          // The network is not what it was.
                          catch (Exception e)
                          {
                              Console.Error.WriteLine(e.Message);
                              await Task.Delay(1000);
                          }
                      }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4009_in_a_retry_method_of_the_project() =>
        Retries.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;
              class Mailer
              {
                  void Send(MimeMessage message, string user, string token) =>
                      Retry(() =>
                      {
                          using var client = new SmtpClient();
                          client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                          client.Authenticate(new SaslMechanismOAuth2(user, token));
                          client.Send(message);
                      });

                  static void Retry(Action action)
                  {
                      [|for|] (var attempt = 1; attempt <= 3; attempt++)
                      {
                          try
                          {
                              action();
                              return;
                          }
            +             catch (AuthenticationException)
            +             {
            +                 throw;
            +             }
                          catch (Exception e)
                          {
                              Console.Error.WriteLine(e.Message);
                          }
                      }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4009_in_a_method_that_calls_itself() =>
        Retries.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;
              class Mailer
              {
                  void Send(MimeMessage message, string user, string token, int attempt)
                  {
                      try
                      {
                          using var client = new SmtpClient();
                          client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                          client.Authenticate(new SaslMechanismOAuth2(user, token));
                          client.Send(message);
                      }
            +         catch (AuthenticationException)
            +         {
            +             throw;
            +         }
                      catch (Exception)
                      {
                          if (attempt == 3)
                              throw;
                          [|Send|](message, user, token, attempt + 1);
                      }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4009_caught_by_a_filter_that_names_it() =>
        Retries.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;
              class Mailer
              {
                  bool Send(MimeMessage message, string user, string token)
                  {
                      var sent = false;
                      [|for|] (var attempt = 1; attempt <= 3 && !sent; attempt++)
                      {
                          try
                          {
                              using var client = new SmtpClient();
                              client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                              client.Authenticate(new SaslMechanismOAuth2(user, token));
                              client.Send(message);
                              sent = true;
                          }
            +             catch (AuthenticationException)
            +             {
            +                 throw;
            +             }
                          catch (Exception ex) when (ex is SmtpCommandException or AuthenticationException or IOException or TimeoutException)
                          {
                              Thread.Sleep(1000);
                          }
                      }
                      return sent;
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4009_caught_on_one_line_until_it_is_sent() =>
        Retries.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              var (sent, failures) = (false, 0);
              [|while|] (!sent)
              {
                  try { SendOnce(); sent = true; }
            +     catch (MailKit.Security.AuthenticationException) { throw; }
                  catch when (failures < 5) { failures++; }
              }

              void SendOnce()
              {
                  using var client = new SmtpClient();
                  client.Connect("smtp.office365.com", 587, MailKit.Security.SecureSocketOptions.StartTls);
                  client.Authenticate(new MailKit.Security.SaslMechanismOAuth2("app@contoso.com", args[0]));
              }
            """
        );

    [Fact]
    public Task SMTP4009_caught_by_its_own_type() =>
        Retries.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using var client = new SmtpClient();
              [|for|] (var attempt = 0; attempt < 5; attempt++) {
                  try {
                      client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                      client.Authenticate(new SaslMechanismOAuth2("app@contoso.com", args[0]));
                      break;
                  } catch (IOException) {
                      Console.Error.WriteLine("Once more.");
                  } catch (AuthenticationException e) {
                      Console.Error.WriteLine(e.Message); // for the admin
            +         throw;
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4009_with_the_client_that_signs_in_when_it_sends() =>
        Retries.VerifyAsync(
            """
              using System.Net.Mail;
              class Mailer(NetworkCredential login)
              {
                  bool Send(MailMessage message)
                  {
                      int left = 3;
                      [|do|] {
                          using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = login };
                          try {
                              client.Send(message);
                              return true;
            +             } catch (SmtpException refused) when (refused.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst) {
            +                 throw;
                          } catch (SmtpException) {
                              left--;
                          }
                      } while (left > 0);
                      return false;
                  }
              }
            """
        );

    [Theory]
    [InlineData(
        "catch (Exception)\n    {\n    }",
        "catch (AuthenticationException)\n    {\n        throw;\n    }\n    catch (Exception)\n    {\n    }"
    )]
    [InlineData(
        "catch (IOException)\n    {\n    }\n    catch (AuthenticationException)\n    {\n    }",
        "catch (IOException)\n    {\n    }\n    catch (AuthenticationException)\n    { throw; }"
    )]
    public async Task SMTP4009_ends_at_the_first_refusal(string clauses, string right)
    {
        var (before, after) = (Retrying(clauses), Retrying(right));
        await Retries.VerifyAsync(before.Replace("for (", "[|for|] ("), after);
        var (again, once) = (await Program.OnWireAsync(before), await Program.OnWireAsync(after));

        await using var closed = await SmtpSimulator.StartAsync(Scenario.BadCredentials);
        await again.RunAsync(closed);
        Assert.Equal(3, closed.Sessions.Count);
        await Assert.ThrowsAsync<AuthenticationException>(() => once.RunAsync(closed));
        Assert.Equal(4, closed.Sessions.Count);

        await using var open = await SmtpSimulator.StartAsync(Scenario.Open);
        await once.RunAsync(open);
        Assert.Single(open.Messages);
    }

    static string Retrying(string clauses) =>
        $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using MimeKit;
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    using var client = new SmtpClient();
                    client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    client.Authenticate("alerts@contoso.com", args[0]);
                    client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
                    break;
                }
                {{clauses}}
            }
            """;

    [Fact]
    public async Task SMTP4009_is_not_offered_where_the_loop_would_have_no_purpose_left()
    {
        var solution = MailProject.Create([
            MarkedFile.Parse("Mail.cs", Retrying("catch (AuthenticationException)\n    {\n    }")),
        ]);
        var found = (await solution.Projects.Single().FindingsAsync(new SmtpCodeAnalyzer())).Single(finding =>
            finding.Id == "SMTP4009"
        );
        Assert.Empty(await Retries.ActionsAsync(solution, found));
    }

    const string Polly = """
        // file: Polly.cs
        namespace Polly
        {
            public class PolicyBuilder { }
            public abstract class Policy { public static PolicyBuilder Handle<T>() => null!; public static PolicyBuilder Handle<T>(Func<T, bool> which) => null!; }
            public class AsyncPolicy : Policy { public Task ExecuteAsync(Func<Task> action) => action(); }
            public static class RetrySyntax { public static AsyncPolicy RetryAsync(this PolicyBuilder builder, int count) => null!; }
            public class PredicateBuilder { public PredicateBuilder Handle<T>(Func<T, bool>? which = null) => this; }
            public class RetryStrategyOptions { public int MaxRetryAttempts { get; set; } public PredicateBuilder ShouldHandle { get; set; } = null!; }
            public class ResiliencePipeline { public void Execute(Action action) => action(); }
            public class ResiliencePipelineBuilder { public ResiliencePipelineBuilder AddRetry(RetryStrategyOptions options) => this; public ResiliencePipeline Build() => null!; }
        }
        """;

    [Theory]
    [InlineData(
        "Policy.Handle<Exception>().[|RetryAsync|](3)",
        "Policy.Handle<Exception>(exception => exception is not AuthenticationException).RetryAsync(3)",
        "ExecuteAsync(() => SendAsync())"
    )]
    [InlineData(
        "Policy.Handle<Exception>() /* all */.[|RetryAsync|](3)",
        "Policy.Handle<Exception>(exception => exception is not AuthenticationException) /* all */.RetryAsync(3)",
        "ExecuteAsync(SendAsync)"
    )]
    [InlineData(
        "new ResiliencePipelineBuilder().[|AddRetry|](new RetryStrategyOptions { MaxRetryAttempts = 3 }).Build()",
        "new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3, ShouldHandle = new PredicateBuilder().Handle<Exception>(exception => exception is not AuthenticationException and not OperationCanceledException) }).Build()",
        "Execute(() => SendAsync().Wait())"
    )]
    public Task SMTP4009_in_a_pipeline(string before, string after, string run) =>
        Retries.VerifyAsync(InPipeline(before, run), InPipeline(after, run));

    static string InPipeline(string pipeline, string run) =>
        $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Polly;
            class Mailer(string token)
            {
                void Run() => pipeline.{{run}};

                readonly {{(
                pipeline.Contains("Builder") ? "ResiliencePipeline" : "AsyncPolicy"
            )}} pipeline = {{pipeline}};

                async Task SendAsync()
                {
                    using var client = new SmtpClient();
                    await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync(new SaslMechanismOAuth2("app@contoso.com", token));
                }
            }

            """ + Polly;
}
