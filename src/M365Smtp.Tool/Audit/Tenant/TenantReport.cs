namespace M365Smtp.Tool.Audit.Tenant;

/// <summary>What the tenant's exports say beside the code.</summary>
/// <param name="Mailboxes">Those that sign in to submit mail, those with a password first.</param>
/// <param name="Unexplained">The mailboxes that sign in with a password and that no code read here names.</param>
/// <param name="NeverSignedIn">The user names in code for which the exports show no sign-in.</param>
/// <param name="Notes">What the exports could not tell.</param>
internal sealed record TenantReport(
    IReadOnlyList<MailboxRow> Mailboxes,
    IReadOnlyList<string> Unexplained,
    IReadOnlyList<string> NeverSignedIn,
    IReadOnlyList<string> Notes
);

/// <summary>A mailbox that submits mail by SMTP.</summary>
/// <param name="Mailbox">Its UPN, or the address where no export tells the UPN.</param>
/// <param name="SignIn">How it signed in; Unknown where the exports do not say.</param>
/// <param name="Messages">How many messages it submitted; null where no export counts them.</param>
/// <param name="LastSeen">Its last sign-in, as the export writes it; null where no export tells.</param>
/// <param name="SmtpAuth">"on", "off" or "as the tenant"; null where no export tells.</param>
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
