using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>How credentials of Azure.Identity and MSAL are created.</summary>
internal static class Credentials
{
    // Each object has its own cache. Source: Azure.Identity token caching; MSAL in-memory cache.
    static readonly string[] WithOwnCache =
    [
        "ClientSecretCredential",
        "ClientCertificateCredential",
        "ClientAssertionCredential",
        "DefaultAzureCredential",
        "EnvironmentCredential",
        "OnBehalfOfCredential",
        "WorkloadIdentityCredential",
    ];

    // A method that calls a method that creates it.
    const int Deepest = 3;

    /// <summary>Credentials that a loop creates again for each message it sends.</summary>
    public static IEnumerable<SmtpUsage> PerMessage(CodeAround code)
    {
        if (code.ServesOthers)
            yield break;
        var sends = new Pacing.SendOperations(
            code.Model,
            code.Usages.Where(use => use.Moment == Moment.Send),
            code.Cancel
        );
        if (!sends.Any)
            yield break;
        foreach (var made in code.Operations)
            if (TypeOf(made) is { } type && IsDoneForEach(made, 0))
                yield return CodeAround.At(CodeAround.Origin(made)) with
                {
                    CredentialPerMessage = Fact.Known(type, CodeAround.Origin(made)),
                };

        bool IsDoneForEach(IOperation operation, int depth)
        {
            if (LoopAround(operation) is { } turn)
                return !EndsWithFirst(turn) && turn.Descendants().Any(inner => sends.Of(inner) is not null);
            return depth < Deepest
                && IsAlwaysDone(operation)
                && code.MethodAround(operation) is { } method
                && code.CallsOf(method).ToList() is { Count: > 0 } calls
                && calls.All(call => IsDoneForEach(call, depth + 1));
        }
    }

    /// <summary>Client secrets written into the code.</summary>
    public static IEnumerable<SmtpUsage> WithSecret(CodeAround code)
    {
        var texts = new WrittenTexts(code);
        foreach (var secret in code.Operations.Select(Secret).OfType<IOperation>().SelectMany(texts.Of))
            yield return CodeAround.At(secret.At) with
            {
                ClientSecret = Fact.Known(secret.Value, secret.At),
            };
    }

    static string? TypeOf(IOperation made) =>
        made switch
        {
            IObjectCreationOperation { Type: { Name: var name, ContainingNamespace.Name: "Identity" } }
                when WithOwnCache.Contains(name) => name,
            IInvocationOperation
            {
                TargetMethod: { Name: "Build", ContainingType.Name: "ConfidentialClientApplicationBuilder" }
            } => "ConfidentialClientApplication",
            _ => null,
        };

    /// <summary>The code repeated by the enclosing loop or Parallel.ForEach; null if there is none.</summary>
    static IOperation? LoopAround(IOperation made)
    {
        for (var (inner, outer) = (made, made.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
            switch (outer)
            {
                case IAnonymousFunctionOperation lambda when IsDoneInParallel(lambda):
                    return lambda;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
                case ILoopOperation loop:
                    return loop.Body == inner ? inner : null;
                case var _ when !IsAlwaysDone(inner, outer):
                    return null;
            }
        return null;
    }

    static bool IsDoneInParallel(IAnonymousFunctionOperation lambda) =>
        lambda.Parent
            is IDelegateCreationOperation
        {
            Parent: IArgumentOperation
            {
                Parent: IInvocationOperation
                {
                    TargetMethod: { ContainingType.Name: "Parallel", Name: "ForEach" or "ForEachAsync" or "For" }
                }
            }
        };

    /// <summary>Runs whenever its function runs, as far as conditions show.</summary>
    static bool IsAlwaysDone(IOperation made)
    {
        for (var (inner, outer) = (made, made.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
            if (outer is IAnonymousFunctionOperation)
                return false;
            else if (outer is ILocalFunctionOperation)
                return true;
            else if (!IsAlwaysDone(inner, outer))
                return false;
        return true;
    }

    static bool IsAlwaysDone(IOperation inner, IOperation outer) =>
        outer switch
        {
            ICatchClauseOperation or ICoalesceAssignmentOperation => false,
            ICoalesceOperation choice => choice.Value == inner,
            // 'isLocal ? new A() : new B()'
            IConditionalOperation { WhenFalse: { } other } choice when choice.Type is not null => choice.Condition
                    == inner
                || IsCreation(choice.WhenTrue) && IsCreation(other),
            IConditionalOperation choice => choice.Condition == inner,
            _ => true,
        };

    static bool IsCreation(IOperation value) =>
        value is IConversionOperation conversion ? IsCreation(conversion.Operand) : TypeOf(value) is not null;

    // '…; return; }' sends one message.
    static bool EndsWithFirst(IOperation turn) =>
        turn is IBlockOperation { Operations: var statements }
        && statements.LastOrDefault() is IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break };

    static IOperation? Secret(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation
            {
                Type: { Name: "ClientSecretCredential", ContainingNamespace.Name: "Identity" }
            } made => WrittenTexts.Named(made.Arguments, "clientSecret"),
            IInvocationOperation
            {
                TargetMethod: { Name: "WithClientSecret", ContainingType.ContainingNamespace.Name: "Client" },
                Arguments: [var only]
            } => only.Value,
            _ => null,
        };
}
