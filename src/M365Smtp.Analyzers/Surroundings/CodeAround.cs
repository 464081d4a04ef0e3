using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>
/// What a file's code shows besides its clients: about the mail it sends, and about how it opens the mailbox.
/// </summary>
/// <param name="Members">The code, without unit tests.</param>
internal sealed record CodeAround(
    SemanticModel Model,
    IReadOnlyList<WrittenMember> Members,
    IReadOnlyList<SmtpUsage> Usages,
    CancellationToken Cancel
)
{
    public IEnumerable<IOperation> Bodies => Members.Select(member => member.Body).OfType<IOperation>();

    public IEnumerable<Value.Constant> Literals => Members.Select(member => member.Literal).OfType<Value.Constant>();

    /// <summary>One more usage for each finding.</summary>
    public IEnumerable<SmtpUsage> Found() =>
        [
            .. WebServicesAddresses.Of(this),
            .. LiteralRecipients.Of(this),
            .. KeptTokens.Of(this),
            .. Credentials.PerMessage(this),
            .. Credentials.WithSecret(this),
        ];

    public IEnumerable<IOperation> Operations
    {
        get
        {
            foreach (var operation in Bodies.SelectMany(Alive))
            {
                Cancel.ThrowIfCancellationRequested();
                yield return operation;
            }
        }
    }

    /// <summary>The variables and fields that are assigned after their declaration.</summary>
    public bool IsWritten(ISymbol variable) =>
        Assignments(variable) > 0;

    /// <summary>The number of assignments to a variable or a field after its declaration.</summary>
    public int Assignments(ISymbol variable)
    {
        assignments ??= Operations
            .SelectMany(Written)
            .GroupBy(target => target, SymbolEqualityComparer.Default)
            .ToDictionary(same => same.Key!, same => same.Count(), SymbolEqualityComparer.Default);
        return assignments.TryGetValue(variable, out var count) ? count : 0;
    }

    Dictionary<ISymbol, int>? assignments;

    /// <summary>The enclosing private method or local function; null if other code may call it.</summary>
    public IMethodSymbol? MethodAround(IOperation operation) =>
        Model.GetEnclosingSymbol(operation.Syntax.SpanStart, Cancel)
            is IMethodSymbol
        {
            MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction,
            DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable
        } method
            ? method
            : null;

    /// <summary>The calls of a method in this file.</summary>
    public IEnumerable<IInvocationOperation> CallsOf(IMethodSymbol method) =>
        Operations
            .OfType<IInvocationOperation>()
            .Where(call => SymbolEqualityComparer.Default.Equals(Declarations.WithBody(call.TargetMethod), method));

    /// <summary>The operations of a body, except those that a constant condition excludes.</summary>
    public static IEnumerable<IOperation> Alive(IOperation body)
    {
        var waiting = new Stack<IOperation>();
        waiting.Push(body);
        while (waiting.Count > 0)
        {
            var operation = waiting.Pop();
            yield return operation;
            var dead = operation is IConditionalOperation { Condition.ConstantValue.Value: bool holds } choice
                ? holds
                    ? choice.WhenFalse
                    : choice.WhenTrue
                : null;
            foreach (var child in operation.ChildOperations.Reverse())
                if (child != dead)
                    waiting.Push(child);
        }
    }

    static IEnumerable<ISymbol> Written(IOperation operation) =>
        operation switch
        {
            IAssignmentOperation set => Targets(set.Target),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var handed } => Targets(handed),
            _ => [],
        };

    static IEnumerable<ISymbol> Targets(IOperation target) =>
        target switch
        {
            ILocalReferenceOperation { IsDeclaration: false } local => [local.Local],
            IParameterReferenceOperation parameter => [parameter.Parameter],
            IFieldReferenceOperation field => [field.Field],
            IPropertyReferenceOperation property => [property.Property],
            ITupleOperation tuple => tuple.Elements.SelectMany(Targets),
            _ => [],
        };

    /// <summary>A client in the file is known to belong to another service.</summary>
    public bool ServesOthers => Usages.Any(use => use.Host.Is(out var host) && Hosts.Find(host) is null);

    /// <summary>A usage without a client.</summary>
    public static SmtpUsage At(Origin place) => new(SmtpApi.None, Moment.Mention, new(place, place, null, null));

    public static Origin Origin(IOperation operation) => new(operation.Syntax.GetLocation());
}
