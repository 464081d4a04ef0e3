using System.CommandLine;
using System.Net;
using M365Smtp.Simulator;

namespace M365Smtp.Tool.Simulate;

/// <summary>The options that open and close single gates of the simulated tenant, on top of its scenario.</summary>
internal static class GateOptions
{
    static readonly Option<string?> SecurityDefaults = OneOf(
        "--security-defaults",
        "Gate 1: security defaults.",
        "on",
        "off"
    );
    static readonly Option<string?> TenantSmtpAuth = OneOf(
        "--tenant-smtp-auth",
        "Gate 2: SMTP AUTH for the tenant.",
        "on",
        "off"
    );
    static readonly Option<string?> MailboxSmtpAuth = OneOf(
        "--mailbox-smtp-auth",
        "Gate 3: SMTP AUTH for the mailbox.",
        "on",
        "off",
        "inherit"
    );
    static readonly Option<string?> BasicAuth = OneOf(
        "--basic-auth",
        "The authentication policy: are passwords allowed?",
        "allowed",
        "blocked"
    );
    static readonly Option<bool> BasicRetired = new("--basic-auth-retired")
    {
        Description = "Basic authentication has been removed.",
    };
    static readonly Option<string[]> LegacyAuthFrom = Addresses(
        "--conditional-access-from",
        "Conditional Access blocks passwords from every other address."
    );
    static readonly Option<bool> Locked = new("--locked") { Description = "The account is locked." };
    static readonly Option<string[]> Aliases = new("--alias")
    {
        Description = "A proxy address of the mailbox.",
        HelpName = "ADDRESS",
    };
    static readonly Option<string[]> SendAs = new("--send-as")
    {
        Description = "Another address the mailbox may send as.",
        HelpName = "ADDRESS",
    };
    static readonly Option<string[]> UnknownRecipients = new("--unknown-recipient")
    {
        Description = "A recipient that is refused.",
        HelpName = "ADDRESS",
    };
    static readonly Option<int?> MessageRate = NumberOption.NotNegative(
        "--message-rate",
        "N",
        "Messages a minute; 30 by default."
    );
    static readonly Option<int?> Connections = NumberOption.NotNegative(
        "--connections",
        "N",
        "Connections at once; 3 by default."
    );
    static readonly Option<int?> DailyRecipients = NumberOption.NotNegative(
        "--recipients-per-day",
        "N",
        "Recipients in 24 hours; 10,000 by default."
    );

    public static IEnumerable<Option> All =>
        [
            SecurityDefaults,
            TenantSmtpAuth,
            MailboxSmtpAuth,
            BasicAuth,
            BasicRetired,
            LegacyAuthFrom,
            Locked,
            Aliases,
            SendAs,
            UnknownRecipients,
            MessageRate,
            Connections,
            DailyRecipients,
        ];

    /// <summary>The switches set on the command line, applied over those of the scenario.</summary>
    public static GateSwitches Switches(ParseResult parsed, GateSwitches scenario) =>
        scenario with
        {
            SecurityDefaults = Is(parsed, SecurityDefaults, "on") ?? scenario.SecurityDefaults,
            TenantOff = Is(parsed, TenantSmtpAuth, "off") ?? scenario.TenantOff,
            Mailbox = parsed.GetValue(MailboxSmtpAuth) ?? scenario.Mailbox,
            BasicBlocked = Is(parsed, BasicAuth, "blocked") ?? scenario.BasicBlocked,
            BasicRetired = parsed.GetValue(BasicRetired) || scenario.BasicRetired,
            Locked = parsed.GetValue(Locked) || scenario.Locked,
            MessagesPerMinute = parsed.GetValue(MessageRate) ?? scenario.MessagesPerMinute,
            Connections = parsed.GetValue(Connections) ?? scenario.Connections,
            RecipientsPerDay = parsed.GetValue(DailyRecipients) ?? scenario.RecipientsPerDay,
        };

    /// <summary>Applies the options that are not switches.</summary>
    public static Tenant Apply(ParseResult parsed, Tenant tenant)
    {
        if (parsed.GetValue(LegacyAuthFrom) is { Length: > 0 } addresses)
            tenant = tenant.BlockLegacyAuthentication(addresses);
        foreach (var recipient in parsed.GetValue(UnknownRecipients) ?? [])
            tenant = tenant.UnknownRecipient(recipient);
        if (parsed.GetValue(Aliases) is { Length: > 0 } aliases)
            tenant = tenant.EveryMailbox(mailbox => mailbox.Aliases(aliases));
        if (parsed.GetValue(SendAs) is { Length: > 0 } granted)
            tenant = tenant.EveryMailbox(mailbox => mailbox.SendAs(granted));
        return tenant;
    }

    static bool? Is(ParseResult parsed, Option<string?> option, string value) =>
        parsed.GetValue(option) is { } given ? given == value : null;

    static Option<string?> OneOf(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', values) };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    static Option<string[]> Addresses(string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "IP" };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!IPAddress.TryParse(token.Value, out _))
                    result.AddError($"'{token.Value}' is not an IP address.");
        });
        return option;
    }
}
