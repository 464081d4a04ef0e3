using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>An expression that gives an access token.</summary>
/// <param name="Call">C# source; type names are written <c>global::Ns.Type</c>.</param>
/// <param name="IsTask">It has to be awaited.</param>
/// <param name="Member">What leads from the result to the token: <c>.Token</c>, or empty.</param>
internal sealed record TokenSource(string Call, bool IsTask, string Member)
{
    /// <summary>What brings it into the class or the method, where it is not there yet.</summary>
    public IReadOnlyList<TextChange> Changes { get; init; } = [];

    /// <summary>What it throws where there is no token to be had, <c>global::Ns.Type</c>; null where that is not
    /// known.</summary>
    public string? Failure { get; init; }

    /// <summary>The class or the method whose callers may be affected by <see cref="Changes"/>.</summary>
    public ISymbol? Changed { get; init; }
}
