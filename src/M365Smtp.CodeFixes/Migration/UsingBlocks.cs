using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>
/// Disposes of MailKit's client where C# has no <c>using var</c>: wraps the statements that need it in a block.
/// </summary>
internal static class UsingBlocks
{
    /// <returns>The migration and the blocks as changes to the original text.</returns>
    public static async Task<IReadOnlyList<TextChange>> Added(
        Document document,
        IReadOnlyList<TextChange> migration,
        CancellationToken cancel
    )
    {
        if (
            await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is not { } original
            || original.Knows(LanguageVersion.CSharp8)
        )
            return migration;
        var steps = new ChangedText(await document.GetTextAsync(cancel).ConfigureAwait(false), migration);
        // One at a time: a block for one client may contain another.
        while (
            await document.WithText(steps.Text).GetSemanticModelAsync(cancel).ConfigureAwait(false) is { } model
            && model
                .SyntaxTree.GetRoot(cancel)
                .DescendantNodes()
                .OfType<LocalDeclarationStatementSyntax>()
                .Select(declared => Block(declared, model, steps.Text))
                .FirstOrDefault(block => block is not null)
                is { } changes
        )
            steps = steps.With(changes);
        return steps.Changes;
    }

    static IReadOnlyList<TextChange>? Block(
        LocalDeclarationStatementSyntax declared,
        SemanticModel model,
        SourceText text
    )
    {
        if (
            declared
            is not
            {
                Parent: BlockSyntax list,
                Declaration.Variables: [
                {
                    Initializer.Value: BaseObjectCreationExpressionSyntax
                            or InvocationExpressionSyntax
                            or AwaitExpressionSyntax
                } variable,
                ]
            }
        )
            return null;
        if (
            model.GetDeclaredSymbol(variable) is not ILocalSymbol { Type.Name: "SmtpClient" } client
            || client.Type.ContainingNamespace.ToDisplayString() != MailKitNames.ClientsNamespace
        )
            return null;
        var uses = References.Of(client, list, model);
        if (uses.Count == 0 || !uses.All(IsPlain))
            return null;
        var all = list.Statements;
        var isMade = variable.Initializer.Value is BaseObjectCreationExpressionSyntax;
        var first = isMade ? all.IndexOf(StatementList.ElementOf(list, uses[0])) : all.IndexOf(declared) + 1;
        var last = all.IndexOf(StatementList.ElementOf(list, uses[uses.Count - 1]));
        // Declarations inside must not be needed outside.
        for (var i = first; i <= last; i++)
            if (all[i] is LocalDeclarationStatementSyntax { Declaration.Variables: var variables })
                foreach (var local in variables.Select(known => model.GetDeclaredSymbol(known)).OfType<ILocalSymbol>())
                    last = Math.Max(
                        last,
                        References
                            .Of(local, list, model)
                            .Select(use => all.IndexOf(StatementList.ElementOf(list, use)))
                            .DefaultIfEmpty(0)
                            .Max()
                    );
        return Around(declared, first, last, list, text);
    }

    // Code that receives the client or disposes of it stays the same.
    static bool IsPlain(IdentifierNameSyntax use) =>
        use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "Dispose" } member
        && member.Expression == use
        && !use.Ancestors()
            .Any(outer =>
                outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
                && !outer.Span.Contains(use.FirstAncestorOrSelf<BlockSyntax>()!.Span)
            );

    static IReadOnlyList<TextChange> Around(
        LocalDeclarationStatementSyntax declared,
        int first,
        int last,
        BlockSyntax list,
        SourceText text
    )
    {
        var all = list.Statements;
        var unit = list.SyntaxTree.GetRoot().IndentationUnit();
        var (lineBreak, indentation) = (text.LineBreak(declared.SpanStart), text.Indentation(declared.SpanStart));
        var resource = $"using ({declared.Declaration}){lineBreak}{indentation}{{";
        var changes = new List<TextChange>();
        if (all.IndexOf(declared) == first - 1)
            changes.Add(new TextChange(declared.Span, resource));
        else
        {
            var gone = RemovedStatement.Of(declared, text);
            changes.Add(gone.Change);
            var opening = gone.Comments.Append(resource).Select(line => indentation + line + lineBreak);
            changes.Add(TextChanges.Insert(Start(all[first], text), string.Concat(opening)));
        }
        var lastLine = text.Lines.IndexOf(all[last].Span.End);
        for (var line = text.Lines.IndexOf(Start(all[first], text)); line <= lastLine; line++)
            if (IsCode(text.Lines[line], list))
                changes.Add(TextChanges.Insert(text.Lines[line].Start, unit));
        changes.Add(TextChanges.Insert(all[last].GetLastToken().EndOfLine(), $"{lineBreak}{indentation}}}"));
        return [.. changes.OrderBy(change => change.Span.Start)];
    }

    /// <summary>The line of the statement, or of the comment above it.</summary>
    static int Start(StatementSyntax statement, SourceText text)
    {
        var line = text.Lines.IndexOf(statement.SpanStart);
        while (text.Lines[line - 1].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal))
            line--;
        return text.Lines[line].Start;
    }

    // Lines inside a multi-line string stay as they are.
    static bool IsCode(TextLine line, BlockSyntax list) =>
        !string.IsNullOrWhiteSpace(line.ToString())
        && line.ToString()[0] != '#'
        && list.FindToken(line.Start) is var token
        && (token.SpanStart >= line.Start || token.Span.End <= line.Start || token.IsKind(SyntaxKind.None));
}
