using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>
/// Whether each try may sign in with another credential: another password or account, a token that is requested again,
/// or what code gives that is not visible.
/// </summary>
internal sealed class CredentialPerTry
{
    // The index, then the password at it, then the credential made of it.
    const int MostSteps = 3;

    // A method that calls a method that requests a token.
    const int Deepest = 3;

    // What they return for the same arguments is the same, as long as the program runs.
    static readonly string[] Stable =
    [
        "System",
        "System.Text",
        "System.Linq",
        "System.Configuration",
        "System.Collections.Specialized",
        "System.Runtime.CompilerServices",
        "System.Threading.Tasks",
        "Microsoft.Extensions.Configuration",
    ];

    // They get a new token, or ask the user for one. Other requests return the cached one.
    static readonly string[] NewToken = ["WithForceRefresh", "AcquireTokenInteractive", "AcquireTokenWithDeviceCode"];

    readonly IReadOnlyList<IOperation> bodies;
    readonly HashSet<ISymbol> changed = new(SymbolEqualityComparer.Default);

    CredentialPerTry(IReadOnlyList<IOperation> bodies) => this.bodies = bodies;

    /// <param name="tried">The code that runs for each try.</param>
    /// <param name="clause">The clause that catches the refusal; null if other code does.</param>
    public static bool Differs(
        IOperation tried,
        SignInCall signIn,
        ICatchClauseOperation? clause,
        IReadOnlyList<IOperation> bodies
    )
    {
        var credentials = new CredentialPerTry(bodies);
        var code = signIn.Called.Add(tried).SelectMany(part => part.Descendants()).ToList();
        credentials.Note(tried, clause, signIn, code);
        return credentials.IsSentByAnother(signIn.Operation)
            || code.Any(operation => credentials.IsChoice(operation) || credentials.IsAnother(operation));
    }

    void Note(IOperation tried, ICatchClauseOperation? clause, SignInCall signIn, IReadOnlyList<IOperation> code)
    {
        if (tried is ILoopOperation loop)
            changed.UnionWith(loop.Locals);
        if (clause is not null)
            changed.UnionWith(
                clause
                    .Handler.Descendants()
                    .OfType<IInvocationOperation>()
                    .Where(call => !IsItself(call, signIn))
                    .SelectMany(MayChange)
            );
        var all = code.Concat(code.OfType<IInvocationOperation>().SelectMany(MembersSetBy)).ToList();
        for (var step = 0; step < MostSteps; step++)
            changed.UnionWith(all.SelectMany(Changes).Concat(Parameters(signIn.Operation)).ToList());
    }

    // 'One(message, attempt > 0)'
    IEnumerable<ISymbol> Parameters(IOperation signIn) =>
        signIn is IInvocationOperation call
            ? call
                .Arguments.Where(argument => MayDiffer(argument.Value, 0))
                .Select(argument => argument.Parameter?.OriginalDefinition)
                .OfType<ISymbol>()
            : [];

    // 'section.Bind(options)', 'root.Reload()', 'cache.Remove("token")'
    static IEnumerable<ISymbol> MayChange(IInvocationOperation call) =>
        FailureCalls.IsLogging(call.TargetMethod)
            ? []
            : call.Descendants().Where(MayBeChanged).Select(FailureState.Key).OfType<ISymbol>();

