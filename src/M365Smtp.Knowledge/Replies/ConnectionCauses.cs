namespace M365Smtp.Knowledge;

/// <summary>Failures before the server's first reply. Source: facts 3e, what the client says.</summary>
internal static class ConnectionCauses
{
    static readonly Remedy StartTls = new(
        "Connect to smtp.office365.com port 587 with STARTTLS, not with implicit TLS.",
        Link: Links.SmtpAuth
    );

    public static readonly CauseRow[] All =
    [
        new(
            ReplyCause.WrongTlsMode,
            Gate.Tls,
            "The client starts TLS at once, on a port that starts in plain text.",
            StartTls
        ),
        new(ReplyCause.PortNotServed, Gate.Network, "Microsoft 365 does not answer on port 465.", StartTls),
        new(
            ReplyCause.CertificateUntrusted,
            Gate.Tls,
            "The client does not trust the certificate it was shown: it is not the server's own, or the client "
                + "has no current list of authorities.",
            new Remedy(
                "Find out whether a proxy or antivirus program opens TLS connections, and exempt the mail server "
                    + "from it."
            ),
            new Remedy("Update the certificate authorities of the machine or container; keep the certificate check on.")
        ),
        new(
            ReplyCause.NotReached,
            Gate.Network,
            "The server was not reached.",
            new Remedy(
                "Check the host name and the DNS of this machine, and let the firewall pass port 587.",
                Link: Links.Submission
            )
        ),
        new(
            ReplyCause.ConnectionBroken,
            Gate.Network,
            "The connection broke off: often a firewall or a proxy in between.",
            new Remedy("Let the firewall pass port 587 without inspection, then try again.", Link: Links.Submission)
        ),
        new(
            ReplyCause.NoClientMechanism,
            Gate.Mechanism,
            "The client or relay has no sign-in mechanism or no password for this server: nothing was sent to "
                + "Microsoft.",
            new Remedy(
                "In Postfix, install the SASL plug-in for LOGIN or XOAUTH2 and give the server an entry in "
                    + "smtp_sasl_password_maps."
            ),
            new Remedy(
                "In other clients, enable LOGIN or XOAUTH2; Microsoft 365 offers no other mechanism.",
                Link: Links.SmtpAuth
            )
        ),
    ];
}
