using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.OAuth;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>Locals and private fields read only by connect and sign-in: host, port, password, a credential.</summary>
internal static class UnusedSettings
{
    public static IEnumerable<TextChange> Of(
        MailKitUses client,
        SignInCall signIn,
        SemanticModel model,
        SourceText text
    )
    {
        var secret = UnusedSecret.Of(signIn, model, text);
        if (secret.Note.Length > 0)
            yield return TextChanges.Insert(
                client.Creation.Around.SpanStart,
                OwnStatement.Comment(client.Creation.Around, secret.Note, text)
            );
        foreach (var change in secret.Removal)
            yield return change;
        var gone = client.Gone.Select(node => node.Span).ToList();
        var mailbox = MailboxExpression
            .Of(signIn)
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.ValueText)
            .ToList();
        var declarations = client.Scope.DescendantNodes().Where(IsDeclaration).ToList();
        // Anything read only by a removed declaration goes too.
        for (var found = true; found;)
        {
            found = false;
            foreach (var declared in declarations)
            {
                if (
                    gone.Contains(declared.Span)
                    || Variables(declared) is not [{ Initializer.Value: var value } variable]
                    || !Declarator.IsRemovable(variable)
                    || model.GetDeclaredSymbol(variable) is not { } symbol
                    || mailbox.Contains(symbol.Name)
                    || !UnusedSecret.OnlyLooksUp(value)
                )
                    continue;
                var readers = References.Of(symbol, client.Scope, model);
                if (readers.Count == 0 || !readers.All(reader => gone.Any(span => span.Contains(reader.Span))))
                    continue;
                gone.Add(declared.Span);
                found = true;
                yield return new TextChange(text.WithItsLine(declared.Span), "");
            }
        }
    }

    static bool IsDeclaration(SyntaxNode node) => node is LocalDeclarationStatementSyntax or FieldDeclarationSyntax;

    static SeparatedSyntaxList<VariableDeclaratorSyntax> Variables(SyntaxNode declaration) =>
        declaration switch
        {
            LocalDeclarationStatementSyntax local => local.Declaration.Variables,
            FieldDeclarationSyntax field => field.Declaration.Variables,
            _ => default,
        };
}
