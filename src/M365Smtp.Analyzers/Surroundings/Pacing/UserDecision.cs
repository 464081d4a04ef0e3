using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Somebody is asked, or waited for, before the next try: for another password, or whether to go on.</summary>
/// <param name="bodies">The code of the file, to see what the called methods do.</param>
internal sealed class UserDecision(IReadOnlyList<IOperation> bodies)
{
    // A method that calls a method that asks.
    const int Deepest = 3;

    static readonly string[] Questions = ["ReadLine", "ReadKey", "ShowDialog", "InputBox", "MsgBox"];

    static readonly string[] QuestionStarts = ["Ask", "Prompt", "Confirm", "WaitForUser"];

    static readonly string[] Signals = ["SemaphoreSlim", "AutoResetEvent", "ManualResetEvent", "ManualResetEventSlim"];

    /// <summary>Whether the code asks, itself or in a method of the file.</summary>
    public bool IsIn(IOperation code) => IsIn(code, 0);

    bool IsIn(IOperation code, int depth) =>
        code.Descendants()
            .OfType<IInvocationOperation>()
            .Any(call =>
                IsQuestion(call.TargetMethod)
                || depth < Deepest
                    && Callees.BodyOf(call.TargetMethod.OriginalDefinition, bodies) is { } body
                    && IsIn(body, depth + 1)
            );

    static bool IsQuestion(IMethodSymbol method) =>
        Array.IndexOf(Questions, method.Name) >= 0
        || Array.Exists(QuestionStarts, start => method.Name.StartsWith(start, StringComparison.Ordinal))
        || method is { Name: "Show", ContainingType.Name: "MessageBox" };

    /// <summary>'await operatorReset.WaitAsync(stop)', 'await Task.Delay(Timeout.Infinite, stop)'</summary>
    public static bool IsAwaited(IOperation handler) =>
        handler.Descendants().OfType<IInvocationOperation>().Any(IsSignal)
        || handler
            .Descendants()
            .Any(inner =>
                inner is IFieldReferenceOperation { Field: { ContainingType.Name: "Timeout", Name: var name } }
                && name.StartsWith("Infinite", StringComparison.Ordinal)
            );

    static bool IsSignal(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Wait", StringComparison.Ordinal)
        && Array.IndexOf(Signals, call.Instance?.Type?.Name) >= 0;
}
