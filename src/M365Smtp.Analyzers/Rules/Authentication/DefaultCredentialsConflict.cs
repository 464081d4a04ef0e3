using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>The effect of UseDefaultCredentials on Credentials, and its timing, depend on the runtime.</summary>
internal static class DefaultCredentialsConflict
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4004),
        "UseDefaultCredentials discards Credentials",
        "{0} = {1} discards {2}, so the client does not sign in, and '{3}' answers \"530 5.7.57 Client not "
            + "authenticated to send mail\"",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "UseDefaultCredentials and Credentials of System.Net.Mail.SmtpClient exclude each other, and the "
            + "runtime decides which one wins. Here the login is discarded, so the client does not sign in.",
    };

    // An MX endpoint accepts mail without a sign-in.
    const string AtMx = "{0} = {1} takes the place of {2}, so the client sends without that login";

    const string Alone =
        "{0} cannot sign in to Microsoft 365: '{1}' knows no Windows accounts and answers 530 5.7.57 Client not "
        + "authenticated to send mail";

    static Finding? Check(SmtpUsage use) => Conflict(use) ?? NeverSignsIn(use);

    // No fix: a client without a login does not sign in either.
    static Finding? NeverSignsIn(SmtpUsage use) =>
        use is { IsAimedAtSubmission: true, Moment: Moment.Send }
        && use.DefaultCredentials.Is(out var set, out var origin)
        && set.Value
        && IsAlone(use)
            ? new Finding(origin, set.Name, use.Endpoint.Server) { Message = Alone }
            : null;

    // If 'true' overrides every login, it does not matter which one is set.
    static bool IsAlone(SmtpUsage use) =>
        use.Credential.IsUnset || use.Credential.IsUnknown && use.Runtime == Runtime.Modern;

    static Finding? Conflict(SmtpUsage use) =>
        use.Endpoint is { TakesSubmission: true } or { Kind: HostKind.Mx }
        && use.Credential.Is(out _, out var login)
        && use.DefaultCredentials.Is(out var set, out var origin)
        && Defeats(set, use.Runtime)
            ? new Finding(origin, set.Name, set.Value ? "true" : "false", set.Login, use.Endpoint.Server)
            {
                Also = ImmutableArray.Create(login),
                Message = use.IsAimedAtSubmission ? null : AtMx,
            }.FixedBy(
                origin.IsSetting ? $"Turn off {set.Name}" : "Remove UseDefaultCredentials",
                ImmutableArray.Create(origin.IsSetting ? Edit.Replace(origin, "false") : Edit.Remove(origin))
            )
            : null;

    // .NET 5 and later remember both and 'true' wins; before, each assignment overwrote the other.
    static bool Defeats(DefaultCredentials set, Runtime runtime) =>
        runtime switch
        {
            Runtime.Modern => set.Value,
            Runtime.Classic => set.AfterCredentials,
            _ => set is { Value: true, AfterCredentials: true },
        };
}
