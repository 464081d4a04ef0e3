using M365Smtp.Analyzers.Model;
using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>What UseDefaultCredentials does to Credentials, and when, depends on the runtime.</summary>
internal static class DefaultCredentialsConflict
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4004),
        "UseDefaultCredentials discards Credentials",
        "{0} = {1} discards {2}, so the client does not sign in, and '{3}' answers \"530 5.7.57 Client not authenticated to send mail\"",
        Severity.Warning,
        Check)
    {
        Description = "UseDefaultCredentials and Credentials of System.Net.Mail.SmtpClient exclude each other, and the "
            + "runtime decides which one wins. Here the login is discarded, so the client does not sign in.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission && use.Credential.Is(out _, out var login) && use.DefaultCredentials.Is(out var set, out var origin) && Defeats(set, use.Runtime)
            ? new Finding(origin, set.Name, set.Value ? "true" : "false", set.Login, use.Endpoint.Server) { Also = ImmutableArray.Create(login) }
                .FixedBy(
                    origin.IsSetting ? $"Turn off {set.Name}" : "Remove UseDefaultCredentials",
                    ImmutableArray.Create(origin.IsSetting ? Edit.Replace(origin, "false") : Edit.Remove(origin)))
            : null;

    // .NET 5 and later remember both and let 'true' win; before, each assignment overwrote the other.
    static bool Defeats(DefaultCredentials set, Runtime runtime) => runtime switch
    {
        Runtime.Modern => set.Value,
        Runtime.Classic => set.AfterCredentials,
        _ => set is { Value: true, AfterCredentials: true },
    };
}
