using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>A string and its location.</summary>
internal sealed record WrittenText(string Value, Origin At);

/// <summary>Finds the strings that make up a value, if they are written in the same file.</summary>
internal sealed class WrittenTexts(CodeAround code)
{
    // A variable initialized with another variable's value.
    const int Deepest = 8;

    /// <summary>Everything the value may be or contain; empty if it comes from elsewhere.</summary>
    public IReadOnlyList<WrittenText> Of(IOperation value) => [.. Of(value, 0)];

    public static IOperation? Named(IEnumerable<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    IEnumerable<WrittenText> Of(IOperation value, int depth)
    {
        if (depth > Deepest)
            return [];
        if (value.ConstantValue is { HasValue: true, Value: string text })
            return Declared(value, depth).Take(1).DefaultIfEmpty(new(text, CodeAround.Origin(value)));
        return value switch
        {
            IConversionOperation conversion => Of(conversion.Operand, depth + 1),
            IConditionalOperation { WhenFalse: { } other } choice => OfAll([choice.WhenTrue, other], depth),
            ISwitchExpressionOperation choice => OfAll(choice.Arms.Select(arm => arm.Value), depth),
            IArrayCreationOperation { Initializer: { } elements } => OfAll(elements.ElementValues, depth),
            // A collection expression, for which the oldest Roslyn has no kind.
            { Kind: OperationKind.None or (OperationKind)127 } => OfAll(value.ChildOperations, depth),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => OfSum(sum, depth),
            // new MailAddress("a@b"), new MailboxAddress("A", "a@b"), MailboxAddress.Parse("a@b")
            IObjectCreationOperation { Type.Name: "MailAddress" or "MailboxAddress" } made => OfAll(
                made.Arguments.Where(argument => argument.Parameter?.Name == "address").Select(given => given.Value),
                depth
            ),
            IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "Parse",
                    ContainingType.Name: "MailboxAddress" or "InternetAddress" or "InternetAddressList"
                },
                Arguments: [var only]
            } => Of(only.Value, depth + 1),
            IInvocationOperation { TargetMethod.IsVirtual: false, Arguments: [] } call => OfMember(
                call.TargetMethod.OriginalDefinition,
                depth + 1
            ),
            IInvocationOperation
            {
                TargetMethod: { Name: "Join", ContainingType.SpecialType: SpecialType.System_String },
                Arguments: [{ Value.ConstantValue.Value: string separator }, var parts]
            } => Joined(separator, Of(parts.Value, depth + 1).ToList()),
            ILocalReferenceOperation local => OfVariable(local.Local, depth + 1),
            IParameterReferenceOperation parameter => OfParameter(parameter.Parameter, depth + 1),
            IFieldReferenceOperation field when IsSettled(field.Field) => OfMember(field.Field, depth + 1),
            IPropertyReferenceOperation { Property.SetMethod: null } property => OfMember(property.Property, depth + 1),
            _ => [],
        };
    }

    /// <summary>One of several strings is chosen; the value does not contain them all.</summary>
    public bool IsOneOf(IOperation value) =>
        value switch
        {
            IConditionalOperation or ISwitchExpressionOperation or IParameterReferenceOperation => true,
            IConversionOperation conversion => IsOneOf(conversion.Operand),
            IObjectCreationOperation made => made.Arguments.Any(argument => IsOneOf(argument.Value)),
            ILocalReferenceOperation local => code.Operations.Any(operation =>
                operation is IVariableDeclaratorOperation { Initializer.Value: var given } declarator
                && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local)
                && IsOneOf(given)
            ),
            _ => false,
        };

    // A constant is written where it is declared.
    IEnumerable<WrittenText> Declared(IOperation value, int depth) =>
        value switch
        {
            IFieldReferenceOperation field => OfMember(field.Field, depth + 1),
            ILocalReferenceOperation local => OfVariable(local.Local, depth + 1),
            _ => [],
        };

    IEnumerable<WrittenText> OfAll(IEnumerable<IOperation> values, int depth) =>
        values.SelectMany(value => Of(value, depth + 1));

    IEnumerable<WrittenText> OfSum(IBinaryOperation sum, int depth) =>
        Of(sum.LeftOperand, depth + 1).ToList() is [var left] && Of(sum.RightOperand, depth + 1).ToList() is [var right]
            ? [left with { Value = left.Value + right.Value }]
            : [];

    static IEnumerable<WrittenText> Joined(string separator, IReadOnlyList<WrittenText> parts) =>
        parts.Count == 0
            ? []
            : [new(string.Join(separator, parts.Select(part => part.Value)), parts[0].At)];

    // The collection of a loop, or a variable's initial value that it never loses.
    IEnumerable<WrittenText> OfVariable(ILocalSymbol local, int depth)
    {
        if (code.IsWritten(local))
            return [];
        foreach (var operation in code.Operations)
            switch (operation)
            {
                case IForEachLoopOperation loop when loop.Locals.Contains(local, SymbolEqualityComparer.Default):
                    return Of(loop.Collection, depth);
                case IDeconstructionAssignmentOperation { Value: ITupleOperation values } taken
                    when IndexIn(taken.Target, local) is var index and >= 0 && index < values.Elements.Length:
                    return Of(values.Elements[index], depth);
                case IVariableDeclaratorOperation { Initializer.Value: var value } declarator
                    when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    return Of(value, depth);
            }
        return [];
    }

    static int IndexIn(IOperation target, ILocalSymbol local) =>
        target switch
        {
            IDeclarationExpressionOperation declared => IndexIn(declared.Expression, local),
            ITupleOperation tuple => tuple.Elements.ToList().FindIndex(element => IsOf(element, local)),
            _ => -1,
        };

    static bool IsOf(IOperation element, ILocalSymbol local) =>
        element switch
        {
            IDeclarationExpressionOperation declared => IsOf(declared.Expression, local),
            ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, local),
            _ => false,
        };

    // The arguments in the calls of a private method.
    IEnumerable<WrittenText> OfParameter(IParameterSymbol parameter, int depth) =>
        code.IsWritten(parameter)
        || parameter.ContainingSymbol
            is not IMethodSymbol { DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable } method
            ? []
            : code.CallsOf(method)
                .SelectMany(call => call.Arguments)
                .Where(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter))
                .SelectMany(argument =>
                    argument.ArgumentKind == ArgumentKind.DefaultValue
                        ? OfDefault(parameter)
                        : Of(argument.Value, depth + 1)
                )
                .Distinct();

    IEnumerable<WrittenText> OfDefault(IParameterSymbol parameter) =>
        from declared in Declarations.Of(parameter, code.Model.Compilation)
        where parameter.ExplicitDefaultValue is string
        select new WrittenText(
            (string)parameter.ExplicitDefaultValue!,
            new Origin(declared.SyntaxTree.GetLocation(declared.Span))
        );

    // A constructor in this file or, unless it is private, any other code may assign another value.
    bool IsSettled(IFieldSymbol field) =>
        (field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private) && !code.IsWritten(field);

    IEnumerable<WrittenText> OfMember(ISymbol member, int depth)
    {
        foreach (var written in code.Members)
            if (SymbolEqualityComparer.Default.Equals(written.Member, member))
                if (written.Literal is { Data: string text } literal)
                    yield return new(text, literal.Origin);
                else if (OnlyValue(written.Body) is { } value)
                    foreach (var found in Of(value, depth))
                        yield return found;
    }

    // '= value', '=> value', '{ return value; }'
    static IOperation? OnlyValue(IOperation? body) =>
        body is ISymbolInitializerOperation initializer ? initializer.Value
        : body?.Descendants().OfType<IReturnOperation>().ToList() is [{ ReturnedValue: { } returned }] ? returned
        : null;
}
