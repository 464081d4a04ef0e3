using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Transport;

/// <summary>An attacker who removes one line of the server's greeting gets the password in clear text.</summary>
internal static class OpportunisticTls
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP2003),
        "Opportunistic STARTTLS",
        "this uses STARTTLS with '{0}' only if the server offers it: an attacker who hides the offer makes the "
            + "client continue in plain text. Require StartTls.",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "useSsl: false, SecureSocketOptions.Auto and StartTlsWhenAvailable use STARTTLS only if the server "
            + "offers it, and continue in plain text if it does not. An attacker who removes one line of the "
            + "server's greeting gets the password or the token, and the mail, in clear text.",
    };

    const string OfOther =
        "this uses STARTTLS with '{0}' only if it is offered: where something on the way hides the offer, the "
        + "client goes on in plain text; require STARTTLS";

    static Finding? Check(SmtpUsage use) =>
        use is { IsAimedAtSubmission: true, Api: not SmtpApi.None }
        && use.Tls.Is(out var mode, out var origin)
        && mode == TlsMode.Opportunistic
            ? new Finding(origin, use.Endpoint.Server) { Message = use.Api == SmtpApi.Other ? OfOther : null }.FixedBy(
                "Require STARTTLS",
                Corrections.Tls(use)
            )
            : null;
}
