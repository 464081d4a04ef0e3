using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>How many items a collection has at most, and how often a loop runs at most.</summary>
/// <param name="bodies">The code of the file, to see what a variable holds.</param>
internal sealed class Counts(IReadOnlyList<IOperation> bodies)
{
    // A limit that the code does not show is the author's decision.
    const int Chosen = 0;

    // A list made of a list made of a list.
    const int Deepest = 8;

    // ICollectionExpressionOperation of a newer compiler.
    const OperationKind CollectionExpression = (OperationKind)127;

    // They have no more items than what they are called on.
    static readonly HashSet<string> Narrowing = new(StringComparer.Ordinal)
    {
        "AsEnumerable",
        "AsParallel",
        "AsReadOnly",
        "Cast",
        "ConfigureAwait",
        "Distinct",
        "OfType",
        "Order",
        "OrderBy",
        "OrderByDescending",
        "OrderDescending",
        "Reverse",
        "Select",
        "Skip",
        "ThenBy",
        "ThenByDescending",
        "ToArray",
        "ToArrayAsync",
        "ToHashSet",
        "ToImmutableArray",
        "ToImmutableList",
        "ToList",
        "ToListAsync",
        "Where",
        "WithCancellation",
    };

    int depth;

    /// <summary>The iterations of a loop; null if no limit is shown.</summary>
    public int? Turns(ILoopOperation loop) =>
        loop switch
        {
            IForEachLoopOperation { Collection: var collection } => Items(collection),
            IForLoopOperation { Condition: { } condition } counted => Limit(condition, counted),
            IWhileLoopOperation { Condition: { } condition } => Limit(condition, loop),
            IForToLoopOperation { InitialValue: var first, LimitValue: var last } => Number(last) is { } most
            && Number(first) is { } from
                ? Math.Max(most, from)
                : null,
            _ => null,
        };

    /// <summary>The items of a collection; null if no limit is shown.</summary>
    public int? Items(IOperation collection)
    {
        if (depth == Deepest)
            return null;
        depth++;
        var items = ItemsOf(ClientCalls.Unconverted(collection));
        depth--;
        return items;
    }

    int? ItemsOf(IOperation collection) =>
        collection switch
        {
            IParenthesizedOperation { Operand: var inner } => Items(inner),
            IAwaitOperation { Operation: var inner } => Items(inner),
            ITranslatedQueryOperation { Operation: var inner } => Items(inner),
            IArrayCreationOperation { Initializer.ElementValues.Length: var length } => length,
            IArrayCreationOperation { DimensionSizes: [var length] } => Number(length),
            { Kind: OperationKind.None or CollectionExpression } => Written(collection.Syntax),
            IObjectCreationOperation made => Made(made),
            IInvocationOperation call => Returned(call),
            IPropertyReferenceOperation { Property.Name: "Values" or "Keys", Instance: { } on } => Items(on),
            _ when OnlyValues.Variable(collection) is { } variable => Held(collection, variable),
            _ => null,
        };

    // '[a, b]'; a spread element has an unknown number of items.
    static int? Written(SyntaxNode expression) =>
        expression.GetFirstToken().Text == "["
        && expression.ChildNodes().All(element => element.GetFirstToken().Text != "..")
            ? expression.ChildNodes().Count()
            : null;

    int? Made(IObjectCreationOperation made)
    {
        var written = made.Initializer?.Initializers.Length ?? 0;
        var copied = made.Arguments.FirstOrDefault(argument =>
            argument.Value.Type is { SpecialType: not SpecialType.System_Int32 }
        );
        return copied is null ? written : Items(copied.Value) + written;
    }

    int? Returned(IInvocationOperation call)
    {
        if (call.TargetMethod is { Name: "GetValues", TypeArguments: [var values], ContainingType.Name: "Enum" })
            return values.GetMembers().OfType<IFieldSymbol>().Count();
        var source = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        // A method of the project may have any of these names, without an argument.
        if (source is null || call.Arguments.LastOrDefault()?.Value is not { } last)
            return Passed(call, source);
        return call.TargetMethod.Name switch
        {
            "Take" or "TakeLast" or "GetRange" => Least(Number(last), Items(source)),
            "Range" or "Repeat" when call.TargetMethod.ContainingType.Name == "Enumerable" => Number(last),
            "Append" or "Prepend" => Items(source) + 1,
            "Concat" => Items(source) + Items(last),
            "Split" when source is { ConstantValue.Value: string text } => Parts(text, call),
            _ => Passed(call, source),
        };
    }

