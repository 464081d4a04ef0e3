using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Passwords;

/// <summary>Removes a password that nothing reads once the client signs in with a token.</summary>
internal static class ForgetPassword
{
    const string Empty = "\"\"";

    /// <summary>Empty if something still reads it.</summary>
    public static async Task<IReadOnlyList<TextChange>> Changes(Place place, CancellationToken cancel)
    {
        if (place.Node<LiteralExpressionSyntax>() is not { } password)
            return [];
        if (await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return [];
        if (
            IsEmpty(password)
            || await new PasswordFlow(place.Document.Project.Solution, cancel)
                .IsRead(password, model)
                .ConfigureAwait(false)
        )
            return [];
        foreach (var changes in Alternatives(password, model))
            if (await BuildCheck.CompilesAsWell(place.Document, changes, null, cancel).ConfigureAwait(false))
                return EmptyLines.WithoutNew(place.Text, changes);
        return [];
    }

    /// <summary>Removes its variable or property if that is no longer needed, else only its text.</summary>
    public static IEnumerable<IReadOnlyList<TextChange>> Alternatives(ExpressionSyntax password, SemanticModel model)
    {
        var text = model.SyntaxTree.GetText();
        if (
            password.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            && Declarator.IsRemovable(variable)
        )
            yield return
            [
                .. Declarator
                    .Without(variable, text)
                    .Concat(
                        References
                            .Of(model.GetDeclaredSymbol(variable)!, model.SyntaxTree.GetRoot(), model)
                            .Select(reader => new TextChange(reader.Span, Empty))
                    )
                    .OrderBy(change => change.Span.Start),
            ];
        if (
            password.Parent is ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property }
            && property.Modifiers.Any(SyntaxKind.PrivateKeyword)
        )
            yield return [new TextChange(text.WithItsLine(property.Span), "")];
        yield return [new TextChange(password.Span, Empty)];
    }

    static bool IsEmpty(LiteralExpressionSyntax password) => password.Token.ValueText.Length == 0;
}
