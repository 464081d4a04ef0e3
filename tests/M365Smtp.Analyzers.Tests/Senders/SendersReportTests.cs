using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis;
using static M365Smtp.Analyzers.Tests.Senders.SendersProject;

namespace M365Smtp.Analyzers.Tests.Senders;

/// <summary>SMTP3000: the mistakes reported in the senders file of a project.</summary>
public class SendersReportTests
{
    static async Task<IEnumerable<string>> ReportAsync(params AdditionalText[] files) =>
        (await FindingsAsync(CSharp(""), [.. files])).Select(found =>
            $"{found.Id} {found.Severity} {found.Location.GetLineSpan().Path}{found.Location.GetLineSpan().Span.Start} {found.GetMessage()}"
        );

    [Fact]
    public async Task A_mistake_is_reported_at_its_line_and_column() =>
        Assert.Equal(
            [
                "SMTP3000 Warning /app/m365smtp.senders.json2,37 'usr' is not a kind of mailbox; use user, shared or application",
            ],
            await ReportAsync(
                new Text(
                    "/app/" + SendersFile.Name,
                    """
                    { "version": 1,
                      "mailboxes": [
                      { "upn": "a@contoso.com", "kind": "usr" } ] }
                    """
                )
            )
        );

    [Theory]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "Host=smtp.office365.com;User=app;Password=Hunter2x" } ] }"""
    )]
    [InlineData("""{ "version": 1, "acceptedDomains": ["pwd:Hunter2x"], "mailboxes": [] }""")]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "kind": "key=Hunter2x", "addresses": ["smtp://app:Hunter2x@contoso.com"] } ] }"""
    )]
    [InlineData("""{ "version": 1, "Password=Hunter2x": 1, "mailboxes": [] }""")]
    public async Task A_password_in_it_is_not_repeated(string file) =>
        Assert.All(
            Assert.IsAssignableFrom<IEnumerable<string>>(await ReportAsync(new Text("/app/" + SendersFile.Name, file))),
            told =>
            {
                Assert.Contains("SMTP3000", told);
                Assert.DoesNotContain("Hunter2x", told);
            }
        );

    [Fact]
    public async Task A_right_file_is_not_mentioned() =>
        Assert.Empty(await ReportAsync([.. Files(Rules.Mailer.Listed)]));

    [Fact]
    public async Task Of_two_files_the_first_is_used_and_the_other_reported()
    {
        var told = Assert.Single(
            await ReportAsync(
                new Text("/app/" + SendersFile.Name, Rules.Mailer.Listed),
                new Text("/lib/" + SendersFile.Name, Rules.Mailer.Listed)
            )
        );
        Assert.Equal(
            "SMTP3000 Warning /lib/m365smtp.senders.json0,0 'm365smtp.senders.json' is ignored: a project has one senders file, and '../app/m365smtp.senders.json' is listed first",
            told
        );
    }

    [Fact]
    public async Task Valid_entries_next_to_a_mistake_are_used() =>
        Assert.Equal(
            "3000 Warning, 3002 Warning",
            await OfCSharp(
                """
                var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("orders@contoso.com", secret) };
                client.Send(sender, "to@fabrikam.com", "s", "b");
                """,
                """{ "version": 1, "mailboxes": [ { "upn": oops }, { "upn": "app@contoso.com", "addresses": ["orders@contoso.com"] } ] }"""
            )
        );
}
