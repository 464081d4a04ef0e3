using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>What a type's code does to its own members after construction.</summary>
internal sealed class Members
{
    readonly HashSet<ISymbol> assigned = new(SymbolEqualityComparer.Default);
    readonly HashSet<ISymbol> constructed = new(SymbolEqualityComparer.Default);
    readonly HashSet<ISymbol> exposed = new(SymbolEqualityComparer.Default);
    readonly HashSet<(string Member, string Property)> touched = [];
    readonly bool isWhole;

    public Members(INamedTypeSymbol type, Source source, CancellationToken cancel)
    {
        // A partial declaration in another file may do anything to it.
        isWhole = Declarations.Of(type, source.Compilation).Length == 1;
        foreach (var (method, body) in source.Bodies(type, cancel))
            foreach (var operation in body.DescendantsAndSelf())
                if (
                    operation is IMemberReferenceOperation { Member: var member } reference
                    && SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
                )
                    if (method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor))
                        Note(member, reference);
                    else if (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference)
                        constructed.Add(member);
    }

    /// <summary>A constructor overwrites the value from the member's initializer.</summary>
    public bool IsSetByConstructor(ISymbol member) => constructed.Contains(member);

    /// <summary>The member always has the value from its initializer or constructor.</summary>
    public bool IsSettled(ISymbol member) =>
        member switch
        {
            IFieldSymbol { IsReadOnly: true }
            or IFieldSymbol { IsConst: true }
            or IPropertySymbol { SetMethod: null } => true,
            IFieldSymbol { DeclaredAccessibility: Accessibility.Private }
            or IPropertySymbol { DeclaredAccessibility: Accessibility.Private }
            or IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Private } => isWhole
                && !assigned.Contains(member),
            _ => false,
        };

    /// <summary>Only this type's code can reach the object in the member.</summary>
    public bool IsOwn(ISymbol member) =>
        isWhole && member.DeclaredAccessibility == Accessibility.Private && !exposed.Contains(member);

    /// <summary>A property of the member's object is set outside the constructors.</summary>
    public bool IsTouched(ISymbol member, string property) => touched.Contains((member.Name, property));

    public bool TouchesAny(ISymbol member) => touched.Any(pair => pair.Member == member.Name);

    void Note(ISymbol member, IMemberReferenceOperation reference)
    {
        var (inner, outer) = ((IOperation)reference, reference.Parent);
        while (
            outer
                is IConversionOperation
                    or IParenthesizedOperation
                    or IConditionalAccessOperation
                    or IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "Lazy" } }
        )
            (inner, outer) = (outer, outer.Parent);
        switch (outer)
        {
            case IAssignmentOperation assignment when assignment.Target == inner:
                assigned.Add(member);
                break;
            case IIncrementOrDecrementOperation:
                assigned.Add(member);
                break;
            case IArgumentOperation { Parameter.RefKind: not RefKind.None }:
                assigned.Add(member);
                break;
            case IMemberReferenceOperation { Parent: IAssignmentOperation write } property
                when write.Target == property:
                touched.Add((member.Name, property.Member.Name));
                break;
            case IMemberReferenceOperation
            or IInvocationOperation
            or IEventAssignmentOperation
            or IUsingOperation
            or ILockOperation
            or IIsNullOperation
            or IBinaryOperation
            or IExpressionStatementOperation
            or IIsPatternOperation:
                break;
            default:
                exposed.Add(member);
                break;
        }
    }
}
