using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Harness;

/// <summary>A fix that changes the text of the file in whatever way a test needs.</summary>
internal sealed class BadFix(Func<string, string> change) : CodeFixProvider
{
    readonly Func<string, string> _change = change;

    public Func<string, string>? FixAllChange { get; init; } = change;

    public override ImmutableArray<string> FixableDiagnosticIds => ["SMTP1004"];

    public override FixAllProvider? GetFixAllProvider() =>
        FixAllChange is { } all
            ? FixAllProvider.Create(async (_, document, _) => await ChangeAsync(document, all))
            : null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create("Use port 587", _ => ChangeAsync(context.Document, _change), FixKeys.Of("SMTP1004")),
            context.Diagnostics
        );
        return Task.CompletedTask;
    }

    static async Task<Document> ChangeAsync(Document document, Func<string, string> change) =>
        document.WithText(SourceText.From(change((await document.GetTextAsync()).ToString())));
}
