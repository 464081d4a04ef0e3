using M365Smtp.Simulator;

namespace M365Smtp.Tool.Simulate;

/// <summary>The gates and limits of the simulated tenant, as the page shows and sets them.</summary>
/// <param name="SecurityDefaults">Security defaults are on.</param>
/// <param name="TenantOff">SMTP AUTH is off for the tenant.</param>
/// <param name="Mailbox">SMTP AUTH for the mailbox: "on", "off" or "inherit".</param>
/// <param name="BasicBlocked">The authentication policy blocks passwords.</param>
/// <param name="LegacyBlocked">Conditional Access blocks legacy authentication.</param>
/// <param name="Locked">The account is locked.</param>
/// <param name="BasicRetired">Basic authentication has ended.</param>
/// <param name="MessagesPerMinute">0 to 1,000.</param>
/// <param name="Connections">0 to 100.</param>
/// <param name="RecipientsPerDay">0 to 1,000,000.</param>
internal sealed record GateSwitches(
    bool SecurityDefaults = false,
    bool TenantOff = false,
    string Mailbox = "inherit",
    bool BasicBlocked = false,
    bool LegacyBlocked = false,
    bool Locked = false,
    bool BasicRetired = false,
    int MessagesPerMinute = 30,
    int Connections = 3,
    int RecipientsPerDay = 10_000
)
{
    static readonly string[] MailboxValues = ["on", "off", "inherit"];

    static readonly Dictionary<string, GateSwitches> ByScenario = new(StringComparer.Ordinal)
    {
        [Scenario.Open.Name] = new(),
        [Scenario.SecurityDefaults.Name] = new(SecurityDefaults: true),
        [Scenario.TenantSmtpAuthOff.Name] = new(TenantOff: true),
        [Scenario.MailboxSmtpAuthOff.Name] = new(Mailbox: "off"),
        [Scenario.BasicDisabled.Name] = new(BasicBlocked: true),
        [Scenario.PolicyBlock.Name] = new(LegacyBlocked: true),
        [Scenario.AccountLocked.Name] = new(Locked: true),
        [Scenario.BasicRetired.Name] = new(BasicRetired: true),
        [Scenario.DailyQuota.Name] = new(RecipientsPerDay: 0),
        [Scenario.Concurrency.Name] = new(Connections: 0),
    };

    /// <summary>The switches that produce a scenario; null if none do.</summary>
    public static GateSwitches? Of(Scenario scenario) => ByScenario.GetValueOrDefault(scenario.Name);

    public bool IsValid =>
        MailboxValues.Contains(Mailbox)
        && MessagesPerMinute is >= 0 and <= 1000
        && Connections is >= 0 and <= 100
        && RecipientsPerDay is >= 0 and <= 1_000_000;

    public Tenant Apply(Tenant tenant)
    {
        tenant = tenant
            .SecurityDefaults(SecurityDefaults)
            .SmtpClientAuthenticationDisabled(TenantOff)
            .AllowBasicAuthSmtp(!BasicBlocked)
            .BasicAuthRetired(BasicRetired);
        // The command line may block it for some addresses only.
        if (LegacyBlocked)
            tenant = tenant.BlockLegacyAuthentication();
        return tenant.EveryMailbox(mailbox =>
            mailbox
                .SmtpClientAuthenticationDisabled(
                    Mailbox switch
                    {
                        "on" => false,
                        "off" => true,
                        _ => null,
                    }
                )
                .Locked(Locked)
                .MessageRate(MessagesPerMinute)
                .ConcurrentConnections(Connections)
                .RecipientsPerDay(RecipientsPerDay)
        );
    }
}
