using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>A view created from a string.</summary>
/// <param name="Member">The BodyBuilder member that takes it.</param>
internal sealed record ViewText(string Member, ExpressionSyntax Text)
{
    public static ViewText? Read(ExpressionSyntax made, SemanticModel model)
    {
        if (
            model.GetOperation(made)
            is not IInvocationOperation
            {
                TargetMethod: { Name: "CreateAlternateViewFromString", ContainingType.Name: "AlternateView" }
            } call
        )
            return null;
        ExpressionSyntax? Argument(string name) => call.Arguments.For(name)?.Expression;
        if (Argument("content") is not { } text)
            return null;
        if (
            Argument("contentEncoding") is { } encoding
            && !IsNull(encoding, model)
            && !MessageText.IsUtf8(encoding, model)
        )
            return null;
        var type = Argument("mediaType") ?? (Argument("contentType") is { } given ? OfContentType(given) : null);
        if (type is null && call.Arguments.Length > 1)
            return null;
        return type is null || IsNull(type, model)
            ? new("TextBody", text)
            : model.GetConstantValue(type).Value switch
            {
                "text/plain" => new("TextBody", text),
                "text/html" => new("HtmlBody", text),
                _ => null,
            };
    }

    static ExpressionSyntax? OfContentType(ExpressionSyntax given) =>
        given
            is BaseObjectCreationExpressionSyntax
        {
            Initializer: null,
            ArgumentList.Arguments: [{ Expression: var type }]
        }
            ? type
            : null;

    static bool IsNull(ExpressionSyntax value, SemanticModel model) =>
        model.GetConstantValue(value) is { HasValue: true, Value: null };
}
