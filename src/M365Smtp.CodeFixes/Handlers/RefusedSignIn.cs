using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Handlers;

/// <summary>
/// A refused sign-in: System.Net.Mail continues without one and throws with the status of the 530 that follows; MailKit
/// throws an AuthenticationException.
/// </summary>
internal static class RefusedSignIn
{
    const string Name = "MustIssueStartTlsFirst";

    /// <summary>True if the code names the status of the 530.</summary>
    public static bool IsNamed(SyntaxNode? code) =>
        code is not null
        && code.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == Name);

    /// <summary>The status that System.Net.Mail gave the failure: null without a reply.</summary>
    public static string Status(string exception) =>
        $"{exception} is {MailKitNames.AuthenticationException} ? "
        + $"{MailKitNames.StatusCode}.AuthenticationRequired : ({exception} as "
        + $"{MailKitNames.CommandException})?.StatusCode";

    /// <summary>
    /// <c>catch (SmtpException refused) when (refused.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst)</c>; null
    /// for any other clause.
    /// </summary>
    public static IReadOnlyList<TextChange>? Changes(
        CatchClauseSyntax clause,
        CatchDeclarationSyntax declaration,
        SemanticModel model
    )
    {
        var name = declaration.Identifier.ValueText;
        if (clause.Filter is not { FilterExpression: var filter } || !IsAbout(filter, name, model))
            return null;
        var reads = clause
            .Block.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(read => read.Identifier.ValueText == name)
            .ToList();
        if (reads.Any(read => read.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StatusCode" }))
            return null;
        var head = declaration.CloseParenToken.Span.End;
        return
        [
            new TextChange(declaration.Type.Span, MailKitNames.AuthenticationException),
            .. reads.Count == 0
                ?
                [
                    new TextChange(
                        TextSpan.FromBounds(declaration.Type.Span.End, declaration.CloseParenToken.SpanStart),
                        ""
                    ),
                ]
                : Array.Empty<TextChange>(),
            new TextChange(TextSpan.FromBounds(head, clause.Filter.Span.End), ""),
        ];
    }

    static bool IsAbout(ExpressionSyntax filter, string name, SemanticModel model)
    {
        var (one, other) = filter switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equals => (equals.Left, equals.Right),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } pattern => (
                pattern.Expression,
                constant.Expression
            ),
            _ => (null, null),
        };
        return one is not null && (IsStatus(one) && IsRefusal(other!) || IsStatus(other!) && IsRefusal(one));

        bool IsStatus(ExpressionSyntax value) =>
            value
                is MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "StatusCode",
                Expression: IdentifierNameSyntax read
            }
            && read.Identifier.ValueText == name;

        bool IsRefusal(ExpressionSyntax value) =>
            model.GetSymbolInfo(value).Symbol is IFieldSymbol { Name: Name } status && status.IsOfNetMail();
    }
}
