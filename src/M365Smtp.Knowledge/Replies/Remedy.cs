namespace M365Smtp;

/// <summary>One way to open a gate, as data.</summary>
/// <param name="Text">What to do, one sentence.</param>
/// <param name="PowerShell">Exchange Online PowerShell for this mailbox only, or null. <c>{mailbox}</c> and
/// <c>{from}</c> stand where the address is not known; <c>&lt;…&gt;</c> is for a person to fill in.</param>
/// <param name="Portal">Where to click, or null.</param>
/// <param name="Link">Documentation, or null.</param>
#if M365SMTP_GATECHECK
public
#else
internal
#endif
sealed record Remedy(string Text, string? PowerShell = null, string? Portal = null, string? Link = null);
