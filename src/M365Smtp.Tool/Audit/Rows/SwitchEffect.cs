using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Rules.Identity;
using M365Smtp.Knowledge;

namespace M365Smtp.Tool.Audit.Rows;

/// <summary>The effect on a sender when password sign-in is switched off, as far as its code and settings
/// show.</summary>
/// <param name="SignIn">How it signs in.</param>
/// <param name="Why">One or two sentences.</param>
internal sealed record SwitchEffect(SignIn SignIn, AfterSwitch After, string Why)
{
    const string PasswordsEnd =
        "password sign-in is off by default from " + BasicAuth.OffByDefault + " (an admin can still enable it)";

    /// <param name="use">The most complete facts about the sender.</param>
    /// <param name="hostFrom">The source of an unknown host; null if that is also unknown.</param>
    public static SwitchEffect Of(SmtpUsage use, string? hostFrom)
    {
        var signIn = SignInOf(use);
        var (after, why) =
            use.IsToFolder ? (AfterSwitch.GoesOn, "It writes its mail to a folder and connects to no server.")
            : !use.Host.Is(out var host, out var origin) ? OfUnknownHost(signIn, hostFrom)
            : use.Endpoint is { } endpoint ? OfMicrosoft(use, endpoint, signIn)
            : OfOther(host, origin);
        return new(signIn, after, why);
    }

    static SignIn SignInOf(SmtpUsage use) =>
        use.Credential.Is(out var credential)
            ? credential.IsToken
                ? SignIn.OAuth
                : SignIn.Password
            : use is { Moment: Moment.Send, Credential.IsUnset: true } && !MayBeWindowsLogin(use)
                ? SignIn.None
                : SignIn.Unknown;

    static bool MayBeWindowsLogin(SmtpUsage use) => use.DefaultCredentials.Is(out var set) && set.Value;

    static (AfterSwitch, string) OfUnknownHost(SignIn signIn, string? hostFrom)
    {
        var from = hostFrom is null
            ? "The host is not known."
            : $"The host comes from {hostFrom}, whose value is not here.";
        return signIn switch
        {
            SignIn.OAuth => (AfterSwitch.GoesOn, "It signs in with OAuth 2.0, which the switch does not concern."),
            SignIn.None => (
                AfterSwitch.GoesOn,
                $"It signs in nowhere, and the switch concerns password sign-in only. {from}"
            ),
            SignIn.Password => (
                AfterSwitch.NotKnown,
                $"{from} It signs in with a password: it stops if that host is Microsoft 365."
            ),
            _ => (AfterSwitch.NotKnown, $"{from} How it signs in is not seen."),
        };
    }

    static (AfterSwitch, string) OfOther(string host, Origin origin)
    {
        if (origin.IsSetting && IsStandIn(host))
            return (
                AfterSwitch.NotKnown,
                host.Trim().Length == 0
                    ? "The settings file leaves the host empty: the one in use comes from elsewhere."
                    : $"The settings file says '{host}', which is a placeholder for another host: "
                        + "the one in use comes from elsewhere."
            );
        return (
            AfterSwitch.GoesOn,
            IsOwnName(host)
                ? $"'{host}' is not a Microsoft 365 host. "
                    + "If it relays to Microsoft 365, look at how the relay signs in."
                : $"'{host}' is not a Microsoft 365 host."
        );
    }

    static (AfterSwitch, string) OfMicrosoft(SmtpUsage use, MicrosoftHost host, SignIn signIn)
    {
        if (host.Kind == HostKind.Mx)
            return signIn switch
            {
                SignIn.None => (
                    AfterSwitch.GoesOn,
                    $"'{host.Name}' is an MX endpoint, which is used without a sign-in (Direct Send)."
                ),
                SignIn.Unknown => (
                    AfterSwitch.NotKnown,
                    $"'{host.Name}' is an MX endpoint, which is used without a sign-in; "
                        + "whether this signs in is not seen."
                ),
                _ => (
                    AfterSwitch.FailsAlready,
                    $"'{host.Name}' is an MX endpoint, which offers no sign-in: 504 5.7.4."
                ),
            };
        if (host.Cloud == Cloud.Germany)
            return (AfterSwitch.FailsAlready, $"'{host.Name}' {host.Note}.");
        if (host.Kind == HostKind.Malformed)
            return (AfterSwitch.FailsAlready, $"'{host.Name}' {host.Note}.");
        if (host.Cloud == Cloud.HighVolume)
            return (AfterSwitch.GoesOn, $"High Volume Email keeps password sign-in until {BasicAuth.HighVolumeEnd}.");
        return signIn switch
        {
            SignIn.OAuth => OfToken(use, host),
            SignIn.Password => OfPassword(use, host),
            SignIn.None => (
                AfterSwitch.FailsAlready,
                $"It sends to '{host.Server}' without a sign-in, which answers 530 5.7.57."
            ),
            _ when use.Api == SmtpApi.SystemNetMail => (
                AfterSwitch.Stops,
                $"System.Net.Mail.SmtpClient can sign in to '{host.Server}' with a password only: {PasswordsEnd}."
            ),
            _ => (
                AfterSwitch.NotKnown,
                $"How it signs in to '{host.Server}' is not seen: with a password it stops, with OAuth 2.0 it goes on."
            ),
        };
    }

    static (AfterSwitch, string) OfToken(SmtpUsage use, MicrosoftHost host) =>
        use.Credential.Is(out var token) && token.Mechanism == "XOAUTH2"
            ? (AfterSwitch.GoesOn, "It signs in with OAuth 2.0.")
            : (AfterSwitch.FailsAlready, $"'{host.Server}' does not offer OAUTHBEARER: 504 5.7.4.");

    static (AfterSwitch, string) OfPassword(SmtpUsage use, MicrosoftHost host)
    {
        use.Credential.Is(out var credential);
        if (credential!.Mechanism is not (null or "LOGIN"))
            return (AfterSwitch.FailsAlready, $"'{host.Server}' does not offer {credential.Mechanism}: 504 5.7.4.");
        if (host.Cloud == Cloud.Consumer || MailDomains.IsConsumer(TokenScopes.DomainOf(use)))
            return (
                AfterSwitch.FailsAlready,
                $"Outlook.com mailboxes have been refused passwords since {BasicAuth.ConsumerEnd}."
            );
        if (MailDomains.IsOtherProvider(TokenScopes.DomainOf(use)))
            return (
                AfterSwitch.FailsAlready,
                $"Its login is another provider's account, which '{host.Server}' refuses: 535 5.7.139."
            );
        return (AfterSwitch.Stops, $"It signs in to '{host.Server}' with a password: {PasswordsEnd}.");
    }

    // A template's blank, or the developer's own machine.
    static bool IsStandIn(string host) =>
        (Placeholder.Is(host) && IsOwnName(host))
        || !host.Contains('.')
        || host.Contains("example", StringComparison.OrdinalIgnoreCase)
        || host.StartsWith("127.", StringComparison.Ordinal);

    static bool IsOwnName(string host) =>
        !MailDomains.OtherProviders.Any(provider => host.EndsWith("." + provider, StringComparison.OrdinalIgnoreCase));
}
