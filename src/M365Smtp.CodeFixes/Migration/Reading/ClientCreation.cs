using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Reading;

/// <summary><c>new SmtpClient(host, port) { EnableSsl = true }</c></summary>
internal sealed record ClientCreation(BaseObjectCreationExpressionSyntax New, IReadOnlyList<ClientSetting> Settings)
{
    /// <summary>Null if another type is created, or a member is not a plain assignment.</summary>
    public static ClientCreation? Read(BaseObjectCreationExpressionSyntax made, SemanticModel model)
    {
        if (
            model.GetOperation(made) is not IObjectCreationOperation { Arguments: var arguments } operation
            || !operation.Type.IsClient()
        )
            return null;
        var settings = new List<ClientSetting>();
        foreach (var argument in arguments)
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Value.Syntax: ExpressionSyntax value })
                settings.Add(new ClientSetting(argument.Parameter?.Name == "port" ? "Port" : "Host", value, null));
        foreach (var member in made.Initializer?.Expressions ?? default)
        {
            if (
                member is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax property, Right: var value }
                || value is InitializerExpressionSyntax
            )
                return null;
            settings.Add(new ClientSetting(property.Identifier.ValueText, value, null));
        }
        return new ClientCreation(made, settings);
    }

    /// <summary>The declaration of the one local that gets the client; null for any other use.</summary>
    public LocalDeclarationStatementSyntax? Declared =>
        New.Parent
            is EqualsValueClauseSyntax
        {
            Parent: VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax
                {
                    Variables.Count: 1,
                    Parent: LocalDeclarationStatementSyntax declared
                }
            }
        }
            ? declared
            : null;

    /// <summary>The comments that would be lost with the initializer.</summary>
    public IEnumerable<string> Comments =>
        from trivia in New.DescendantTrivia(TextSpan.FromBounds(New.SpanStart, New.Span.End))
        where RemovedStatement.IsComment(trivia)
        select trivia.ToString();

    /// <summary><c>new SmtpClient()</c> of MailKit.</summary>
    public IEnumerable<TextChange> Bare()
    {
        if (New is ObjectCreationExpressionSyntax { Type: var type })
            yield return new TextChange(type.Span, MailKitNames.Client);
        var name = New is ObjectCreationExpressionSyntax named ? named.Type.Span.End : New.NewKeyword.Span.End;
        yield return new TextChange(TextSpan.FromBounds(name, New.Span.End), "()");
    }
}
