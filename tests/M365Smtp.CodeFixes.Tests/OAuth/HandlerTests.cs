using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.OAuth;

/// <summary>A program that handles a refused sign-in handles a missing token in the same place.</summary>
public class HandlerTests
{
    [Theory]
    [InlineData(
        "a clause",
        "catch (AuthenticationException) { return \"refused\"; }",
        "catch (Exception ex) when (ex is AuthenticationException or AuthenticationFailedException) { return \"refused\"; }"
    )]
    [InlineData(
        "a clause with a name",
        "catch (AuthenticationException e) { return e.Message; }",
        "catch (Exception e) when (e is AuthenticationException or AuthenticationFailedException) { return e.Message; }"
    )]
    [InlineData(
        "before another",
        "catch (AuthenticationException) { return \"refused\"; } catch (IOException) { return \"network\"; }",
        "catch (Exception ex) when (ex is AuthenticationException or AuthenticationFailedException) { return \"refused\"; } catch (IOException) { return \"network\"; }"
    )]
    [InlineData(
        "a filter",
        "catch (Exception e) when (e is IOException or AuthenticationException) { return \"failed\"; }",
        "catch (Exception e) when (e is IOException or AuthenticationException or AuthenticationFailedException) { return \"failed\"; }"
    )]
    [InlineData(
        "a filter of one",
        "catch (Exception e) when (e is AuthenticationException) { return \"failed\"; }",
        "catch (Exception e) when (e is AuthenticationException or AuthenticationFailedException) { return \"failed\"; }"
    )]
    [InlineData("everything", "catch (Exception) { return \"failed\"; }", "catch (Exception) { return \"failed\"; }")]
    [InlineData(
        "what ends the retries",
        "catch (AuthenticationException) { throw; } catch (Exception) { return \"failed\"; }",
        "catch (AuthenticationException) { throw; } catch (Exception) { return \"failed\"; }"
    )]
    [InlineData(
        "a filter that keeps it out",
        "catch (Exception e) when (e is not AuthenticationException) { return \"failed\"; }",
        "catch (Exception e) when (e is not AuthenticationException) { return \"failed\"; }"
    )]
    [InlineData(
        "another failure",
        "catch (IOException) { return \"network\"; }",
        "catch (IOException) { return \"network\"; }"
    )]
    public Task SMTP4001_in_a_handler(string why, string before, string after) =>
        RoundTrip.FixesAsync(
            $$"""
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;

              class Mail // {{why}}
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  string Send()
                  {
                      try
                      {
                          using var client = new SmtpClient();
                          client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -             [|client.Authenticate("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD")!)|];
            +             var accessToken = Credential.GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            +             client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
                          return "sent";
                      }
            {{(before == after ? "          " + before : "-         " + before + "\n+         " + after)}}
                  }
              }
            """
        );

    [Theory]
    [InlineData("""catch (AuthenticationException) { return "no mail"; }""", false)]
    [InlineData("""catch (Exception e) when (e is AuthenticationException) { return "no mail"; }""", false)]
    [InlineData("""catch (Exception) { return "no mail"; }""", true)]
    [InlineData("""catch (AuthenticationException) { throw; }""", true)]
    public async Task SMTP4001_is_left_where_a_handler_of_another_file_would_miss_it(string clause, bool isOffered)
    {
        var files = MarkedCode.Parse(
            $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            class Mail
            {
                public static void Send(string password)
                {
                    using var client = new SmtpClient();
                    client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    client.Authenticate("alerts@contoso.com", password);
                }
            }
            class Order
            {
                public static void Place(string password) => Mail.Send(password);
            }
            // file: Page.cs
            using MailKit.Security;
            class Page
            {
                string Post(string password)
                {
                    try
                    {
                        Order.Place(password);
                        return "sent";
                    }
                    {{clause}}
                }
            }
            """
        ).Files;
        var solution = MailProject.Create(files);
        var fix = new Fix(FixKeys.Of("SMTP4001"), "Use OAuth 2.0");
        var finding = (await solution.Projects.Single().FindingsAsync(fix.Analyzer)).Single(found =>
            found.Id == "SMTP4001"
        );
        Assert.Equal(
            isOffered,
            (await fix.ActionsAsync(solution, finding)).Any(action => action.Title == "Use OAuth 2.0")
        );
    }
}