    // No code changes a text that it is given.
    static bool MayBeChanged(IOperation given) =>
        given.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String };

    // 'catch { Send(message, login, attempt + 1); }'
    static bool IsItself(IInvocationOperation call, SignInCall signIn) =>
        SymbolEqualityComparer.Default.Equals(
            Declarations.WithBody(call.TargetMethod),
            Callers.MethodOf(Enclosing.Function(signIn.Operation))
        );

    IEnumerable<IOperation> MembersSetBy(IInvocationOperation call) =>
        Callees.BodyOf(call.TargetMethod.OriginalDefinition, bodies) is { } body
            ? body.Descendants().Where(inner => inner is IAssignmentOperation { Target: IMemberReferenceOperation })
            : [];

    IEnumerable<ISymbol> Changes(IOperation operation) =>
        operation switch
        {
            IVariableDeclaratorOperation { Symbol: var local } declared
                when declared.GetVariableInitializer() is { Value: var value } && MayDiffer(value, 0) => [local],
            IDeconstructionAssignmentOperation { Target: var parts, Value: var value } when MayDiffer(value, 0) =>
                parts.DescendantsAndSelf().Select(FailureState.Key).OfType<ISymbol>(),
            IAssignmentOperation { Target: var target, Value: var value } when !IsNewClient(value, target) =>
                [.. target.DescendantsAndSelf().Select(FailureState.Key).OfType<ISymbol>()],
            IIncrementOrDecrementOperation { Target: var counter } when FailureState.Key(counter) is ISymbol counted =>
                [counted],
            IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: var handed }
                when FailureState.Key(handed) is ISymbol given => [given],
            _ => [],
        };

    // 'client = new SmtpClient()', 'client = null'
    static bool IsNewClient(IOperation value, IOperation target) =>
        target.Type?.ContainingNamespace?.Name is "Smtp" or "Mail" || value is IDeconstructionAssignmentOperation;

    /// <summary>'if (i == 0) client.Authenticate(token); else client.Authenticate(user, password);'</summary>
    bool IsChoice(IOperation operation) =>
        operation switch
        {
            IConditionalOperation { Condition: var condition } => MayDiffer(condition, 0),
            ISwitchOperation { Value: var value } => MayDiffer(value, 0),
            _ => false,
        }
        && operation.ChildOperations.Count(branch => branch.DescendantsAndSelf().Any(IsSignIn)) > 1;

    /// <summary>'mailers[i].Send(message)'</summary>
    bool IsSentByAnother(IOperation signIn) =>
        signIn is IInvocationOperation { Instance: { Type.ContainingNamespace.Name: not ("Smtp" or "Mail") } by }
        && MayDiffer(by, 0);

    static bool IsSignIn(IOperation operation) =>
        operation
            is IInvocationOperation { TargetMethod.Name: "Authenticate" or "AuthenticateAsync" }
                or ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Credentials" } };

    bool IsAnother(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { TargetMethod.Name: "Authenticate" or "AuthenticateAsync" } call =>
                call.Arguments.Any(argument =>
                    argument.Value.Type?.Name != "CancellationToken" && MayDiffer(argument.Value, 0)
                ),
            IObjectCreationOperation
            {
                Type: { Name: "NetworkCredential", ContainingNamespace.Name: "Net" }
                    or { ContainingNamespace: { Name: "Security", ContainingNamespace.Name: "MailKit" } }
            } made => made.Arguments.Any(argument => MayDiffer(argument.Value, 0)),
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property.Name: "Credentials" },
                Value: var login
            } => MayDiffer(login, 0),
            _ => false,
        };

    bool MayDiffer(IOperation value, int depth) =>
        ClientCalls.Unconverted(value) is not IDelegateCreationOperation
        && value
            .DescendantsAndSelf()
            .Any(inner =>
                FailureState.Key(inner) is ISymbol symbol && changed.Contains(symbol)
                || inner is IPropertyReferenceOperation { Property.Name: "CurrentValue" }
                || inner is IInvocationOperation call && IsNew(call, depth)
            );

    bool IsNew(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (Array.IndexOf(NewToken, method.Name) >= 0)
            return true;
        if (IsOfCachedToken(method) || IsStable(method))
            return false;
        return depth == Deepest
            || method.IsVirtual
            || Callees.BodyOf(method.OriginalDefinition, bodies) is not { } body
            || MayDiffer(body, depth + 1);
    }

    static bool IsStable(IMethodSymbol method) =>
        Array.IndexOf(Stable, method.ContainingNamespace?.ToDisplayString()) >= 0
        && method.MethodKind != MethodKind.DelegateInvoke
        && method.ContainingType.Name != "Console";

    static bool IsOfCachedToken(IMethodSymbol method) =>
        method.ContainingNamespace is { } space
        && (Callees.OutermostNamespace(method) == "Azure" || space.ToDisplayString() == "Microsoft.Identity.Client");
}
