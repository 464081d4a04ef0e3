namespace M365Smtp.Knowledge;

/// <summary>Client errors and transient faults. Sources: facts 1d, 3a and 3b.</summary>
internal static class ClientCauses
{
    public static readonly CauseRow[] All =
    [
        new(
            ReplyCause.TlsTooOld,
            Gate.Tls,
            "The client uses TLS 1.0 or 1.1.",
            new Remedy(
                "Use TLS 1.2 or newer: pin no version in code and let the operating system choose.",
                Link: Links.LegacyTls
            )
        ),
        new(
            ReplyCause.NoTls,
            Gate.Tls,
            "Mail was submitted without STARTTLS. The code says temporary; it stays until the client changes.",
            new Remedy("Switch STARTTLS on, port 587.", Link: Links.SmtpAuth)
        ),
        new(
            ReplyCause.NotAuthenticated,
            Gate.Credentials,
            "Mail was submitted without a sign-in, or the client went on after a refused one.",
            new Remedy(
                "Sign in before sending: set credentials and STARTTLS; if they are set, look for the refusal of "
                    + "the sign-in.",
                Link: Links.SmtpAuth
            )
        ),
        new(
            ReplyCause.WrongMechanism,
            Gate.Mechanism,
            "This server does not offer the mechanism the client used.",
            new Remedy("Use LOGIN or XOAUTH2; PLAIN and CRAM-MD5 are not offered.", Link: Links.SmtpAuth),
            new Remedy(
                "Connect to smtp.office365.com port 587; a host whose replies name protection.outlook.com takes "
                    + "no sign-in.",
                Link: Links.Submission
            )
        ),
        new(
            ReplyCause.TransientOrMalformed,
            Gate.Service,
            "A stage behind the front door failed. When it stays, suspect the user name or how the token is encoded.",
            new Remedy(
                "Try again two or three times with a growing pause; then check the user name and the XOAUTH2 blob.",
                Link: Links.OAuth
            )
        ),
        new(
            ReplyCause.Transient,
            Gate.Service,
            "A passing fault of the service.",
            new Remedy("Try again with a growing pause.")
        ),
    ];
}
