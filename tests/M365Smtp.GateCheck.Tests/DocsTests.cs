using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using M365Smtp.Settings;

namespace M365Smtp.Tests;

/// <summary>The code does what the pages say.</summary>
public class DocsTests
{
    static string Page(string path, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path));

    /// <summary>The rows of the reply table: the quoted texts, the remedy and the retry advice.</summary>
    static IEnumerable<(string Said, string Remedy, string Retry)> Rows() =>
        from line in Page("docs/gates.md").Split("## Tenant and mailbox")[0].Split('\n')
        let cells = line.Split('|')
        where cells.Length == 6 && cells[1].Contains('`')
        from Match quoted in Regex.Matches(cells[1], "`([^`]+)`")
        where quoted.Groups[1].Value is not ("Error:" or "530 5.5.1 Authentication Required")
        select (quoted.Groups[1].Value, cells[3], cells[4]);

    [Fact]
    public void The_decoder_knows_every_reply_of_the_page() =>
        Assert.All(Rows(), row => Assert.NotEqual(ReplyCause.Unknown, SmtpReply.Explain(row.Said).Cause));

    [Fact]
    public void The_decoder_knows_every_client_and_token_error_of_the_page()
    {
        var quoted =
            from line in Page("docs/gates.md")
                .Split("## What the client says by itself")[1]
                .Split("## Tenant and mailbox")[0]
                .Split('\n')
            let cells = line.Split('|')
            where cells.Length == 5
            from Match text in Regex.Matches(cells[1], "`([^`]+)`")
            select text.Groups[1].Value;

        Assert.True(quoted.Count() > 20);
        Assert.All(quoted, text => Assert.NotEqual(ReplyCause.Unknown, SmtpReply.Explain(text).Cause));
    }

    [Fact]
    public void Page_and_decoder_give_the_same_retry_advice() =>
        Assert.All(
            Rows(),
            row =>
                Assert.Equal(
                    row.Retry.Contains("later") && !row.Retry.Contains("no;"),
                    SmtpReply.Explain(row.Said).Retry != RetryAdvice.Never
                )
        );

    [Fact]
    public void Page_and_decoder_name_the_same_command()
    {
        var commands = Rows().Where(row => Regex.IsMatch(row.Remedy, "`(Set|Add)-")).ToList();

        Assert.NotEmpty(commands);
        Assert.All(
            commands,
            row =>
            {
                var written = Regex
                    .Match(row.Remedy, "`((?:Set|Add)-[^`]+)`")
                    .Groups[1]
                    .Value.Replace("<mailbox>", "{mailbox}")
                    .Replace("<from>", "{from}");
                Assert.Contains(SmtpReply.Explain(row.Said).Remedies, remedy => remedy.PowerShell == written);
            }
        );
    }

    [Fact]
    public void The_page_attributes_Gmails_reply_to_Gmail() =>
        Assert.Contains("| `530 5.5.1 Authentication Required` | this is Gmail", Page("docs/gates.md"));

    [Fact]
    public void The_checklist_quotes_the_note_about_a_wrong_service_principal()
    {
        var (token, registered) = (new ServicePrincipal(Guid.NewGuid(), Guid.NewGuid()), Guid.NewGuid());
        var said = ServicePrincipal.Compare(token, [token with { ObjectId = registered }])!.Split(':')[0];

        Assert.Contains(
            $"`{said.Replace(registered.ToString(), "…").Replace(token.ObjectId.ToString(), "…")}`",
            Page("docs/leaving-basic-auth.md")
        );
    }

    [Fact]
    public void The_readme_shows_the_real_output()
    {
        var why = SmtpReply.Explain(
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.",
            "alerts@contoso.com"
        );

        Assert.Contains(
            $"```\n{why.Gate}: {why.Meaning}\n{why.Remedies[0].PowerShell}\n```",
            Page("src/M365Smtp.GateCheck/README.md").ReplaceLineEndings("\n")
        );
    }
}
