using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>A library method that passes a value on, and its result.</summary>
/// <param name="Type">The name of the declaring type; null if several types have it with the same meaning.</param>
/// <param name="Makes">Null if the call does not match the row; another row may.</param>
internal sealed record KnownCall(string Method, string? Type, Func<CallSite, Value?> Makes)
{
    public Value? Result(CallSite site) => Type is null || site.Method.ContainingType.Name == Type ? Makes(site) : null;
}

/// <summary>A call with its receiver and arguments evaluated.</summary>
internal readonly record struct CallSite(Visit Visit, IInvocationOperation Call, Value? Receiver, Arguments Arguments)
{
    public IMethodSymbol Method => Call.TargetMethod;

    /// <summary>The subject of the call: its receiver, or the first argument of a static method.</summary>
    public Value? Subject => Receiver ?? First;

    public Value? First => Arguments.FirstOrDefault().Value;

    public Value.Constant Constant(object? data) => Visit.Computed(data, Call);
}
