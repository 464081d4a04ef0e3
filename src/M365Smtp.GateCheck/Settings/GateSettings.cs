namespace M365Smtp;

/// <summary>
/// The gates as set by an administrator; values that were not read are null or <see cref="SmtpAuthSwitch.NotRead"/>.
/// </summary>
public sealed record GateSettings
{
    /// <summary>The UPN of the mailbox, which is the user name to sign in with.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>Whether Security Defaults are on.</summary>
    public bool? SecurityDefaults { get; init; }

    /// <summary>
    /// The tenant switch: <see cref="SmtpAuthSwitch.Allowed"/>, <see cref="SmtpAuthSwitch.Blocked"/> or
    /// <see cref="SmtpAuthSwitch.NotRead"/>.
    /// </summary>
    public SmtpAuthSwitch Tenant { get; init; }

    /// <summary>The mailbox switch, which overrides the tenant switch.</summary>
    public SmtpAuthSwitch Mailbox { get; init; }

    /// <summary>Whether the authentication policy that applies to the mailbox allows Basic auth for SMTP.</summary>
    public bool? PolicyAllowsBasicSmtp { get; init; }

    /// <summary>
    /// When the secrets and certificates of the sending application expire; null if they were not read.
    /// </summary>
    public IReadOnlyList<Expiry>? AppCredentials { get; init; }

    /// <summary>
    /// The service principals in Exchange Online; null if they were not read, or are not visible to the reader.
    /// </summary>
    internal IReadOnlyList<Settings.ServicePrincipal>? ServicePrincipals { get; init; }

    /// <summary>The combined result of the two switches.</summary>
    public SmtpAuthDecision SmtpAuth => Decide(Mailbox, Tenant);

    /// <summary>
    /// The mailbox switch overrides the tenant switch: tenant blocked and mailbox allowed, as Microsoft recommends, is
    /// open.
    /// </summary>
    /// <param name="mailbox">The mailbox switch.</param>
    /// <param name="tenant">The tenant switch.</param>
    public static SmtpAuthDecision Decide(SmtpAuthSwitch mailbox, SmtpAuthSwitch tenant) =>
        (mailbox, tenant) switch
        {
            (SmtpAuthSwitch.Allowed, _) => SmtpAuthDecision.Allowed,
            (SmtpAuthSwitch.Blocked, _) => SmtpAuthDecision.BlockedForMailbox,
            (SmtpAuthSwitch.Inherited, SmtpAuthSwitch.Blocked) => SmtpAuthDecision.BlockedForTenant,
            (SmtpAuthSwitch.Inherited, SmtpAuthSwitch.Allowed) => SmtpAuthDecision.Allowed,
            _ => SmtpAuthDecision.Unknown,
        };

    /// <summary>
    /// The Exchange Online PowerShell command whose output <see cref="FromExport"/> reads. It changes nothing.
    /// </summary>
    /// <param name="mailbox">The mailbox; null keeps the <c>{mailbox}</c> placeholder.</param>
    public static string ExportCommand(string? mailbox) => Settings.CmdletExport.Command(mailbox);

    /// <summary>
    /// Reads the output of <see cref="ExportCommand"/>, or the <c>ConvertTo-Json</c> output of Get-TransportConfig,
    /// Get-CASMailbox, Get-User, Get-AuthenticationPolicy or Get-ServicePrincipal. Also reads an application with its
    /// credentials, as written by Microsoft Graph, <c>az ad app show</c>, <c>az ad app credential list</c> or
    /// <c>Get-MgApplication | ConvertTo-Json -Depth 3</c>.
    /// </summary>
    /// <param name="json">The JSON text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="FormatException">The text is not such an export; the message says why.</exception>
    public static GateSettings FromExport(string json) =>
        Settings.CmdletExport.Read(json ?? throw new ArgumentNullException(nameof(json)));

    /// <summary>These settings, with values that were not read taken from the other.</summary>
    /// <param name="other">Settings read from another source.</param>
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
