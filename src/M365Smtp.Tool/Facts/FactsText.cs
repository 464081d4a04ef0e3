using System.Globalization;
using M365Smtp.Analyzers.Model;
using M365Smtp.Tool.Audit.Analysis;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Tool.Facts;

/// <summary>The facts of a file as text: a block for each client and moment, then the findings. It never contains a
/// secret.</summary>
internal static class FactsText
{
    const string Unknown = "unknown";
    const string NotSet = "not set";
    const string Hidden = "written in the code or settings (not shown)";

    public static IEnumerable<string> Of(SyntaxTree tree, ProjectFacts facts)
    {
        var errors = facts
            .Compilation.GetSemanticModel(tree)
            .GetDiagnostics()
            .Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (errors > 0)
            yield return $"{errors} errors: the file was read loosely, and what does not bind is unknown.";
        foreach (var (path, message) in facts.Crashes)
            yield return $"The analyzer failed with {message} in {path}: please report this.";

        var usages = facts.Usages.Where(heard => heard.File == tree).Select(heard => heard.Usage).ToList();
        if (usages.Count == 0)
            yield return "No mail client was seen: nothing in this file creates, configures or uses one that can be followed.";
        foreach (var usage in usages)
        {
            yield return $"{Line(usage.Site.Call)}: {usage.Api}, {usage.Moment}";
            foreach (var (name, value) in Facts(usage).Concat(Others(usage)))
                yield return $"  {name,-12} {value}";
            if (Silence(usage) is { } why)
                yield return $"  {"silent",-12} {why}";
        }

        foreach (var finding in facts.Diagnostics.OrderBy(finding => finding.Location.SourceSpan.Start))
            yield return $"{finding.Location.GetLineSpan().StartLinePosition.Line + 1}: {finding.Id} {finding.GetMessage(CultureInfo.InvariantCulture)}";
        if (facts.Diagnostics.IsEmpty)
            yield return "No findings.";
    }

    static IEnumerable<(string Name, string Value)> Facts(SmtpUsage usage)
    {
        yield return ("host", Told(usage.Host));
        yield return ("port", Told(usage.Port));
        yield return ("TLS", Told(usage.Tls));
        yield return ("from", Told(usage.From));
        if (!usage.Credential.Is(out var credential))
        {
            yield return ("sign-in", usage.Credential.IsUnset ? "none" : Unknown);
            yield break;
        }
        yield return ("sign-in", credential.IsToken ? "token" : "password");
        yield return ("login", Told(credential.User));
        yield return (
            "secret",
            credential.Secret.Is(out _) ? Hidden : Unknown
        );
    }

    // What few clients have is shown only where it is known.
    static IEnumerable<(string Name, string Value)> Others(SmtpUsage usage)
    {
        (string Name, string Value)[] others =
        [
            ("certificate", Told(usage.AcceptsAnyCertificate, "any is accepted", "checked")),
            ("old TLS", Told(usage.ObsoleteTls)),
            ("default credentials", DefaultCredentials(usage)),
            ("protocol log", Told(usage.RedactSecrets, "without secrets", "with secrets")),
            ("pace", Told(usage.Pace)),
            ("misread status", Told(usage.MisreadStatus)),
            ("Exchange Web Services", Told(usage.WebServices)),
            ("recipient", Told(usage.Recipient)),
            ("recipients", Told(usage.RecipientCount)),
            ("token kept by", Told(usage.FrozenToken)),
            ("credential per message", Told(usage.CredentialPerMessage)),
            ("client secret", usage.ClientSecret.Is(out _) ? Hidden : Unknown),
        ];
        return others.Where(fact => fact.Value is not (Unknown or NotSet));
    }

    // The main reason why most rules do not report this client.
    static string? Silence(SmtpUsage usage) =>
        usage.Host.IsUnknown ? "the host is unknown, so no rule about Microsoft 365 applies"
        : usage.Endpoint is null ? "the host is not one of Microsoft 365's, or the team has allowed it"
        : usage.IsToFolder ? "it writes mail to a folder and connects to nothing"
        : null;

    static string Told<T>(Fact<T> fact) =>
        fact.Is(out var value, out var origin)
            ? $"{Shown.Of($"{value}")} ({(origin.IsDefault ? "the default" : $"line {Line(origin)}")})"
        : fact.IsUnset ? NotSet
        : Unknown;

    static string DefaultCredentials(SmtpUsage usage) =>
        usage.DefaultCredentials.Is(out var set, out var origin)
            ? Told(Fact.Known(set.Value ? "used" : "not used", origin))
            : Told(usage.DefaultCredentials);

    static string Told(Fact<bool> fact, string yes, string no) =>
        fact.Is(out var value, out var origin) ? Told(Fact.Known(value ? yes : no, origin)) : Told(fact);

    static string Line(Origin origin)
    {
        var place = origin.Location.GetLineSpan();
        var file = Path.GetFileName(place.Path);
        return $"{place.StartLinePosition.Line + 1}{(file.Length > 0 ? $" of {file}" : "")}";
    }
}