    int? Passed(IInvocationOperation call, IOperation? source) =>
        source is not null && Narrowing.Contains(call.TargetMethod.Name) ? Items(source)
        : OnlyValues.ReturnedBy(call.TargetMethod, bodies) is { } value ? Items(value)
        : Yielded(call);

    // '"a@contoso.com;b@contoso.com".Split(';')'
    static int Parts(string text, IInvocationOperation split) =>
        text.Split(
            split
                .Descendants()
                .Select(part => part.ConstantValue.Value?.ToString())
                .Where(separator => separator?.Length == 1)
                .Select(separator => separator![0])
                .ToArray()
        ).Length;

    /// <summary>The items of an iterator in the file.</summary>
    int? Yielded(IInvocationOperation call)
    {
        var yields = Callees
            .BodyOf(call.TargetMethod.OriginalDefinition, bodies)
            ?.Descendants()
            .Where(inner => inner.Kind == OperationKind.YieldReturn)
            .ToList();
        return call.TargetMethod.IsAsync || yields is null or []
            ? null
            : yields.Aggregate((int?)0, (sum, item) => sum + Enclosing.Loops(item).Aggregate((int?)1, Times));
    }

    int? Times(int? turns, ILoopOperation loop) => turns * Turns(loop);

    int? Held(IOperation reference, ISymbol variable) =>
        OnlyValues.Of(reference, bodies) is { } value && !IsSharedList(variable, value)
            ? Items(value) + Added(variable, value)
            : null;

    // Other code may add to it.
    static bool IsSharedList(ISymbol variable, IOperation value) =>
        variable is not ILocalSymbol
        && variable.DeclaredAccessibility != Accessibility.Private
        && value.Type is not { TypeKind: TypeKind.Array };

    /// <summary>The items added to a list after its creation; null if no limit is shown.</summary>
    int? Added(ISymbol variable, IOperation value)
    {
        int? added = 0;
        foreach (var inner in bodies.SelectMany(body => body.Descendants()))
            if (inner is IInvocationOperation { Instance: { } on } call && Is(on, variable) && Adds(call))
                added += variable is ILocalSymbol && IsOne(call) ? TurnsAround(call, value, variable) : null;
            else if (
                inner is IArgumentOperation { Value: var handed, Parent: IInvocationOperation { TargetMethod: var to } }
                && Is(handed, variable)
                && !Callees.IsOfLibrary(to)
            )
                return null;
        return added;
    }

