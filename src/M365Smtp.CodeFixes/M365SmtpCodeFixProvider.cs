using System.Collections.Immutable;
using M365Smtp.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.CodeFixes;

/// <summary>Offers the edits that a diagnostic carries, and all edits of its client as one action.</summary>
/// <remarks>One provider serves both code and settings files: Roslyn remembers the providers that fit the first
/// document it is asked about, so it would miss a second provider for the other kind of document. For the same reason
/// no file extensions are specified.</remarks>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(M365SmtpCodeFixProvider),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) }
)]
public sealed class M365SmtpCodeFixProvider : CodeFixProvider
{
    static readonly CSharpWriter Writer = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => OfferedFixes.RuleIds;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new FixAllEdits(Writer);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => OfferedFixes.RegisterAsync(context, Writer);
}
