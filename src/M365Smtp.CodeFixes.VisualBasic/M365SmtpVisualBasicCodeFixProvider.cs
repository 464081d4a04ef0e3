using System.Collections.Immutable;
using M365Smtp.CodeFixes.VisualBasic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.CodeFixes;

/// <summary>Offers fixes for hosts, ports, TLS and switches in Visual Basic, and for settings files.</summary>
/// <remarks>The fixes for OAuth 2.0, MailKit migration, passwords and retries are C# only.</remarks>
[ExportCodeFixProvider(
    LanguageNames.VisualBasic,
    Name = nameof(M365SmtpVisualBasicCodeFixProvider),
    DocumentKinds = new[] { nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument) }
)]
public sealed class M365SmtpVisualBasicCodeFixProvider : CodeFixProvider
{
    static readonly VisualBasicWriter Writer = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => OfferedFixes.RuleIds;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new FixAllEdits(Writer);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => OfferedFixes.RegisterAsync(context, Writer);
}
