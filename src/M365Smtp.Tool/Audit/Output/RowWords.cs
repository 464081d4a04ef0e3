namespace M365Smtp.Tool.Audit.Output;

/// <summary>The wording of a row, in the terminal and on the page.</summary>
internal static class RowWords
{
    public static string Of(AfterSwitch after) =>
        after switch
        {
            AfterSwitch.Stops => "Stops",
            AfterSwitch.FailsAlready => "Fails already",
            AfterSwitch.GoesOn => "Goes on",
            _ => "Not known",
        };

    public static string Of(SignIn signIn) =>
        signIn switch
        {
            SignIn.Password => "password",
            SignIn.OAuth => "OAuth 2.0",
            SignIn.None => "none",
            _ => "not known",
        };

    public static string Of(RowKind kind) =>
        kind switch
        {
            RowKind.Sender => "sender",
            RowKind.Settings => "settings, no reader seen",
            _ => "no sender seen",
        };

    public static string Of(FindingSource source) =>
        source switch
        {
            FindingSource.Joined => "with the start-up project",
            FindingSource.Lint => "lint",
            FindingSource.Loose => "read loosely",
            _ => "build",
        };

    public static string Where(AuditRow row) => $"{row.Place.Path}:{row.Place.Line}";

    /// <summary>"orders@contoso.com", "from configuration Mail:User", or "not known".</summary>
    public static string Mailbox(AuditRow row) =>
        row.Mailbox
        ?? (
            row.MailboxFrom is { } from ? "from " + from
            : row.SignIn == SignIn.None ? "none"
            : "not known"
        );

    public static string Host(AuditRow row) => row.Host ?? (row.HostFrom is { } from ? "from " + from : "not known");
}
