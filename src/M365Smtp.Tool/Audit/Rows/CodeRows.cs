using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Surroundings.Pacing;
using M365Smtp.Tool.Audit.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Tool.Audit.Rows;

/// <summary>The clients in the code as seen from one startup project, or from one project alone.</summary>
/// <param name="StartUp">Null for a project alone.</param>
internal sealed record CodeView(LoadedProject? StartUp, ProjectFacts Facts);

/// <summary>Turns the facts about each client into a row.</summary>
internal sealed class CodeRows(
    IReadOnlyList<LoadedProject> projects,
    FoundDiagnostics found,
    PathNames names,
    SettingsPlaces settings,
    CancellationToken cancel
)
{
    /// <param name="views">A client seen from startup projects is shown with their settings.</param>
    public IReadOnlyList<AuditRow> Of(IReadOnlyList<CodeView> views)
    {
        var rows = new List<AuditRow>();
        var clients = views
            .SelectMany(view => view.Facts.Usages.Select(heard => (view, heard)))
            .GroupBy(pair => Key(pair.heard));
        foreach (
            var client in clients
                .OrderBy(group => group.Key.Path, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Span.Start)
        )
        {
            var joined = client.Where(pair => pair.view.StartUp is not null).ToList();
            var seen = joined.Count > 0 ? joined : client.ToList();
            var ofClient = seen.GroupBy(pair => pair.view)
                .SelectMany(view => Rows(view.Key, [.. view.Select(pair => pair.heard)]))
                .ToList();
            // The rules may have found more in the project alone.
            var alone = client.Where(pair => pair.view.StartUp is null).Select(pair => pair.heard.Usage).ToList();
            // A table of hosts is one place, no matter how many hosts it contains.
            if (ofClient is [{ Row.Kind: RowKind.Mention }, ..])
            {
                if (Finished(ofClient, alone) is { Findings.Count: > 0 } mention)
                    rows.Add(mention);
                continue;
            }
            ofClient.RemoveAll(draft => IsNoSender(draft) && found.Of([.. draft.All, .. alone]).Count == 0);
            foreach (
                var same in ofClient.GroupBy(row =>
                    (
                        row.Row.Kind,
                        row.Row.Host,
                        row.Row.HostFrom,
                        row.Row.Mailbox,
                        row.Row.MailboxFrom,
                        row.Row.SignIn,
                        row.Row.AfterSwitch
                    )
                )
            )
                rows.Add(Finished([.. same], alone));
        }
        return rows;
    }

    // The created object or, if it comes from elsewhere, the type that uses it.
    static (string Path, TextSpan Span) Key(HeardUsage heard)
    {
        if (heard.Usage.Site.Creation is { } creation)
            return FoundDiagnostics.Where(creation.Location);
        var call = heard.Usage.Site.Call.Location;
        if (heard.Usage.Moment is Moment.Mention or Moment.Process || call.SourceTree is not { } tree)
            return FoundDiagnostics.Where(call);
        var node = tree.GetRoot().FindNode(call.SourceSpan, getInnermostNodeForTie: true);
        var type = node.Ancestors()
            .FirstOrDefault(above =>
                above.GetType().Name
                    is "ClassDeclarationSyntax"
                        or "StructDeclarationSyntax"
                        or "RecordDeclarationSyntax"
                        or "ClassBlockSyntax"
                        or "ModuleBlockSyntax"
                        or "StructureBlockSyntax"
            );
        // The settings in a library call are a separate sender.
        return heard.Usage.Moment == Moment.Leaves
            ? FoundDiagnostics.Where(call)
            : (tree.FilePath, type?.Span ?? call.SourceSpan);
    }

    // The code of a mail library itself sends nothing, and an options object for another provider's host may never be
    // used.
    static bool IsNoSender(Draft draft)
    {
        var compilation = draft.Heard.Source.Compilation;
        return Clients.Any(name => compilation.Assembly.GetTypeByMetadataName(name) is not null)
            || (
                draft.Usage.Endpoint is null
                && LibraryFacts.OptionsOf(Operation(draft.Usage.Site.Call.Location, compilation)?.Type) is not null
            );
    }

    static readonly string[] Clients = ["MailKit.Net.Smtp.SmtpClient", "System.Net.Mail.SmtpClient"];

    sealed record Draft(AuditRow Row, SmtpUsage Usage, IReadOnlyList<SmtpUsage> All, HeardUsage Heard, CodeView View);

    IEnumerable<Draft> Rows(CodeView view, IReadOnlyList<HeardUsage> heard)
    {
        var hosts = heard
            .Select(one => one.Usage.Host.Is(out var host) ? host : null)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        // If the host is known at one moment, it also applies to the moments at which it is not.
        if (hosts.Count > 1)
            hosts.Remove(null);
        foreach (var host in hosts)
        {
            var about = heard
                .Where(one =>
                    !one.Usage.Host.Is(out var other) || string.Equals(other, host, StringComparison.OrdinalIgnoreCase)
                )
                .ToList();
            foreach (var login in Logins(about))
                yield return Drafted(view, heard, about, login);
        }
    }

    /// <summary>The distinct sign-ins of a client; a single null if none is known.</summary>
    static IReadOnlyList<SmtpUsage?> Logins(IReadOnlyList<HeardUsage> about)
    {
        var known = about.Select(one => one.Usage).Where(use => use.Credential.Is(out _)).ToList();
        if (known.Count == 0)
            return [null];
        (bool, string?) Kind(SmtpUsage use) =>
            use.Credential.Is(out var login) ? (login.IsToken, login.User.Is(out var user) ? user : null) : default;
        var kinds = known.GroupBy(Kind).ToList();
        return
        [
            .. kinds
                .Where(kind =>
                    kind.Key.Item2 is not null
                    || !kinds.Any(other => other.Key.Item2 is not null && other.Key.Item1 == kind.Key.Item1)
                )
                .Select(kind =>
                    kind.OrderByDescending(use => use.Moment == Moment.Authenticate)
                        .ThenByDescending(use => use.Moment)
                        .First()
                ),
        ];
    }

    Draft Drafted(CodeView view, IReadOnlyList<HeardUsage> heard, IReadOnlyList<HeardUsage> about, SmtpUsage? login)
    {
        var host = about.Select(one => one.Usage).FirstOrDefault(use => use.Host.Is(out _));
        // The last moment has the most facts.
        var last = about
            .OrderBy(one =>
                one.Usage.Moment is Moment.Leaves or Moment.Registered or Moment.Mention or Moment.Process
                    ? -1
                    : (int)one.Usage.Moment
            )
            .Last();
        var use = last.Usage with
        {
            Host = host?.Host ?? last.Usage.Host,
            Endpoint = host?.Endpoint ?? last.Usage.Endpoint,
            Senders = host?.Senders ?? last.Usage.Senders,
            Credential = login?.Credential ?? last.Usage.Credential,
            From = about.Select(one => one.Usage.From).FirstOrDefault(from => from.Is(out _)) ?? last.Usage.From,
        };
        var first = about.FirstOrDefault(one => one.Usage.Moment is Moment.Connect) ?? about[0];
        var at = use.Site.Creation ?? first.Usage.Site.Call;
        var values = new ValueSource(last.Source, cancel);
        var hostFrom = HostFrom(use, about, values);
        var (mailbox, mailboxFrom) = Mailbox(use, last, values);
        var effect = SwitchEffect.Of(use, hostFrom);
        var isSender = use.Moment is not (Moment.Mention or Moment.Process);
        var owner = Owner(at.Location.SourceTree!);
        var row = new AuditRow(
            isSender ? RowKind.Sender : RowKind.Mention,
            "",
            names.RepositoryOf(at.Location.GetLineSpan().Path),
            found.PlaceOf(at.Location)
        )
        {
            Project = owner is null ? null : names.Of(owner.Path),
            StartUp = view.StartUp is { } startUp && startUp.Path != owner?.Path ? names.Of(startUp.Path) : null,
            Member = MemberOf(at.Location, last.Source.Compilation),
            Library = LibraryOf(use, last.Source.Compilation),
            Host = use.Host.Is(out var name) ? name : null,
            HostFrom = hostFrom,
            Mailbox = mailbox,
            MailboxFrom = mailboxFrom,
            From = use.From.Is(out var from) && AddressOf(from) is { } address ? address : null,
            SignIn = isSender ? effect.SignIn : SignIn.Unknown,
            AfterSwitch = isSender ? effect.After : AfterSwitch.NotKnown,
            Why = isSender ? effect.Why : MentionWhy(use),
            IsLoose = owner?.IsLoose == true,
            IsTest = owner?.IsTest == true,
        };
        return new(row, use, [.. heard.Select(one => one.Usage)], last, view);
    }

    static string MentionWhy(SmtpUsage use) =>
        use.Moment == Moment.Process
            ? "A setting for all clients of the process."
            : "The host stands here beside other values; no client that connects to it is seen.";

    AuditRow Finished(IReadOnlyList<Draft> same, IReadOnlyList<SmtpUsage> alone)
    {
        var draft = same[0];
        var findings = found.Of([.. draft.All, .. same.SelectMany(other => other.All), .. alone]).ToList();
        foreach (var usage in same.SelectMany(other => other.All))
            findings.AddRange(settings.FindingsOf(usage).Except(findings));
        var startUps = same.Select(other => other.Row.StartUp)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var row = draft.Row with { Findings = findings, StartUp = startUps.Count == 0 ? null : Several(startUps) };
        if (row.AfterSwitch == AfterSwitch.Stops && findings.Any(finding => finding.Rule == "SMTP4004"))
            row = row with
            {
                AfterSwitch = AfterSwitch.FailsAlready,
                Why = "The login is discarded (SMTP4004), so it sends without one: 530 5.7.57.",
            };
        return row with
        {
            WaysOut = WaysOut.Of(
                row,
                draft.Usage.Api,
                draft.Usage.HasMailKit == true,
                draft.Heard.Source.Compilation.Language == LanguageNames.CSharp
            ),
            Code = Excerpt(draft),
            Fingerprint = found.Fingerprint(
                row.Kind.ToString(),
                row.Place.Path,
                row.Member,
                row.Host ?? row.HostFrom,
                row.Mailbox ?? row.MailboxFrom,
                row.SignIn.ToString()
            ),
        };
    }

    static string Several(List<string> names)
    {
        const int most = 3;
        return string.Join(", ", names.Take(most)) + (names.Count > most ? $" and {names.Count - most} more" : "");
    }

    LoadedProject? Owner(SyntaxTree tree) =>
        projects.FirstOrDefault(project => project.MailTrees.Any(own => own.FilePath == tree.FilePath))
        ?? projects.FirstOrDefault(project =>
            project.Compilation.SyntaxTrees.Any(own => own.FilePath == tree.FilePath)
        );

    // The file and key if it is in a settings file, otherwise what the code reads.
    string? HostFrom(SmtpUsage use, IReadOnlyList<HeardUsage> about, ValueSource values)
    {
        if (use.Host.Is(out _, out var origin))
            return origin.IsSetting ? settings.NameOf(origin.Location) : null;
        return about.Select(one => HostOf(one, values)).FirstOrDefault(from => from is not null);
    }

    static string? HostOf(HeardUsage heard, ValueSource values)
    {
        string[] parameters = ["host", "uri", "server", "smtpserver"];
        return values.Of(
                ValueSource.Given(Operation(heard.Usage.Site.Creation?.Location, heard.Source.Compilation), parameters)
            )
            ?? (
                heard.Usage.Moment is Moment.Connect
                    ? values.Of(
                        ValueSource.Given(
                            Operation(heard.Usage.Site.Call.Location, heard.Source.Compilation),
                            parameters
                        )
                    )
                    : null
            )
            ?? values.Of(SetLater(heard, "Host"));
    }

    // client.Host = … in the member that creates it.
    static IOperation? SetLater(HeardUsage heard, string member)
    {
        if (Operation(heard.Usage.Site.Creation?.Location, heard.Source.Compilation) is not { } creation)
            return null;
        var root = creation;
        while (root.Parent is { } parent)
            root = parent;
        var type = creation.Type;
        var sets = root.Descendants()
            .OfType<ISimpleAssignmentOperation>()
            .Where(set =>
                set.Target is IPropertyReferenceOperation { Property.Name: var name, Instance.Type: { } on }
                && name == member
                && SymbolEqualityComparer.Default.Equals(on, type)
            )
            .ToList();
        return sets is [var only] ? only.Value : null;
    }

    (string? Mailbox, string? From) Mailbox(SmtpUsage use, HeardUsage heard, ValueSource values)
    {
        if (!use.Credential.Is(out var login, out var at))
            return (null, null);
        if (login.User.Is(out var user, out var origin))
        {
            var from = origin.IsSetting ? settings.NameOf(origin.Location) : null;
            return Placeholder.Is(user) || (login.Secret.Is(out var secret) && secret == user)
                ? (null, from)
                : (user, from);
        }
        var written = Operation(at.Location, heard.Source.Compilation);
        return (
            null,
            values.Of(ValueSource.Given(written, "userName", "user", "username"))
                ?? values.Of(ValueSource.Given(Nested(written), "userName"))
        );
    }

    // The login object passed to the call, if only the call is known.
    static IOperation? Nested(IOperation? call) =>
        ValueSource.Given(call, "credentials", "mechanism") is { } given
            ? given is IConversionOperation conversion
                ? conversion.Operand
                : given
            : null;

    static IOperation? Operation(Location? location, Compilation compilation)
    {
        if (location?.SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree))
            return null;
        var model = compilation.GetSemanticModel(tree);
        for (
            var node = tree.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true);
            node is not null && node.Span == location.SourceSpan;
            node = node.Parent
        )
            if (model.GetOperation(node) is { } operation)
                return operation;
        return null;
    }

    static string? LibraryOf(SmtpUsage use, Compilation compilation)
    {
        var call = Operation(use.Site.Call.Location, compilation);
        return (
                call is IInvocationOperation invocation
                    ? LibraryFacts.CallOf(invocation.TargetMethod)?.Library.Name
                    : null
            )
            ?? LibraryFacts.OptionsOf(call?.Type)?.Name
            ?? use.Api switch
            {
                SmtpApi.SystemNetMail => "System.Net.Mail",
                SmtpApi.MailKit => "MailKit",
                _ => null,
            };
    }

    static string? MemberOf(Location location, Compilation compilation)
    {
        if (location.SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree))
            return null;
        var symbol = compilation.GetSemanticModel(tree).GetEnclosingSymbol(location.SourceSpan.Start);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            symbol = symbol.ContainingSymbol;
        if (symbol is IMethodSymbol { AssociatedSymbol: { } property })
            symbol = property;
        return symbol switch
        {
            IMethodSymbol { Name: "<Main>$" } => "top-level statements",
            IMethodSymbol
            {
                MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor,
                ContainingType: var type
            } => type.Name + " constructor",
            { ContainingType: { } type } => type.Name + "." + symbol.Name,
            INamedTypeSymbol type => type.Name,
            _ => null,
        };
    }

    static string? AddressOf(string text) => Analyzers.Rules.EmailAddress.Parse(text)?.ToString();

    // The statements that create, configure and use the client.
    IReadOnlyList<string> Excerpt(Draft draft)
    {
        var place = (draft.Usage.Site.Creation ?? draft.Usage.Site.Call).Location;
        if (place.SourceTree is not { } tree)
            return [];
        var secret =
            draft.Usage.Credential.Is(out var login, out var loginAt) && login.Secret.Is(out var password)
                ? password
                : null;
        var shown = new[] { draft.Row.Host, draft.Row.Mailbox, draft.Row.From }
            .OfType<string>()
            .Where(value => value != secret)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var key in new[] { draft.Row.HostFrom, draft.Row.MailboxFrom }.OfType<string>())
            shown.UnionWith([.. key.Split(' ', ':'), key.Split(' ').Last()]);
        var statements = draft
            .All.SelectMany(use => new[] { use.Site.Creation, use.Site.Call })
            .Append(loginAt)
            .Select(origin => origin?.Location)
            .Where(location => location?.SourceTree == tree)
            .Select(location => StatementAt(tree, location!))
            .DistinctBy(node => node.SpanStart)
            .OrderBy(node => node.SpanStart)
            .ToList();
        var outer = statements.Where(node => !statements.Any(other => other != node && other.Span.Contains(node.Span)));
        return CodeExcerpt.Of(outer, shown);
    }

    SyntaxNode StatementAt(SyntaxTree tree, Location location)
    {
        var node = tree.GetRoot(cancel).FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        foreach (var above in node.AncestorsAndSelf())
            switch (above.GetType().Name)
            {
                case "BlockSyntax"
                or "UsingStatementSyntax"
                or "UsingBlockSyntax"
                or "MethodBlockSyntax"
                or "ForEachStatementSyntax"
                or "IfStatementSyntax"
                or "TryStatementSyntax":
                    return node;
                case "FieldDeclarationSyntax" or "PropertyDeclarationSyntax":
                case var name when name.EndsWith("StatementSyntax", StringComparison.Ordinal):
                    return above;
            }
        return node;
    }
}
