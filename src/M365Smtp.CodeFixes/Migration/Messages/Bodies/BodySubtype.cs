using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>Whether a message's text is plain or HTML: in System.Net.Mail a property of its own, in MimeKit the part's subtype.</summary>
internal static class BodySubtype
{
    public const string Plain = "\"plain\"", Html = "\"html\"";

    /// <summary>The expression for the subtype; null where it is not the same for every text that the message is given.</summary>
    public static string? Of(MessageUses uses, SemanticModel model)
    {
        var flags = uses.Writes.Where(write => write.Member == "IsBodyHtml").ToList();
        if (flags.Count == 0) return Plain;
        if (flags is not [{ Form: WriteForm.Assign } flag] || !IsForAll(flag, uses)) return null;
        if (model.GetConstantValue(flag.Value) is { HasValue: true, Value: bool isHtml }) return isHtml ? Html : Plain;
        return IsSettled(flag.Value, uses, model) ? $"{flag.Value} ? {Html} : {Plain}" : null;
    }

    static bool IsForAll(Write flag, MessageUses uses) =>
        !flag.IsStatement
        || StatementList.Of(flag.At) is { } list && (list == StatementList.In(uses.Source.Holder) || Texts(uses).All(text => text.IsStatement && StatementList.Of(text.At) == list));

    static IEnumerable<Write> Texts(MessageUses uses) => uses.Writes.Where(write => write.Member == "Body");

    /// <summary>It may be read earlier or later than it is now, and more than once.</summary>
    static bool IsSettled(ExpressionSyntax value, MessageUses uses, SemanticModel model)
    {
        var root = value;
        while (root is MemberAccessExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression })
            root = root is MemberAccessExpressionSyntax member ? member.Expression : ((PrefixUnaryExpressionSyntax)root).Operand;
        return root is ThisExpressionSyntax || root is IdentifierNameSyntax name && model.GetSymbolInfo(name).Symbol switch
        {
            ILocalSymbol local => local.DeclaringSyntaxReferences.All(declared => Texts(uses).All(text => declared.Span.End < text.At.SpanStart)) && !IsChanged(local, uses, model),
            ISymbol symbol => !IsChanged(symbol, uses, model),
            _ => false,
        };
    }

    static bool IsChanged(ISymbol symbol, MessageUses uses, SemanticModel model) =>
        Readers.Of(symbol, uses.Source.Function, model).Any(name => name.Ancestors().TakeWhile(outer => outer is not StatementSyntax).Any(outer => outer switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left.Span.Contains(name.Span),
            ArgumentSyntax argument => !argument.RefOrOutKeyword.IsKind(SyntaxKind.None),
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => outer.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            _ => false,
        }));
}
