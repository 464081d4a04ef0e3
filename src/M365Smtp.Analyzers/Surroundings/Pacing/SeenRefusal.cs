using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>What the code around a sign-in does with a refusal.</summary>
internal abstract record SeenRefusal
{
    /// <summary>It signs in again.</summary>
    /// <param name="By">The loop, the jump, or the call of the method around it.</param>
    /// <param name="Clause">The clause that catches the refusal.</param>
    public sealed record Retried(IOperation By, ICatchClauseOperation Clause) : SeenRefusal;

    /// <summary>It leaves it to its callers.</summary>
    public sealed record Thrown(bool IsWrapped) : SeenRefusal;

    /// <summary>It answers its callers.</summary>
    public sealed record Answered(CaughtRefusal Caught) : SeenRefusal;
}
