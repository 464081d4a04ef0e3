namespace M365Smtp.Tool.Audit.Tenant;

/// <summary>The results from the tenant's exports.</summary>
/// <param name="Mailboxes">The mailboxes that sign in to submit mail, those with a password first.</param>
/// <param name="Unexplained">The mailboxes that sign in with a password and do not occur in the code.</param>
/// <param name="NeverSignedIn">The user names in code without a sign-in in the exports.</param>
/// <param name="Notes">What the exports could not show.</param>
internal sealed record TenantReport(
    IReadOnlyList<MailboxRow> Mailboxes,
    IReadOnlyList<string> Unexplained,
    IReadOnlyList<string> NeverSignedIn,
    IReadOnlyList<string> Notes
);

/// <summary>A mailbox that submits mail over SMTP.</summary>
/// <param name="Mailbox">Its UPN, or its address if no export has the UPN.</param>
/// <param name="SignIn">How it signed in; Unknown if the exports do not show it.</param>
/// <param name="Messages">The number of submitted messages; null if no export counts them.</param>
/// <param name="LastSeen">Its last sign-in, as written in the export; null if no export has it.</param>
/// <param name="SmtpAuth">"on", "off" or "as the tenant"; null if no export has it.</param>
/// <param name="Code">The code that signs in as this mailbox or sends as one of its addresses.</param>
internal sealed record MailboxRow(
    string Mailbox,
    SignIn SignIn,
    long? Messages,
    string? LastSeen,
    string? SmtpAuth,
    IReadOnlyList<JoinedCode> Code
);

/// <param name="By">upn, alias or from.</param>
internal sealed record JoinedCode(string Place, string By);
