using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>A library method that passes a value on, and what it makes of it.</summary>
/// <param name="Type">The name of the type that has it; null where several types have it and mean the same.</param>
/// <param name="Makes">Null where it is not called as the row has it: another row may know.</param>
internal sealed record KnownCall(string Method, string? Type, Func<CallSite, Value?> Makes)
{
    public Value? Result(CallSite site) => Type is null || site.Method.ContainingType.Name == Type ? Makes(site) : null;
}

/// <summary>A call whose receiver and arguments were read.</summary>
internal readonly record struct CallSite(Visit Visit, IInvocationOperation Call, Value? Receiver, Arguments Arguments)
{
    public IMethodSymbol Method => Call.TargetMethod;

    /// <summary>What the call is about: its receiver, of a static method the first argument.</summary>
    public Value? Subject => Receiver ?? First;

    public Value? First => Arguments.FirstOrDefault().Value;

    public Value.Constant Constant(object? data) => Visit.Computed(data, Call);
}
