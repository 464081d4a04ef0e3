namespace M365Smtp;

/// <summary>One way to open a gate.</summary>
/// <param name="Text">What to do, in one sentence.</param>
/// <param name="PowerShell">Exchange Online PowerShell for this mailbox only, or null. <c>{mailbox}</c> and
/// <c>{from}</c> replace unknown addresses; <c>&lt;…&gt;</c> is for the user to fill in.</param>
/// <param name="Portal">Where to click in the admin portal, or null.</param>
/// <param name="Link">A link to the documentation, or null.</param>
#if M365SMTP_GATECHECK
public
#else
internal
#endif
sealed record Remedy(string Text, string? PowerShell = null, string? Portal = null, string? Link = null);
