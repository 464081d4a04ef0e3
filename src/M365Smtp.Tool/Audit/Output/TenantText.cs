using M365Smtp.Tool.Audit.Tenant;
using M365Smtp.Tool.Output;
using Spectre.Console;

namespace M365Smtp.Tool.Audit.Output;

/// <summary>The mailboxes of the tenant and their code, for the terminal.</summary>
internal static class TenantText
{
    public static void Write(Terminal terminal, IAnsiConsole console, TenantReport tenant)
    {
        terminal.Out.WriteLine();
        console.MarkupLineInterpolated($"[bold]{Sentence(tenant)}[/]");
        if (tenant.Mailboxes.Count > 0)
            AlignedRows.Write(
                console,
                ["Mailbox", "Signs in with", "Messages", "SMTP AUTH", "Code"],
                [.. tenant.Mailboxes.Select(Cells)]
            );
        List(terminal, "No code read here explains the sign-ins of:", tenant.Unexplained);
        List(
            terminal,
            "Code or settings name these mailboxes, and the exports show no sign-in of them:",
            tenant.NeverSignedIn
        );
        foreach (var note in tenant.Notes)
            terminal.Out.WriteLine(note);
    }

    public static string Sentence(TenantReport tenant)
    {
        var passwords = tenant.Mailboxes.Count(row => row.SignIn == SignIn.Password);
        var explained = tenant.Mailboxes.Count(row => row.SignIn == SignIn.Password && row.Code.Count > 0);
        return $"{passwords} of {tenant.Mailboxes.Count} {(tenant.Mailboxes.Count == 1 ? "mailbox" : "mailboxes")} "
            + $"{(passwords == 1 ? "signs" : "sign")} in with a password; the code of {explained} of them is known.";
    }

    static string[] Cells(MailboxRow row) =>
        [
            row.Mailbox,
            RowWords.Of(row.SignIn),
            row.Messages?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            row.SmtpAuth ?? "",
            string.Join(", ", row.Code.Select(code => $"{code.Place} ({code.By})")),
        ];

    static void List(Terminal terminal, string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;
        terminal.Out.WriteLine(title);
        foreach (var item in items)
            terminal.Out.WriteLine($"  {item}");
    }
}
