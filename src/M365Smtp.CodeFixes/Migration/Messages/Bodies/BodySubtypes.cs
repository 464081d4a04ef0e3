using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>
/// Whether a text is plain or HTML: a property of the message in System.Net.Mail, the part's subtype in MimeKit.
/// </summary>
internal static class BodySubtypes
{
    public const string Plain = "\"plain\"",
        Html = "\"html\"";

    /// <summary>
    /// The expression for the subtype of each text given to the message; null if it may change later.
    /// </summary>
    public static IReadOnlyDictionary<MessageWrite, string>? Of(MessageUses uses, SemanticModel model)
    {
        var (flags, texts) = (
            uses.Writes.Where(write => write.Member == "IsBodyHtml").ToList(),
            uses.Writes.Where(write => write.Member == "Body").ToList()
        );
        var subtypes = new Dictionary<MessageWrite, string>();
        if (!MessageUses.AreApart(flags))
            return null;
        foreach (var text in texts)
        {
            var flag =
                flags.FirstOrDefault(flag => IsFor(flag, text))
                ?? (flags is [var only] && uses.IsAlwaysDone(only) ? only : null);
            if (flag is null && flags.Count > 0 || flag is not null && flag.Form != WriteForm.Assign)
                return null;
            if (flag is null)
                subtypes[text] = Plain;
            else if (Subtype(flag, text, uses, model) is { } subtype)
                subtypes[text] = subtype;
            else
                return null;
        }
        return texts.Count > 0 || flags.All(flag => flag.Form == WriteForm.Assign) ? subtypes : null;
    }

    static string? Subtype(MessageWrite flag, MessageWrite text, MessageUses uses, SemanticModel model) =>
        model.GetConstantValue(flag.Value) is { HasValue: true, Value: bool isHtml }
            ? isHtml
                ? Html
                : Plain
            : IsSettled(flag.Value, text, uses, model)
                ? $"{flag.Value} ? {Html} : {Plain}"
                : null;

    /// <summary>Code that runs one also runs the other.</summary>
    static bool IsFor(MessageWrite flag, MessageWrite text) =>
        text.IsStatement && (flag.At as StatementSyntax)?.List() is { } list && list.Span.Contains(text.At.Span);

    /// <summary>Whether it can be read where the text is set, which is earlier or later.</summary>
    static bool IsSettled(ExpressionSyntax value, MessageWrite text, MessageUses uses, SemanticModel model)
    {
        var root = value;
        while (
            root
                is MemberAccessExpressionSyntax
                    or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }
        )
            root = root is MemberAccessExpressionSyntax member
                ? member.Expression
                : ((PrefixUnaryExpressionSyntax)root).Operand;
        return root is ThisExpressionSyntax
            || root is IdentifierNameSyntax name
                && model.GetSymbolInfo(name).Symbol switch
                {
                    ILocalSymbol local => local.DeclaringSyntaxReferences.All(declared =>
                        declared.Span.End < text.At.SpanStart
                    ) && !IsChanged(local, uses, model),
                    ISymbol symbol => !IsChanged(symbol, uses, model),
                    _ => false,
                };
    }

    static bool IsChanged(ISymbol symbol, MessageUses uses, SemanticModel model) =>
        References
            .Of(symbol, uses.Source.Function, model)
            .Any(name =>
                name.Ancestors()
                    .TakeWhile(outer => outer is not StatementSyntax)
                    .Any(outer =>
                        outer switch
                        {
                            AssignmentExpressionSyntax assignment => assignment.Left.Span.Contains(name.Span),
                            ArgumentSyntax argument => !argument.RefOrOutKeyword.IsKind(SyntaxKind.None),
                            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => outer.Kind()
                                is SyntaxKind.PreIncrementExpression
                                    or SyntaxKind.PreDecrementExpression
                                    or SyntaxKind.PostIncrementExpression
                                    or SyntaxKind.PostDecrementExpression,
                            _ => false,
                        }
                    )
            );
}
