using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Transport;

/// <summary>Whoever can drop one line of the server's greeting gets the password in clear.</summary>
internal static class OpportunisticTls
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP2003),
        "STARTTLS must be required, not merely tried",
        "this uses STARTTLS with '{0}' only if it is offered: where something on the way hides the offer, the client goes on in plain text; require StartTls",
        Severity.Warning,
        Check);

    const string OfOther = "this uses STARTTLS with '{0}' only if it is offered: where something on the way hides the offer, the client goes on in plain text; require STARTTLS";

    static Finding? Check(SmtpUsage use) =>
        use is { IsAimedAtSubmission: true, Api: not SmtpApi.None } && use.Tls.Is(out var mode, out var origin) && mode == TlsMode.Opportunistic
            ? new Finding(origin, use.Endpoint.Server) { Message = use.Api == SmtpApi.Other ? OfOther : null }.FixedBy("Require STARTTLS", PutRight.Tls(use))
            : null;
}
