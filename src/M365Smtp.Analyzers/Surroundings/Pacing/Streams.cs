using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>
/// Tells an asynchronous stream whose mail is ready from one that waits for the next item: a queue, a timer, a channel.
/// </summary>
internal static class Streams
{
    static readonly string[] Waiting =
    [
        "Receive",
        "Dequeue",
        "Consume",
        "Listen",
        "Watch",
        "Poll",
        "Subscribe",
        "WaitFor",
        "WaitTo",
        "Accept",
        "GetContext",
        "GetConsuming",
    ];

    /// <summary>The stream comes from a list, or from an iterator in this file without any known wait.</summary>
    public static bool AreReady(IOperation collection, IEnumerable<IOperation> bodies)
    {
        while (collection is IConversionOperation conversion)
            collection = conversion.Operand;
        return collection is IInvocationOperation { TargetMethod: var method } call
            && (
                method.Name switch
                {
                    "ConfigureAwait" or "WithCancellation" => (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)
                        is { } inner
                        && AreReady(inner, bodies),
                    "AsAsyncEnumerable" or "ToAsyncEnumerable" => true,
                    _ => Callees.BodyOf(method, bodies) is { } body
                        && !Waits(method)
                        && !method.Name.StartsWith("ReadAll", StringComparison.Ordinal)
                        && !body.Descendants()
                            .Any(inner =>
                                Pauses.Is(inner)
                                || inner is IInvocationOperation { TargetMethod: var called } && Waits(called)
                            ),
                }
            );
    }

    /// <summary>
    /// It returns when there is something to do: a message, a connection, a line that somebody types.
    /// </summary>
    public static bool Waits(IMethodSymbol method) =>
        method
            is { Name: "Take" or "TryTake", ContainingType.Name: "BlockingCollection" }
                or { Name: "ReadLine" or "ReadKey", ContainingType.Name: "Console" }
        || method.ContainingNamespace?.Name is not ("Generic" or "Concurrent" or "IO") && HasWaitingName(method)
        || method is { Name: "GetConsumingEnumerable" };

    static bool HasWaitingName(IMethodSymbol method) =>
        Array.Exists(Waiting, word => method.Name.StartsWith(word, StringComparison.Ordinal));
}
