using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Where the path from a sign-in leads.</summary>
/// <param name="Returned">What the code around the sign-in returns; null if it does not return.</param>
/// <param name="Again">What signs in again: the sign-in, or a call of the method around it.</param>
internal sealed record PathEnd(AfterRefusal Then, Answer? Returned, IOperation? Again)
{
    public static readonly PathEnd Unknown = new(AfterRefusal.Unknown, null, null);

    public static readonly PathEnd Thrown = new(AfterRefusal.ThrownOn, null, null);

    /// <summary>What both ends agree on.</summary>
    public PathEnd Or(PathEnd other) =>
        Then != other.Then || Returned?.Value != other.Returned?.Value
            ? Unknown
            : this with
            {
                Returned = Returned is { } one && other.Returned is { } two
                    ? one with
                    {
                        State = one.State.Unless(two.State),
                    }
                    : Returned,
            };
}
