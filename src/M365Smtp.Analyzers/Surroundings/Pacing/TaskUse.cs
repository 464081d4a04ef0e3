using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>What becomes of an exception in the task that a call returns.</summary>
internal static class TaskUse
{
    public enum Kind
    {
        /// <summary>It is thrown where the call is, or to the callers.</summary>
        Thrown,

        /// <summary>It is thrown in an <see cref="AggregateException"/>.</summary>
        Blocked,

        /// <summary>Nothing that surrounds the call sees it.</summary>
        Dropped,
    }

    public static Kind Of(IOperation operation)
    {
        if (operation is not IInvocationOperation { Type.Name: "Task" or "ValueTask" } call)
            return Kind.Thrown;
        return ConsumerOf(call) switch
        {
            ISimpleAssignmentOperation { Target: IDiscardOperation } or IExpressionStatementOperation => Kind.Dropped,
            IReturnOperation returned when IsInTry(returned) => Kind.Dropped,
            IInvocationOperation { TargetMethod.Name: "Wait" } => Kind.Blocked,
            IPropertyReferenceOperation { Property.Name: "Result" } => Kind.Blocked,
            _ => Kind.Thrown,
        };
    }

    /// <summary>What uses the task: an await, a call of Wait, an assignment.</summary>
    public static IOperation? ConsumerOf(IInvocationOperation call)
    {
        var outer = call.Parent;
        while (outer is IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            outer = outer.Parent;
        return outer;
    }

    // The task leaves the method before it fails.
    static bool IsInTry(IOperation returned)
    {
        for (
            var (inner, outer) = (returned, returned.Parent);
            outer is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation);
            (inner, outer) = (outer, outer.Parent)
        )
            if (outer is ITryOperation { Catches.IsEmpty: false } attempt && attempt.Body == inner)
                return true;
        return false;
    }
}
