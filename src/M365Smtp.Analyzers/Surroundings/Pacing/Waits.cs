using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Tells a loop that goes at the pace of its work, or of the loops around it.</summary>
internal static class Waits
{
    // A worker calls a method that calls the method with the loop.
    const int MostCallers = 3;

    /// <summary>It, or a loop around it, waits for what is to be sent.</summary>
    public static bool ForWork(ILoopOperation loop, IReadOnlyList<IOperation> bodies) =>
        IsEndless(loop) && loop.Body.Descendants().Any(AwaitsOther)
        || Enclosing.Loops(loop).Prepend(loop).Any(around => ForNext(around, bodies));

    /// <summary>
    /// 'foreach (var few in all.Chunk(25)) { foreach (…) Send(…); await Task.Delay(…); }': the pause may be in any
    /// enclosing loop, also in one that calls this method.
    /// </summary>
    public static bool Pauses(ILoopOperation loop, IReadOnlyList<IOperation> bodies) =>
        Pacing.Pauses.Within(Enclosing.Loops(loop).LastOrDefault() ?? loop) || IsCalledAtAPace(loop, bodies, 0);

    static bool IsCalledAtAPace(IOperation code, IReadOnlyList<IOperation> bodies, int callers) =>
        callers < MostCallers
        && MethodAround(code) is { } method
        && bodies
            .SelectMany(body => body.Descendants())
            .Where(call => Calls(call, method))
            .Any(call =>
                Enclosing.Loops(call).LastOrDefault() is { } loop
                    ? Pacing.Pauses.Within(loop) || Enclosing.Loops(call).Any(around => ForNext(around, bodies))
                    : IsCalledAtAPace(call, bodies, callers + 1)
            );

    static bool Calls(IOperation operation, IMethodSymbol method) =>
        operation is IInvocationOperation { TargetMethod: var called }
        && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method);

    static IMethodSymbol? MethodAround(IOperation code)
    {
        var symbol = code.SemanticModel?.GetEnclosingSymbol(code.Syntax.SpanStart);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
            symbol = symbol.ContainingSymbol;
        return symbol as IMethodSymbol;
    }

    /// <summary>'while (await queue.WaitToReadAsync())', 'foreach (… in queue.GetConsumingEnumerable())'</summary>
    static bool ForNext(ILoopOperation loop, IReadOnlyList<IOperation> bodies) =>
        loop switch
        {
            IForEachLoopOperation { Collection: var collection } => collection
                .DescendantsAndSelf()
                .OfType<IInvocationOperation>()
                .Any(call => Streams.Waits(call.TargetMethod) || IsSlow(call, bodies)),
            IWhileLoopOperation or IForLoopOperation { Condition: null } => loop.Descendants()
                .OfType<IInvocationOperation>()
                .Any(call => Streams.Waits(call.TargetMethod)),
            _ => false,
        };

    // An iterator that waits for the next item.
    static bool IsSlow(IInvocationOperation call, IReadOnlyList<IOperation> bodies) =>
        Callees.BodyOf(call.TargetMethod.OriginalDefinition, bodies) is { } body
        && body.Descendants().Any(inner => inner is IReturnOperation { Kind: OperationKind.YieldReturn })
        && body.Descendants().OfType<IInvocationOperation>().Any(inner => Streams.Waits(inner.TargetMethod));

    // 'for (;;)' and 'while (…)', but no loop over a list.
    static bool IsEndless(ILoopOperation loop) =>
        loop is IWhileLoopOperation or IForLoopOperation { Condition: null };

    // 'while (…) { var mail = await queue.Next(); … }'
    static bool AwaitsOther(IOperation inner) =>
        inner
            is IAwaitOperation
        {
            Operation: IInvocationOperation
            {
                TargetMethod.ContainingNamespace.Name: not ("Smtp" or "Mail" or "MailKit")
            }
        };
}
