using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>The method that code names in a call, and the object that it is called on.</summary>
/// <param name="IsVirtual">False for <c>base.Method()</c>, which runs exactly the method that it names.</param>
/// <param name="Instance">The receiver as written; null for a static method.</param>
internal sealed record Callee(IMethodSymbol Method, bool IsVirtual, IOperation? Instance, Value? Receiver)
{
    public static Callee Of(IInvocationOperation call, Value? receiver) =>
        new(call.TargetMethod.ReducedFrom ?? call.TargetMethod, call.IsVirtual, call.Instance, receiver);
}
