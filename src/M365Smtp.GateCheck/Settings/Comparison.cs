using M365Smtp.Report;

namespace M365Smtp.Settings;

/// <summary>Compares the server's replies with the settings and reports disagreements.</summary>
internal static class Comparison
{
    public static GateReport Compare(GateReport report, GateSettings settings)
    {
        var credentials = settings.AppCredentials ?? [];
        return report with
        {
            Gates = [.. report.Gates.Select(gate => Beside(gate, settings))],
            Expiries = [.. report.Expiries, .. credentials],
            EndingSoon = ExpiryNotes.LastOf(credentials, report.CheckedAt, report.ExpiryWarning) is { } last
                ? [.. report.EndingSoon, last]
                : report.EndingSoon,
            Notes =
            [
                .. report.Notes,
                .. Disagreements(report, settings),
                .. Hints(report, settings),
                .. ExpiryNotes.OfCredentials(credentials, report.CheckedAt, report.ExpiryWarning),
            ],
        };
    }

    static GateResult Beside(GateResult gate, GateSettings settings) =>
        WasSet(gate.Gate, settings) is { } set ? gate with { Evidence = gate.Evidence + " Set: " + set + "." } : gate;

    static string? WasSet(Gate gate, GateSettings settings) =>
        gate switch
        {
            Gate.SecurityDefaults => settings.SecurityDefaults switch
            {
                true => "on",
                false => "off",
                null => null,
            },
            Gate.TenantSmtpAuth when settings.Tenant != SmtpAuthSwitch.NotRead => Words(settings.Tenant)
                + (
                    settings is { Mailbox: SmtpAuthSwitch.Allowed, Tenant: SmtpAuthSwitch.Blocked }
                        ? ", overridden by the mailbox"
                        : ""
                ),
            Gate.MailboxSmtpAuth when settings.Mailbox != SmtpAuthSwitch.NotRead => Words(settings.Mailbox),
            Gate.AuthenticationPolicy => settings.PolicyAllowsBasicSmtp switch
            {
                true => "the policy lets passwords through",
                false => "the policy refuses passwords",
                null => null,
            },
            _ => null,
        };

    static string Words(SmtpAuthSwitch value) =>
        value switch
        {
            SmtpAuthSwitch.Allowed => "allowed",
            SmtpAuthSwitch.Blocked => "blocked",
            _ => "no value of its own",
        };

    static IEnumerable<string> Disagreements(GateReport report, GateSettings settings)
    {
        const string delay = " A change takes time to arrive everywhere.";
        var refusedBySwitch = report.Refusal?.Cause is ReplyCause.TenantSmtpAuthOff or ReplyCause.MailboxSmtpAuthOff;
        var signedIn = report.Stages.Any(stage => stage is { Stage: ProbeStage.Auth, Outcome: StageOutcome.Passed });
        var byPassword = report.Gates.Any(gate => gate is { Gate: Gate.Credentials, State: GateState.Open });

        if (refusedBySwitch && settings.SmtpAuth == SmtpAuthDecision.Allowed)
            yield return "The server says that SMTP AUTH is disabled, while it is set to allowed for this mailbox."
                + delay
                + " Wait before trying again.";
        if (signedIn && settings.SmtpAuth is SmtpAuthDecision.BlockedForMailbox or SmtpAuthDecision.BlockedForTenant)
            yield return "The sign-in worked, while SMTP AUTH is set to blocked for this mailbox."
                + delay
                + " It will stop working.";
        if (report.Refusal?.Cause == ReplyCause.SecurityDefaults && settings.SecurityDefaults == false)
            yield return "The server says that Security Defaults block the sign-in, while they are set to off." + delay;
        if (byPassword && settings.SecurityDefaults == true)
            yield return "The sign-in with a password worked, while Security Defaults are on." + delay;
        if (byPassword && settings.PolicyAllowsBasicSmtp == false)
            yield return "The sign-in with a password worked, while the authentication policy refuses passwords. Such a change takes up to 24 hours.";
    }

    static IEnumerable<string> Hints(GateReport report, GateSettings settings)
    {
        if (
            settings.UserPrincipalName is { } upn
            && report.Mailbox is { } mailbox
            && !string.Equals(upn, mailbox, StringComparison.OrdinalIgnoreCase)
        )
            yield return $"'{mailbox}' is not the UPN; sign in as '{upn}'.";
        if (
            report.Application is { } application
            && settings.ServicePrincipals is { } known
            && ServicePrincipal.Compare(application, known) is { } wrong
        )
            yield return wrong;
        if (report.Refusal?.Cause == ReplyCause.BasicDisabled && settings.PolicyAllowsBasicSmtp == false)
            yield return "The authentication policy refuses passwords: that is the closed gate.";
    }
}
