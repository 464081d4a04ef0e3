using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Reporting;

/// <summary>Turns the usages of one file into its diagnostics: all in this file, one per span, one per fault however
/// many clients share it.</summary>
internal sealed class FileReport(SyntaxTree tree, TeamOptions team, Source source, SenderDirectory? senders)
{
    readonly HashSet<Location> taken = [];
    readonly ProjectLibraries libraries = new(source.Compilation, source.Runtime);

    public IEnumerable<Diagnostic> Diagnostics(IEnumerable<SmtpUsage> usages)
    {
        var found = new List<(RuleFinding Found, Location Client)>();
        foreach (
            var same in WithShared(usages.Select(Resolve)).OrderBy(use => use.Moment).SelectMany(Said).GroupBy(Key)
        )
        {
            var (first, usage) = same.First();
            var agreed = first with
            {
                Finding = WithGuess(first.Finding, same.Where(one => one.Usage.Moment == Moment.Send)),
            };
            agreed = agreed with { Finding = WithPasswords(agreed.Finding, same.Select(one => one.Found.Finding)) };
            found.Add((Placed(Layered(agreed, usage), usage.Site), (usage.Site.Creation ?? usage.Site.Call).Location));
        }
        var ofClient = found
            .GroupBy(pair => pair.Client)
            .ToDictionary(same => same.Key, same => ClientEdits.Of(same.Select(pair => pair.Found)));
        var clientOf = found.ToDictionary(pair => pair.Found, pair => pair.Client);
        return Findings.OnePerSpan(found.Select(pair => pair.Found)).Select(one => OneOf(one, ofClient[clientOf[one]]));
    }

    IEnumerable<(RuleFinding Found, SmtpUsage Usage)> Said(SmtpUsage usage) =>
        from finding in Findings.Of(usage)
        where !team.IsOff(finding.Rule) && !StandsInSettings(finding, usage) && !StandsElsewhere(finding, usage)
        select (finding, usage);

    static (string Rule, Location At) Key((RuleFinding Found, SmtpUsage) one) =>
        (one.Found.Rule.Id, one.Found.Finding.At.Location);

    // Each caller may pass its own password.
    static Finding WithPasswords(Finding first, IEnumerable<Finding> same)
    {
        var passwords = same.Skip(1)
            .SelectMany(finding => finding.Edits.AddRange(finding.GuessEdits))
            .Where(edit => edit.Kind == EditKind.ForgetPassword)
            .Distinct()
            .ToList();
        return first with
        {
            Edits = first.Edits.AddRange(passwords.Except(first.Edits)),
            GuessEdits = first.GuessEdits.Any(edit => edit.Kind == EditKind.SendThroughGraph)
                ? first.GuessEdits.AddRange(passwords.Except(first.GuessEdits))
                : first.GuessEdits,
        };
    }

    // MailKit learns the sender only when it sends; for a login with several or unknown senders there is no guess.
    static Finding WithGuess(Finding first, IEnumerable<(RuleFinding Found, SmtpUsage Usage)> sends) =>
        first.GuessEdits.Any(edit => edit.IsStepOfItsOwn) ? first
        : sends.Select(send => send.Found.Finding).GroupBy(finding => finding.GuessTitle).ToList()
            is [{ Key: { } title } only]
            ? first with
            {
                GuessTitle = title,
                GuessEdits = only.First().GuessEdits,
            }
        : first with { GuessTitle = null };

    // What a settings file and its layers show on their own is reported there. A password whose name does not show its
    // owner is linked to its host only by code. Except for mailSettings, only the code that reads a TLS switch defines
    // its meaning.
    bool StandsInSettings(RuleFinding found, SmtpUsage usage) =>
        found.Rule.Category == "Transport"
            ? usage.IsByMailSettings || IsAddress(usage)
            : found.Rule.JudgesSettings
                && usage.Host.Is(out _, out var host)
                && host.IsSetting
                && found
                    .Finding.Also.Add(found.Finding.At)
                    .All(place => place.Location.Kind == LocationKind.ExternalFile && Family(place) == Family(host))
                && (
                    found.Rule.Id != nameof(RuleId.SMTP4003)
                    || source.Settings.Joins(host.Location, found.Finding.At.Location, libraries.Uses)
                );