    static bool Adds(IInvocationOperation call) =>
        call.TargetMethod.Name is "Push" or "Enqueue"
        || call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal)
        || call.TargetMethod.Name.StartsWith("Insert", StringComparison.Ordinal)
        || call.TargetMethod.Name.StartsWith("Union", StringComparison.Ordinal);

    static bool IsOne(IInvocationOperation call) => call.TargetMethod.Name is "Add" or "Push" or "Enqueue" or "Insert";

    /// <summary>How often a call runs after the creation of the list it adds to.</summary>
    int? TurnsAround(IOperation call, IOperation creation, ISymbol list)
    {
        int? turns = 1;
        for (var outer = call.Parent; outer is not null; outer = outer.Parent)
            switch (outer)
            {
                case ILoopOperation loop when loop.Syntax.Span.Contains(creation.Syntax.Span):
                    return turns;
                case ILoopOperation loop:
                    turns *= Drained(loop, list) ?? Turns(loop);
                    break;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
            }
        return turns;
    }

    /// <summary>
    /// 'if (running.Count >= 3) running.Remove(await Task.WhenAny(running));': the items at which a loop waits; null if
    /// it does not.
    /// </summary>
    int? Drained(ILoopOperation loop, ISymbol list)
    {
        var code = loop.Body.Descendants().ToList();
        var waits = code.OfType<IInvocationOperation>()
            .Any(call =>
                call.TargetMethod.ContainingType.Name == "Task"
                && call.TargetMethod.Name is "WhenAny" or "WhenAll" or "WaitAny" or "WaitAll"
                && call.Descendants().Any(inner => Is(inner, list))
            );
        if (!waits)
            return null;
        return code.OfType<IBinaryOperation>()
                .Where(compared =>
                    compared.LeftOperand is IPropertyReferenceOperation { Property.Name: "Count", Instance: { } on }
                    && Is(on, list)
                )
                .Select(compared => Number(compared.RightOperand))
                .FirstOrDefault() ?? Chosen;
    }

    int? Limit(IOperation condition, ILoopOperation loop) =>
        condition switch
        {
            IParenthesizedOperation { Operand: var inner } => Limit(inner, loop),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both =>
                Least(Limit(both.LeftOperand, loop), Limit(both.RightOperand, loop)),
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.LessThan
                    or BinaryOperatorKind.LessThanOrEqual
                    or BinaryOperatorKind.NotEquals,
                LeftOperand: var counter,
                RightOperand: var end
            } when loop is IForLoopOperation || CountsUp(loop, counter) => Number(end),
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
            } when loop is IForLoopOperation { Before: [var first] } => first
                .Descendants()
                .OfType<IVariableInitializerOperation>()
                .Select(start => Number(start.Value))
                .FirstOrDefault(),
            _ => null,
        };

    static bool CountsUp(ILoopOperation loop, IOperation counter)
    {
        if (OnlyValues.Variable(counter) is not { } variable)
            return false;
        var code = loop.Body.Descendants().ToList();
        return code.OfType<IIncrementOrDecrementOperation>().Any(step => Is(step.Target, variable))
            && !code.OfType<IAssignmentOperation>().Any(set => Is(set.Target, variable));
    }

    /// <summary>The largest value of a number; null for the size of a collection without a shown limit.</summary>
    public int? Number(IOperation number)
    {
        if (depth == Deepest)
            return null;
        depth++;
        var most = NumberOf(ClientCalls.Unconverted(number));
        depth--;
        return most;
    }

    int? NumberOf(IOperation number) =>
        number switch
        {
            { ConstantValue: { HasValue: true, Value: int known } } => known,
            IParenthesizedOperation { Operand: var inner } => Number(inner),
            IInvocationOperation
            {
                TargetMethod: { Name: "Min", ContainingType.Name: "Math" },
                Arguments: [{ Value: var one }, { Value: var other }]
            } => Least(Number(one), Number(other)),
            IInvocationOperation
            {
                TargetMethod: { Name: "Max", ContainingType.Name: "Math" },
                Arguments: [{ Value: var one }, { Value: var other }]
            } => Greatest(Number(one), Number(other)),
            IConditionalOperation { WhenTrue: var one, WhenFalse: { } other } => Least(Number(one), Number(other)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: var left } => Number(left),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Number(sum.LeftOperand)
                + Number(sum.RightOperand),
            IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } on } => Items(on),
            IPropertyReferenceOperation { Property.Name: var name } when IsSize(name) => null,
            IInvocationOperation { TargetMethod.Name: "Count" } count
                when (count.Instance ?? count.Arguments.FirstOrDefault()?.Value) is { } counted => Items(counted),
            IInvocationOperation { TargetMethod.Name: var name } when IsSize(name) => null,
            _ when OnlyValues.Variable(number) is not null => OnlyValues.Of(number, bodies) is { } value
                ? Number(value)
                : Chosen,
            _ => Chosen,
        };

    static bool IsSize(string name) =>
        name is "GetLength" or "GetUpperBound" or "UBound" or "Length"
        || name.EndsWith("Count", StringComparison.Ordinal) && !name.StartsWith("Max", StringComparison.Ordinal);

    static int? Greatest(int? one, int? other) =>
        one is { } first && other is { } second ? Math.Max(first, second) : null;

    static int? Least(int? one, int? other) =>
        one is { } first && other is { } second ? Math.Min(first, second) : one ?? other;

    static bool Is(IOperation operation, ISymbol variable) =>
        OnlyValues.Same(OnlyValues.Variable(operation), variable);
}
