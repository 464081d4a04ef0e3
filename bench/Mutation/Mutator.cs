using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;
using static Microsoft.CodeAnalysis.CSharp.SyntaxKind;

namespace M365Smtp.Mutation;

/// <summary>
/// Builds all mutants of a file into it, each behind its switch. The caller, who knows the errors, leaves out what does
/// not compile; numbers in <c>leftOut</c> are counted but not written.
/// </summary>
sealed class Mutator(string file, int firstNumber, IReadOnlySet<int> leftOut) : CSharpSyntaxRewriter
{
    readonly List<Mutant> mutants = [];

    public IReadOnlyList<Mutant> Mutants => mutants;

    static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [LessThanExpression] = "<=",
        [LessThanOrEqualExpression] = "<",
        [GreaterThanExpression] = ">=",
        [GreaterThanOrEqualExpression] = ">",
        [EqualsExpression] = "!=",
        [NotEqualsExpression] = "==",
        [AddExpression] = "-",
        [SubtractExpression] = "+",
        [MultiplyExpression] = "/",
        [DivideExpression] = "*",
        [ModuloExpression] = "*",
        [BitwiseAndExpression] = "|",
        [BitwiseOrExpression] = "&",
    };

    static readonly Dictionary<string, string> Swapped = new()
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
    };

    static readonly HashSet<string> Dropped =
    [
        "OrderBy",
        "OrderByDescending",
        "ThenBy",
        "Order",
        "Reverse",
        "Distinct",
        "DistinctBy",
        "Where",
        "Skip",
        "SkipWhile",
        "Take",
        "TakeWhile",
        "Except",
        "Concat",
        "Append",
        "Prepend",
        "Union",
        "Intersect",
        "DefaultIfEmpty",
        "Trim",
        "TrimStart",
        "TrimEnd",
        "ToLowerInvariant",
        "ToUpperInvariant",
        "Replace",
    ];

    // Must stay constant, or cannot be chosen at run time.
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitEnumMemberDeclaration(EnumMemberDeclarationSyntax node) => node;

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => node;

    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => node;

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        if (node.IsKind(LogicalAndExpression))
        {
            // Either side is replaced with true. A joined condition keeps what a pattern on the other side has
            // assigned.
            if (Is(node, $"{node.Left}") is { } right)
                visited = visited.WithRight(Joined(visited.Right, "||", right));
            // '… is var name' is always true.
            var isNaming = node.Left is IsPatternExpressionSyntax { Pattern: VarPatternSyntax };
            if (!isNaming && Is(node, $"{node.Right}") is { } left)
                visited = visited.WithLeft(Joined(visited.Left, "||", left));
            return visited;
        }
        if (node.IsKind(LogicalOrExpression))
        {
            if (Is(node, $"{node.Left}") is { } right)
                visited = visited.WithRight(Joined(visited.Right, "&& !", right));
            if (Is(node, $"{node.Right}") is { } left)
                visited = visited.WithLeft(Joined(visited.Left, "&& !", left));
            return visited;
        }
        if (node.IsKind(CoalesceExpression))
            return node.Right is ThrowExpressionSyntax
                ? visited
                : Choice(node, visited, $"{node.Left}", $"{node.Right}");
        return Operators.TryGetValue(node.Kind(), out var other)
            ? Choice(node, visited, $"{node.Left} {other} {node.Right}")
            : visited;
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitPrefixUnaryExpression(node)!;
        return node.IsKind(LogicalNotExpression) ? Choice(node, visited, $"{node.Operand}") : visited;
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) =>
        node.Kind() switch
        {
            StringLiteralExpression when node.Token.ValueText.Length > 0 => Choice(node, node, "\"\""),
            TrueLiteralExpression => Choice(node, node, "false"),
            FalseLiteralExpression => Choice(node, node, "true"),
            NumericLiteralExpression when node.Token.Value is int => Choice(node, node, $"{node} + 1", $"{node} - 1"),
            CharacterLiteralExpression => Choice(node, node, "'\\u0001'"),
            _ => node,
        };

    public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node) =>
        Choice(node, (ExpressionSyntax)base.VisitInterpolatedStringExpression(node)!, "\"\"");

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" })
            return node;
        // A test of behavior cannot see where a continuation runs.
        if (node.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" } awaited)
            return node.WithExpression(awaited.WithExpression((ExpressionSyntax)Visit(awaited.Expression)!));
        var visited = (ExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (node.Expression is not MemberAccessExpressionSyntax member)
            return visited;
        var name = member.Name.Identifier.Text;
        if (Dropped.Contains(name))
            return Choice(node, visited, $"{member.Expression}");
        return Swapped.TryGetValue(name, out var other)
            ? Choice(node, visited, $"{member.Expression}.{other}{node.ArgumentList}")
            : visited;
    }

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitIsPatternExpression(node)!;
        return node.Pattern is BinaryPatternSyntax pattern
            ? Choice(node, visited, $"{node.Expression} is {pattern.Left}", $"{node.Expression} is {pattern.Right}")
            : visited;
    }

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var visited = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
        if (node.Pattern is DiscardPatternSyntax && node.WhenClause is null)
            return visited;
        if (Is(node, "(no such arm)") is not { } never)
            return visited;
        return visited.WithWhenClause(Unless(never, visited.WhenClause));
    }

    static WhenClauseSyntax Unless(string never, WhenClauseSyntax? clause)
    {
        var when = clause is null ? ParseExpression($"!{never}") : Joined(clause.Condition, "&& !", never);
        return WhenClause(Token(WhenKeyword).WithTrailingTrivia(Space), when)
            .WithLeadingTrivia(Space)
            .WithTrailingTrivia(Space);
    }

    public override SyntaxNode? VisitCasePatternSwitchLabel(CasePatternSwitchLabelSyntax node)
    {
        var visited = (CasePatternSwitchLabelSyntax)base.VisitCasePatternSwitchLabel(node)!;
        return Is(node, "(no such case)") is { } never
            ? visited.WithWhenClause(Unless(never, visited.WhenClause))
            : visited;
    }

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return visited.WithCondition(Negated(node.Condition, visited.Condition));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return visited.WithCondition(Negated(node.Condition, visited.Condition));
    }

    public override SyntaxNode? VisitCatchFilterClause(CatchFilterClauseSyntax node)
    {
        var visited = (CatchFilterClauseSyntax)base.VisitCatchFilterClause(node)!;
        return visited.WithFilterExpression(Negated(node.FilterExpression, visited.FilterExpression));
    }

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        var visited = (ReturnStatementSyntax)base.VisitReturnStatement(node)!;
        return node.Expression is { } value and not LiteralExpressionSyntax && ReturnsBool(node)
            ? visited.WithExpression(Negated(value, visited.Expression!).WithLeadingTrivia(Space))
            : visited;
    }

    public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node)
    {
        var visited = (ArrowExpressionClauseSyntax)base.VisitArrowExpressionClause(node)!;
        return node.Expression is not LiteralExpressionSyntax && ReturnsBool(node)
            ? visited.WithExpression(Negated(node.Expression, visited.Expression))
            : visited;
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node) =>
        Skipped(node, (StatementSyntax)base.VisitExpressionStatement(node)!);

    public override SyntaxNode? VisitBreakStatement(BreakStatementSyntax node) =>
        node.Parent is SwitchSectionSyntax ? node : Skipped(node, node);

    public override SyntaxNode? VisitContinueStatement(ContinueStatementSyntax node) => Skipped(node, node);

    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node) =>
        Skipped(node, (StatementSyntax)base.VisitYieldStatement(node)!);

    static bool ReturnsBool(SyntaxNode node) =>
        node.Ancestors()
            .FirstOrDefault(one =>
                one is MemberDeclarationSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax
            ) switch
        {
            MethodDeclarationSyntax method => $"{method.ReturnType}" == "bool",
            LocalFunctionStatementSyntax local => $"{local.ReturnType}" == "bool",
            PropertyDeclarationSyntax property => $"{property.Type}" == "bool",
            _ => false,
        };

    /// <summary>
    /// A condition that declares variables is changed to one that still assigns them: never true, or always true.
    /// </summary>
    ExpressionSyntax Negated(ExpressionSyntax node, ExpressionSyntax visited)
    {
        var declares = node.DescendantNodesAndSelf().Any(one => one is VariableDesignationSyntax);
        if (!declares)
            return Choice(node, visited, $"!({node})");
        var outer = node is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } ? "true" : "false";
        return Is(node, outer) is { } number ? Joined(visited, outer == "true" ? "||" : "&& !", number) : visited;
    }

    static ParenthesizedExpressionSyntax Joined(ExpressionSyntax condition, string with, string number) =>
        ParenthesizedExpression(ParseExpression($"({condition}) {with} {number}"));

    StatementSyntax Skipped(StatementSyntax node, StatementSyntax visited) =>
        Is(node, "(removed)") is { } number
            ? ParseStatement($"{{ if (!{number}) {visited.WithoutTrivia()} }}").WithTriviaFrom(visited)
            : visited;

    ExpressionSyntax Choice(SyntaxNode node, ExpressionSyntax visited, params string[] changes)
    {
        var result = $"({visited.WithoutTrivia()})";
        var changed = false;
        foreach (var change in changes)
            if (Is(node, change) is { } number)
            {
                result = $"({number} ? ({change}) : {result})";
                changed = true;
            }
        return changed ? ParseExpression(result).WithTriviaFrom(visited) : visited;
    }

    /// <summary>The call that checks for the mutant, or null if it is left out.</summary>
    string? Is(SyntaxNode node, string change)
    {
        var number = firstNumber + mutants.Count;
        var (line, column) = Start(node);
        // A lone 0 is not informative: it is shown with the code around it.
        var shown = node is LiteralExpressionSyntax ? Around(node) : node;
        var text = $"{shown}";
        var at = node.SpanStart - shown.SpanStart;
        var changed = shown == node ? change : text[..at] + change + text[(at + node.Span.Length)..];
        mutants.Add(new(number, file, line, column, OneLine(text), OneLine(changed), IsStatic(node)));
        return leftOut.Contains(number) ? null : $"global::MutationSwitch.Is({number})";
    }

    const int MostShown = 100;

    static SyntaxNode Around(SyntaxNode literal) =>
        literal
            .Ancestors()
            .TakeWhile(outer =>
                outer
                    is ExpressionSyntax
                        or BaseArgumentListSyntax
                        or ArgumentSyntax
                        or EqualsValueClauseSyntax
                        or VariableDeclaratorSyntax
            )
            .LastOrDefault(outer => outer.Span.Length <= MostShown)
        ?? literal;

    static (int Line, int Column) Start(SyntaxNode node)
    {
        var start = node.GetLocation().GetLineSpan().StartLinePosition;
        return (start.Line + 1, start.Character + 1);
    }

    static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A lambda of a static initializer counts too: 'static readonly X = All.Select(one => …).ToList()' runs it once.
    static bool IsStatic(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(one => one is MemberDeclarationSyntax) switch
        {
            FieldDeclarationSyntax field => field.Modifiers.Any(StaticKeyword),
            PropertyDeclarationSyntax property => property.Modifiers.Any(StaticKeyword)
                && node.Ancestors().Any(one => one is EqualsValueClauseSyntax && one.Parent == property),
            ConstructorDeclarationSyntax constructor => constructor.Modifiers.Any(StaticKeyword),
            _ => false,
        };
}