    // What code in another file does on its own is reported there, and so is its sign-in if it has a default host.
    bool StandsElsewhere(RuleFinding found, SmtpUsage usage) =>
        found.Finding.At.Location.SourceTree is { } other
        && other != tree
        && (
            usage.IsJudgedAtCall && found.Rule.Category == "Authentication"
            || IsMentionedThere(found, usage)
            || found.Finding.At.IsDefaultPassword && found.Rule == PasswordInSource.Rule
            || found.Finding.At.Via is null
                && usage.Host.Is(out _, out var host)
                && host.Via is null
                && host.Location.SourceTree == other
        );

    // Findings from host and port alone are also reported in the file that creates the object.
    static bool IsMentionedThere(RuleFinding found, SmtpUsage usage) =>
        found.Finding.At.IsOfMadeObject
        && usage.Host.Is(out _, out var host)
        && host.IsOfMadeObject
        && found.Rule.Check(
            usage with
            {
                Api = SmtpApi.None,
                Moment = Moment.Mention,
                Tls = Fact<TlsMode>.Unknown,
                Credential = Fact<Credential>.Unknown,
            }
        )
            is not null;

    // 'smtp://host:587' defines TLS whatever reads it.
    static bool IsAddress(SmtpUsage usage) =>
        usage.Tls.Is(out _, out var tls)
        && tls.IsSetting
        && usage.Host.Is(out _, out var host)
        && tls.Location == host.Location;

    static string Family(Origin origin) => SettingsLayer.Of(origin.Location.GetLineSpan().Path).Family;

    // An environment may override it.
    static RuleFinding Layered(RuleFinding found, SmtpUsage usage) =>
        usage.IsLayered && found.Finding.At.IsSetting ? found.Milder : found;

    static IEnumerable<SmtpUsage> WithShared(IEnumerable<SmtpUsage> usages)
    {
        var all = usages.ToList();
        var other = all.Where(use => !use.IsAimedAtSubmission).ToLookup(use => use.Site.Call.Location);
        // Only the condition knows which login belongs to which host.
        return all.Where(use => !use.IsPossible || !other.Contains(use.Site.Call.Location))
            .Select(use =>
                use with
                {
                    IsCallShared = other[use.Site.Call.Location].Any(shared => shared.Endpoint != use.Endpoint),
                    ServesOtherHost = other[use.Site.Call.Location].Any(shared => shared.Host.Is(out _)),
                }
            );
    }

    /// <summary>The usage as the rules see it: with its library's defaults and its endpoint.</summary>
    public SmtpUsage Resolve(SmtpUsage usage)
    {
        usage = Defaults.Resolve(usage) with { Runtime = source.Runtime, HasMailKit = source.Types.HasMailKit };
        usage = usage with
        {
            ConnectsElsewhere =
                usage.ConnectsTo.Length > 0 && usage.ConnectsTo.All(other => team.Endpoint(other) is null),
        };
        return usage.Host.Is(out var host) ? usage.At(team.Endpoint(host), senders) : usage;
    }

    /// <summary>Underlines a finding of another file where this file reads the value; if several share that place, each
    /// underlines its own part of the call.</summary>
    RuleFinding Placed(RuleFinding found, Site site)
    {
        var at = found.Finding.At;
        if (at.Location.SourceTree == tree)
            return found;
        Location?[] places = [at.Via, site.Call.Via, site.CallName.Via, site.Arguments?.Via, site.Call.Location];
        var local =
            places.FirstOrDefault(place => place?.SourceTree == tree && taken.Add(place))
            ?? places.First(place => place?.SourceTree == tree)!;
        return found with
        {
            Finding = found.Finding with { At = at with { Location = local }, Also = found.Finding.Also.Add(at) },
        };
    }

    static Diagnostic OneOf(RuleFinding found, ClientEdits ofClient)
    {
        var own = found.Finding.Edits;
        if (own.Any(edit => edit.Kind == EditKind.MigrateToMailKit))
            return Diagnostic(
                found with
                {
                    Finding = found.Finding with { Edits = ofClient.Connection.AddRange(own) },
                }
            );
        return Diagnostic(
            found,
            ofClient.All.Length > own.Length && !own.Any(edit => edit.IsStepOfItsOwn) ? ofClient.All : default
        );
    }

    public static Diagnostic Diagnostic(RuleFinding found, ImmutableArray<Edit> clientEdits = default) =>
        Microsoft.CodeAnalysis.Diagnostic.Create(
            Descriptors.Of(found),
            found.Finding.At.Location,
            Descriptors.Severity(found.Severity),
            found.Finding.Also.Select(also => also.Location),
            OfferedFix.ToDiagnosticProperties(found.Finding, clientEdits),
            found.Finding.Arguments
        );
}
