using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Passwords;

/// <summary>Keeps the passwords of two mailboxes apart: they are never read from the same key.</summary>
internal static class Mailboxes
{
    /// <summary>
    /// The source, with a key specific to this mailbox if the project already uses the key for another.
    /// </summary>
    public static async Task<PasswordSource> Apart(
        PasswordSource source,
        ExpressionSyntax password,
        Document document,
        SemanticModel model,
        CancellationToken cancel
    )
    {
        if (!source.Value.Contains($"\"{source.Key}\"") || AddressOf(password, model) is not { } mailbox)
            return source;
        foreach (var other in document.Project.Documents)
        {
            var text = await other.GetTextAsync(cancel).ConfigureAwait(false);
            if (!MailText.Anywhere.MayHoldMail(text) || !text.ToString().Contains($"\"{source.Key}\""))
                continue;
            if (
                await other.GetSemanticModelAsync(cancel).ConfigureAwait(false) is { } otherModel
                && Reads(source.Key, otherModel)
                    .Any(read =>
                        AddressOf(read, otherModel) is { } reader
                        && !reader.Equals(mailbox, StringComparison.OrdinalIgnoreCase)
                    )
            )
                return source with
                {
                    Value = source.Value.Replace(source.Key, PasswordKey.For(source.Key, mailbox)),
                    Key = PasswordKey.For(source.Key, mailbox),
                };
        }
        return source;
    }

    /// <summary>The expressions that read a key: <c>configuration["key"] ?? …</c></summary>
    static IEnumerable<ExpressionSyntax> Reads(string key, SemanticModel model) =>
        from literal in model.SyntaxTree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
        where
            literal.Token.ValueText == key
            && literal.Parent
                is ArgumentSyntax { Parent.Parent: ElementAccessExpressionSyntax or InvocationExpressionSyntax }
        select literal.Parent!.Parent!.Parent
            is ExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } whole }
            ? whole
            : (ExpressionSyntax)literal.Parent!.Parent!.Parent!;

    /// <summary>The address written next to a password, or next to its holder; null if there is none.</summary>
    static string? AddressOf(ExpressionSyntax password, SemanticModel model) =>
        Beside(password, model)
        ?? (
            Holder(password) is { } holder && model.GetDeclaredSymbol(holder) is { } symbol
                ? References
                    .Of(symbol, model.SyntaxTree.GetRoot(), model)
                    .Select(reader => Beside(reader, model))
                    .FirstOrDefault(address => address is not null)
                : null
        );

    static string? Beside(ExpressionSyntax password, SemanticModel model)
    {
        var others = password.Parent switch
        {
            ArgumentSyntax { Parent: ArgumentListSyntax list } => list.Arguments.Select(argument =>
                argument.Expression
            ),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } => initializer
                .Expressions.OfType<AssignmentExpressionSyntax>()
                .Select(member => member.Right),
            _ => [],
        };
        return others
            .Where(other => other != password)
            .Select(other => model.GetConstantValue(other).Value as string)
            .FirstOrDefault(text => text?.Contains('@') == true);
    }

    static SyntaxNode? Holder(ExpressionSyntax password) =>
        password.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } value =>
                value.Parent,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property,
            _ => null,
        };
}
