using M365Smtp.Knowledge;

namespace M365Smtp.Probe;

/// <summary>Checks an endpoint before connecting, so that no password goes to a misspelled host.</summary>
internal static class HostJudgement
{
    /// <summary>Why connecting is pointless, with the gate and the remedy; null to continue.</summary>
    public static (Gate Gate, string Detail, Remedy Remedy)? Refuse(GateCheckOptions options) =>
        Hosts.Find(options.Host) switch
        {
            { Kind: HostKind.Wrong or HostKind.Malformed } host => (
                Gate.Network,
                $"'{options.Host}' is not a host for submission.",
                Use(host.UseInstead ?? Hosts.Worldwide)
            ),
            { Kind: HostKind.Mx } host when options.WantsSignIn => (
                Gate.Mechanism,
                $"'{options.Host}' is an MX endpoint and takes no sign-in (504 5.7.4).",
                Use(host.UseInstead ?? Hosts.Worldwide)
            ),
            { Kind: not HostKind.Mx } when options.Port == Ports.ImplicitTls => (
                Gate.Network,
                "Port 465 is not served for client submission.",
                Use(options.Host)
            ),
            _ => null,
        };

    /// <summary>A note about an endpoint that is tried anyway.</summary>
    public static string? Note(GateCheckOptions options) =>
        Hosts.Find(options.Host) switch
        {
            { Kind: HostKind.Undocumented } host =>
                $"'{options.Host}' answers but is not documented; use {host.UseInstead}.",
            { Kind: HostKind.Deprecated, UseInstead: { } successor } =>
                $"'{options.Host}' is being retired; use {successor}.",
            { Cloud: Cloud.Consumer } when options is { UsesToken: false, Password: not null } =>
                $"Consumer mailboxes refuse passwords since {BasicAuth.ConsumerEnd}.",
            _ => null,
        };

    static Remedy Use(string host) =>
        new($"Connect to {host} port {Ports.Submission} with STARTTLS.", Link: Links.Submission);
}
