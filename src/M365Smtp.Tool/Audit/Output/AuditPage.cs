using System.Net;
using System.Text;
using M365Smtp.Tool.Audit.Tenant;

namespace M365Smtp.Tool.Audit.Output;

/// <summary>The report as one self-contained page: the verdict, filters, a row per sender, the tenant.</summary>
internal static class AuditPage
{
    public static string Of(AuditReport report)
    {
        var rows = report.Rows;
        var parts = new Dictionary<string, string>
        {
            ["summary"] = Encoded(AuditText.Summary(report)),
            ["verdict"] = Encoded(report.Verdict.Text),
            ["verdictClass"] =
                report.Verdict.Stops + report.Verdict.FailsAlready > 0 ? "stops"
                : report.Verdict.NotKnown > 0 ? "unknown"
                : "",
            ["afterOptions"] = Options(
                Enum.GetValues<AfterSwitch>()
                    .Where(after => rows.Any(row => row.AfterSwitch == after))
                    .Select(after => (after.ToString(), RowWords.Of(after)))
            ),
            ["repositoryOptions"] = Options(
                rows.Select(row => row.Repository).Distinct().Order(StringComparer.Ordinal).Select(name => (name, name))
            ),
            ["mailboxOptions"] = Options(
                rows.Where(row => row.Kind != RowKind.Mention)
                    .Select(RowWords.Mailbox)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(name => (name, name))
            ),
            ["rows"] = string.Concat(rows.Select(Row)),
            ["tenant"] = report.Tenant is { } tenant ? TenantPart(tenant) : "",
            ["problems"] = Problems(report.Problems),
        };
        // One pass over the template, so a placeholder inside a value is not replaced.
        var page = new StringBuilder();
        var template = Template();
        var position = 0;
        while (template.IndexOf("{{", position, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = template.IndexOf("}}", open, StringComparison.Ordinal);
            page.Append(template, position, open - position).Append(parts[template[(open + 2)..close]]);
            position = close + 2;
        }
        return page.Append(template, position, template.Length - position).ToString();
    }

    static string Template()
    {
        using var stream = typeof(AuditPage).Assembly.GetManifestResourceStream("audit.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    static string Row(AuditRow row)
    {
        var html = new StringBuilder();
        html.Append(
            $"<li class=\"row\" data-after=\"{row.AfterSwitch}\" data-repository=\"{Encoded(row.Repository)}\" "
                + $"data-mailbox=\"{Encoded(RowWords.Mailbox(row))}\"><details><summary><span class=\"facts\">"
        );
        html.Append($"<span class=\"badge {row.AfterSwitch}\">{Encoded(RowWords.Of(row.AfterSwitch))}</span>");
        html.Append(Fact("Where", RowWords.Where(row) + Marks(row))).Append(Fact("Mailbox", RowWords.Mailbox(row)));
        html.Append(Fact("Host", RowWords.Host(row))).Append(Fact("Signs in with", RowWords.Of(row.SignIn)));
        html.Append("</span></summary><div class=\"body\">");
        html.Append($"<p>{Encoded(row.Why)}</p>");
        html.Append(List("About it", About(row)));
        html.Append(List("Ways out", row.WaysOut.Select(Linked)));
        html.Append(List("Findings", row.Findings.Select(Finding)));
        if (row.Code.Count > 0)
            html.Append(
                "<h3>Code</h3><pre tabindex=\"0\" aria-label=\"Code\"><code>"
                    + $"{Encoded(string.Join('\n', row.Code))}</code></pre>"
            );
        return html.Append("</div></details></li>\n").ToString();
    }

    static string Marks(AuditRow row)
    {
        var marks = new[]
        {
            row.Kind == RowKind.Sender ? null : RowWords.Of(row.Kind),
            row.IsTest ? "test" : null,
            row.IsLoose ? "read loosely" : null,
            row.IsNew == true ? "new" : null,
        }
            .OfType<string>()
            .ToList();
        return marks.Count == 0 ? "" : $" ({string.Join(", ", marks)})";
    }

    static IEnumerable<string> About(AuditRow row)
    {
        if (row.Member is { } member)
            yield return "In " + Encoded(member);
        if (row.Library is { } library)
            yield return "With " + Encoded(library);
        if (row.Project is { } project)
            yield return "Project " + Encoded(project);
        if (row.StartUp is { } startUp)
            yield return "With the settings of " + Encoded(startUp);
        if (row.Host is not null && row.HostFrom is { } host)
            yield return "Host from " + Encoded(host);
        if (row.Mailbox is not null && row.MailboxFrom is { } mailbox)
            yield return "Mailbox from " + Encoded(mailbox);
        if (row.From is { } from)
            yield return "Sends as " + Encoded(from);
        if (row.TenantMailbox is { } joined)
            yield return $"Mailbox of the tenant: {Encoded(joined)} (by {Encoded(row.JoinedBy!)})";
    }

    static string Finding(AuditFinding finding)
    {
        var page = $"https://github.com/M365SmtpAnalyzers/M365SmtpAnalyzers/blob/main/docs/rules/{finding.Rule}.md";
        var fixes = finding.Fixes.Count == 0 ? "" : $" Fix: {Encoded(string.Join("; ", finding.Fixes))}.";
        var source = finding.Source == FindingSource.Build ? "" : $" ({RowWords.Of(finding.Source)})";
        var where = Encoded($"{finding.Place.Path}:{finding.Place.Line}");
        var message = Encoded(finding.Message.TrimEnd('.'));
        return $"<a href=\"{page}\">{finding.Rule}</a> {finding.Severity}, {where}{source}: {message}.{fixes}";
    }

    static string TenantPart(TenantReport tenant)
    {
        var html = new StringBuilder();
        html.Append($"<h2>The tenant's mailboxes</h2><p>{Encoded(TenantText.Sentence(tenant))}</p>");
        if (tenant.Mailboxes.Count > 0)
        {
            html.Append(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Mailboxes that submit mail\">"
                    + "<table><caption>Mailboxes that submit mail, and their code</caption><thead><tr>"
            );
            foreach (var head in new[] { "Mailbox", "Signs in with", "Messages", "Last seen", "SMTP AUTH", "Code" })
                html.Append($"<th scope=\"col\">{head}</th>");
            html.Append("</tr></thead><tbody>");
            foreach (var row in tenant.Mailboxes)
                html.Append(MailboxRow(row));
            html.Append("</tbody></table></div>");
        }
        html.Append(List("Sign-ins that no code read here explains", tenant.Unexplained.Select(Encoded)));
        html.Append(List("Code and settings whose mailbox never signed in", tenant.NeverSignedIn.Select(Encoded)));
        foreach (var note in tenant.Notes)
            html.Append($"<p>{Encoded(note)}</p>");
        return html.ToString();
    }

    static string MailboxRow(MailboxRow row)
    {
        var code = row.Code.Select(code => $"{code.Place} (by {code.By})");
        string?[] cells =
        [
            RowWords.Of(row.SignIn),
            row.Messages?.ToString("N0"),
            row.LastSeen,
            row.SmtpAuth,
            string.Join(", ", code),
        ];
        return $"<tr><th scope=\"row\">{Encoded(row.Mailbox)}</th>"
            + string.Concat(cells.Select(cell => $"<td>{Encoded(cell ?? "")}</td>"))
            + "</tr>";
    }

    static string Problems(IReadOnlyList<AuditProblem> problems) =>
        problems.Count == 0
            ? ""
            : "<h2>Not read, or read in another way</h2>"
                + Items(problems.Select(problem => Encoded($"{problem.Path}: {problem.Message}")));

    static string Fact(string name, string value) =>
        $"<span><span class=\"name\">{name}</span> {Encoded(value)}</span>";

    static string List(string title, IEnumerable<string> items) =>
        items.ToList() is { Count: > 0 } all ? $"<h3>{title}</h3>{Items(all)}" : "";

    static string Items(IEnumerable<string> items) =>
        $"<ul>{string.Concat(items.Select(item => $"<li>{item}</li>"))}</ul>";

    // The text of an alternative ends with the address of its page.
    static string Linked(string way)
    {
        var start = way.IndexOf("https://", StringComparison.Ordinal);
        return start < 0
            ? Encoded(way)
            : $"{Encoded(way[..start])}<a href=\"{Encoded(way[start..])}\">{Encoded(way[start..])}</a>";
    }

    static string Options(IEnumerable<(string Value, string Text)> options) =>
        string.Concat(
            options.Select(option => $"<option value=\"{Encoded(option.Value)}\">{Encoded(option.Text)}</option>")
        );

    static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
