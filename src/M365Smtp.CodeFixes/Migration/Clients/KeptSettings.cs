using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>
/// Constructor parameters and locals that configure the client, kept in fields for the methods that send.
/// </summary>
/// <param name="Changes">Replaces the client's field and creation with the fields and their assignments.</param>
/// <param name="Comments">Comments next to removed code.</param>
internal sealed record KeptSettings(
    IReadOnlyList<TextChange> Changes,
    IReadOnlyList<string> Comments,
    IReadOnlyDictionary<ISymbol, string> Names,
    SemanticModel Model
)
{
    /// <param name="isLocked">Whether code locks the client and now needs another lock object.</param>
    public static KeptSettings? Of(
        ClientCreation creation,
        ClientHolder holder,
        IReadOnlyList<ClientSetting> set,
        bool isLocked,
        SemanticModel model,
        SourceText text
    )
    {
        var constructor =
            creation.New.FirstAncestorOrSelf<ConstructorDeclarationSyntax>()
            ?? set.FirstOrDefault()?.Statement?.FirstAncestorOrSelf<ConstructorDeclarationSyntax>();
        var statement = creation.New.Parent
            is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } made }
            ? made
            : null;
        if (statement is null && creation.New.Parent is AssignmentExpressionSyntax)
            return null;
        if (
            statement is not null && statement.Parent?.Parent != constructor
            || set.Any(setting =>
                setting.Statement!.Parent?.Parent != constructor || setting.Statement.SpanStart < statement?.SpanStart
            )
        )
            return null;
        var values = creation
            .Settings.Concat(set)
            .SelectMany(setting => new[] { setting.Value, setting.Condition })
            .OfType<ExpressionSyntax>()
            .ToList();
        var names = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var (fields, assignments, lookUps) = (new List<string>(), new List<string>(), new List<StatementSyntax>());
        // The last statement about the client sees all its settings.
        var home = set.LastOrDefault()?.Statement ?? statement;
        foreach (var symbol in values.SelectMany(value => Named(value, model)).Distinct(SymbolEqualityComparer.Default))
            if (symbol is IFieldSymbol known)
            {
                if (!holder.IsMadeAnew && !IsSettled(known, model))
                    return null;
            }
            else if (
                constructor is not null
                && symbol is ILocalSymbol or IParameterSymbol
                && symbol.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
                && constructor.Span.Contains(symbol.Locations[0].SourceSpan)
            )
            {
                if (AlreadyKept(symbol, constructor, model) is { } name)
                    names.Add(symbol, name);
                else if (LookUp(symbol, values, constructor, model) is { } lookUp)
                {
                    names.Add(symbol, lookUp.Declaration.Variables[0].Initializer!.Value.ToString());
                    lookUps.Add(lookUp);
                }
                else
                {
                    name = IsUnderscored(holder) ? "_" + symbol.Name : symbol.Name;
                    if (holder.Symbol.ContainingType.GetMembers(name).Length > 0 || home is null)
                        return null;
                    names.Add(symbol, name);
                    fields.Add(
                        $"{Modifiers(holder.Declaration)}{TypeOf(symbol, values, model, holder.Declaration.SpanStart)} {name};"
                    );
                    assignments.Add($"{(name == symbol.Name ? "this." : "")}{name} = {symbol.Name};");
                }
            }
        if (isLocked)
        {
            if (holder.Symbol.ContainingType.GetMembers(LockName(holder)).Length > 0)
                return null;
            fields.Add($"{Modifiers(holder.Declaration)}object {LockName(holder)} = new object();");
        }
        var gone = set.Select(setting => setting.Statement!)
            .Append(statement)
            .Distinct()
            .OfType<StatementSyntax>()
            .Where(known => assignments.Count == 0 || known != home)
            .Concat(lookUps)
            .OrderBy(known => known.SpanStart)
            .Select(known => RemovedStatement.Of(known, text))
            .ToList();
        return new KeptSettings(
            [
                .. gone.Select(known => known.Change),
                fields.Count == 0
                    ? RemovedStatement.Of(holder.Declaration, text).Change
                    : Replaced(holder.Declaration, fields, text),
                .. assignments.Count == 0 ? [] : new[] { Replaced(home!, assignments, text) },
            ],
            [.. gone.SelectMany(known => known.Comments)],
            names,
            model
        );
    }

    /// <summary>The lock object that replaces the client.</summary>
    public static string LockName(ClientHolder holder) => holder.Symbol.Name + "Lock";

    static bool IsUnderscored(ClientHolder holder) => holder.Symbol.Name.StartsWith("_", StringComparison.Ordinal);

    /// <summary>A value as written in the methods that send.</summary>
    public string Written(ExpressionSyntax value)
    {
        var changes =
            from name in value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            where Model.GetSymbolInfo(name).Symbol is { } symbol && Names.ContainsKey(symbol)
            let text = Names[Model.GetSymbolInfo(name).Symbol!]
            let isOperand = text.Contains(" ") && name.Parent is not (ArgumentSyntax or AssignmentExpressionSyntax)
            select new TextChange(
                new TextSpan(name.SpanStart - value.SpanStart, name.Span.Length),
                isOperand ? $"({text})" : text
            );
        return SourceText.From(value.ToString()).WithChanges(changes).ToString();
    }

    static IEnumerable<ISymbol> Named(ExpressionSyntax value, SemanticModel model) =>
        value
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .OfType<ISymbol>();

    // A value that changes later would now be read after the change.
    static bool IsSettled(IFieldSymbol field, SemanticModel model) =>
        field.IsConst
        || field.IsReadOnly
        || field.DeclaredAccessibility == Accessibility.Private
            && field.DeclaringSyntaxReferences is [var declared]
            && declared.SyntaxTree == model.SyntaxTree
            && declared.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && References
                .Of(field, type, model)
                .All(name =>
                    name.Whole().Parent is not AssignmentExpressionSyntax assignment
                    || assignment.Left != name.Whole()
                    || name.Function() is ConstructorDeclarationSyntax
                );

    /// <summary>The field to which the constructor assigns the same value.</summary>
    static string? AlreadyKept(ISymbol symbol, ConstructorDeclarationSyntax constructor, SemanticModel model) =>
        constructor
            .DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment =>
                assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                && assignment.Right is IdentifierNameSyntax value
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(value).Symbol, symbol)
            )
            .Select(assignment => model.GetSymbolInfo(assignment.Left).Symbol)
            .FirstOrDefault(kept => kept is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null })
            ?.Name;

    /// <summary>
    /// A local that reads an environment variable only for the client: the read moves to where it is needed.
    /// </summary>
    static LocalDeclarationStatementSyntax? LookUp(
        ISymbol symbol,
        IReadOnlyList<ExpressionSyntax> values,
        ConstructorDeclarationSyntax constructor,
        SemanticModel model
    )
    {
        if (symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local)
            return null;
        if (
            reference.GetSyntax()
            is not VariableDeclaratorSyntax
            {
                Initializer.Value: var value,
                Parent: VariableDeclarationSyntax
                {
                    Variables.Count: 1,
                    Parent: LocalDeclarationStatementSyntax declared
                }
            }
        )
            return null;
        var read = value
            is BinaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.CoalesceExpression,
            Right: ThrowExpressionSyntax or LiteralExpressionSyntax
        } choice
            ? choice.Left
            : value;
        if (
            model.GetSymbolInfo(read).Symbol
            is not IMethodSymbol { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" }
        )
            return null;
        if (
            read is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }] }
        )
            return null;
        return References.Of(local, constructor, model).All(name => values.Any(known => known.Span.Contains(name.Span)))
            ? declared
            : null;
    }

    // 'var' is nullable by its type, whatever it holds where the client is created.
    static string TypeOf(ISymbol symbol, IEnumerable<ExpressionSyntax> values, SemanticModel model, int position)
    {
        var type = (symbol as IParameterSymbol)?.Type ?? ((ILocalSymbol)symbol).Type;
        var read = values
            .SelectMany(value => value.DescendantNodesAndSelf())
            .OfType<IdentifierNameSyntax>()
            .First(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, symbol));
        var isThere = model.GetTypeInfo(read).Nullability.FlowState == NullableFlowState.NotNull;
        return (
            isThere && type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type
        ).ToMinimalDisplayString(model, position);
    }

    static string Modifiers(MemberDeclarationSyntax declaration)
    {
        var written = string.Concat(
            declaration
                .Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ReadOnlyKeyword))
                .Select(modifier => modifier + " ")
        );
        return written + "readonly ";
    }

    static TextChange Replaced(SyntaxNode old, IReadOnlyList<string> lines, SourceText text) =>
        new(old.Span, string.Join(text.LineBreak(old.SpanStart) + text.Indentation(old.SpanStart), lines));
}
