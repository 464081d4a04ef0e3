using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Handlers;

/// <summary>
/// Types in conditions such as <c>e is A or B</c> and <c>e is A || e is B</c>: if two types become one, it is tested
/// once.
/// </summary>
internal static class Alternatives
{
    /// <param name="successors">Each type as written, with its replacement.</param>
    public static IEnumerable<TextChange> Replaced(
        IReadOnlyDictionary<SyntaxNode, string> successors,
        SemanticModel model
    )
    {
        foreach (var choice in successors.Keys.Select(Choice).Distinct())
        {
            var (seen, end) = (new HashSet<string>(), 0);
            foreach (var part in Parts(choice))
            {
                var type = Type(part);
                var isReplaced = successors.TryGetValue(type, out var successor);
                if (!seen.Add(Asked(part) + (isReplaced ? successor : FullName(type, model))))
                    yield return new TextChange(TextSpan.FromBounds(end, part.Span.End), "");
                else if (isReplaced)
                    yield return new TextChange(type.Span, successor!);
                end = part.Span.End;
            }
        }
    }

    /// <summary>The name with as much of its namespace as is written.</summary>
    public static SyntaxNode Whole(SimpleNameSyntax name)
    {
        SyntaxNode whole = name;
        while (
            whole.Parent is QualifiedNameSyntax qualified && qualified.Right == whole
            || whole.Parent is MemberAccessExpressionSyntax member && member.Name == whole
            || whole.Parent is AliasQualifiedNameSyntax
        )
            whole = whole.Parent;
        return whole;
    }

    /// <summary>All alternatives that the type belongs to; the type itself if it belongs to none.</summary>
    static SyntaxNode Choice(SyntaxNode type)
    {
        var isAskedFor =
            type.Parent is TypePatternSyntax or ConstantPatternSyntax || type.Parent.IsKind(SyntaxKind.IsExpression);
        var choice = isAskedFor ? type.Parent! : type;
        while (IsEither(choice.Parent))
            choice = choice.Parent!;
        return choice;
    }

    static IEnumerable<SyntaxNode> Parts(SyntaxNode choice) =>
        choice switch
        {
            BinaryPatternSyntax either when IsEither(either) => Parts(either.Left).Concat(Parts(either.Right)),
            BinaryExpressionSyntax either when IsEither(either) => Parts(either.Left).Concat(Parts(either.Right)),
            _ => [choice],
        };

    static bool IsEither(SyntaxNode? node) =>
        node.IsKind(SyntaxKind.OrPattern) || node.IsKind(SyntaxKind.LogicalOrExpression);

    static SyntaxNode Type(SyntaxNode part) =>
        part switch
        {
            TypePatternSyntax pattern => pattern.Type,
            ConstantPatternSyntax pattern => pattern.Expression,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } asked => asked.Right,
            _ => part,
        };

    static string Asked(SyntaxNode part) => part is BinaryExpressionSyntax asked ? asked.Left.ToString() + " " : "";

    static string FullName(SyntaxNode type, SemanticModel model) =>
        model.GetSymbolInfo(type).Symbol?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
        ?? type.SpanStart.ToString();
}
