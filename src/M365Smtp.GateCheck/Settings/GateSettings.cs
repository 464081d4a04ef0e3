namespace M365Smtp;

/// <summary>The gates as an administrator set them; what was not read is null or
/// <see cref="SmtpAuthSwitch.NotRead"/>.</summary>
public sealed record GateSettings
{
    /// <summary>The UPN of the mailbox, which is the name to sign in with.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>Whether Security Defaults are on.</summary>
    public bool? SecurityDefaults { get; init; }

    /// <summary>The tenant's switch: <see cref="SmtpAuthSwitch.Allowed"/>, <see cref="SmtpAuthSwitch.Blocked"/> or not
    /// read.</summary>
    public SmtpAuthSwitch Tenant { get; init; }

    /// <summary>The mailbox's switch, which overrides the tenant's.</summary>
    public SmtpAuthSwitch Mailbox { get; init; }

    /// <summary>Whether the authentication policy that applies to the mailbox lets a password through for
    /// SMTP.</summary>
    public bool? PolicyAllowsBasicSmtp { get; init; }

    /// <summary>
    /// When the secrets and certificates of the sending application run out; null where they were not read.
    /// </summary>
    public IReadOnlyList<Expiry>? AppCredentials { get; init; }

    /// <summary>The applications that Exchange Online knows; null where they were not read, or whoever read them sees
    /// none.</summary>
    internal IReadOnlyList<Settings.ServicePrincipal>? ServicePrincipals { get; init; }

    /// <summary>What the two switches come to.</summary>
    public SmtpAuthDecision SmtpAuth => Decide(Mailbox, Tenant);

    /// <summary>The mailbox value overrides the tenant's: tenant blocked and mailbox allowed, Microsoft's recommended
    /// layout, is open.</summary>
    /// <param name="mailbox">The mailbox's switch.</param>
    /// <param name="tenant">The tenant's switch.</param>
    public static SmtpAuthDecision Decide(SmtpAuthSwitch mailbox, SmtpAuthSwitch tenant) =>
        (mailbox, tenant) switch
        {
            (SmtpAuthSwitch.Allowed, _) => SmtpAuthDecision.Allowed,
            (SmtpAuthSwitch.Blocked, _) => SmtpAuthDecision.BlockedForMailbox,
            (SmtpAuthSwitch.Inherited, SmtpAuthSwitch.Blocked) => SmtpAuthDecision.BlockedForTenant,
            (SmtpAuthSwitch.Inherited, SmtpAuthSwitch.Allowed) => SmtpAuthDecision.Allowed,
            _ => SmtpAuthDecision.Unknown,
        };

    /// <summary>The one Exchange Online PowerShell command whose output <see cref="FromExport"/> reads. It changes
    /// nothing.</summary>
    /// <param name="mailbox">The mailbox; null leaves <c>{mailbox}</c>.</param>
    public static string ExportCommand(string? mailbox) => Settings.CmdletExport.Command(mailbox);

    /// <summary>
    /// Reads the output of <see cref="ExportCommand"/>, or <c>ConvertTo-Json</c> of one of Get-TransportConfig,
    /// Get-CASMailbox, Get-User,
    /// Get-AuthenticationPolicy and Get-ServicePrincipal; or an application with its credentials, as Microsoft Graph,
    /// <c>az ad app show</c>, <c>az ad app credential list</c> and <c>Get-MgApplication | ConvertTo-Json -Depth 3</c>
    /// show it.
    /// </summary>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="FormatException">The text is no such export; the message says what is the matter.</exception>
    public static GateSettings FromExport(string json) =>
        Settings.CmdletExport.Read(json ?? throw new ArgumentNullException(nameof(json)));

    /// <summary>These settings, and where something was not read, the other's.</summary>
    /// <param name="other">What was read elsewhere.</param>
    public GateSettings Or(GateSettings other) =>
        (other ?? throw new ArgumentNullException(nameof(other))) with
        {
            UserPrincipalName = UserPrincipalName ?? other.UserPrincipalName,
            SecurityDefaults = SecurityDefaults ?? other.SecurityDefaults,
            Tenant = Tenant == SmtpAuthSwitch.NotRead ? other.Tenant : Tenant,
            Mailbox = Mailbox == SmtpAuthSwitch.NotRead ? other.Mailbox : Mailbox,
            PolicyAllowsBasicSmtp = PolicyAllowsBasicSmtp ?? other.PolicyAllowsBasicSmtp,
            AppCredentials = AppCredentials ?? other.AppCredentials,
            ServicePrincipals = ServicePrincipals ?? other.ServicePrincipals,
        };
}
