using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.CodeFixes;

/// <summary>Offers the edits that a diagnostic carries, and those of its whole client as one action.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(M365SmtpCodeFixProvider))]
public sealed class M365SmtpCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        AllRules.List.Where(rule => rule.NoFix is null).Select(rule => rule.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllEdits.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // 'dotnet format' takes the first action it is offered: a diagnostic's own fix comes before the client's.
        foreach (var diagnostic in context.Diagnostics)
            if (OfferedFix.TryRead(diagnostic) is { } fix)
                await Offer(context, diagnostic, fix.Title, FixKeys.Of(diagnostic.Id), fix.Edits).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
            if (OfferedFix.TryRead(diagnostic)?.Other is { } other)
                await Offer(context, diagnostic, other.Title, FixKeys.Other(diagnostic.Id), other.Edits).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
            if (OfferedFix.TryRead(diagnostic) is { ClientEdits.Length: > 0 } fix)
                await Offer(context, diagnostic, "Put this client right for Microsoft 365", FixKeys.Client, fix.ClientEdits).ConfigureAwait(false);
    }

    // What is not kept is said before it happens.
    static string Telling(string title, IReadOnlyCollection<string> left) => left.Count == 0 ? title : $"{title} (leaves a note on {string.Join(" and ", left)})";

    static async Task Offer(CodeFixContext context, Diagnostic diagnostic, string title, string key, ImmutableArray<Edit> edits)
    {
        var draft = new Draft(context.Document.Project.Solution);
        var changed = await draft.TryApply(edits, context.Document.Project.Id, context.CancellationToken).ConfigureAwait(false);
        if (changed is not null)
            context.RegisterCodeFix(CodeAction.Create(Telling(title, changed.Left), _ => Task.FromResult(changed.Solution), key), diagnostic);
    }
}
