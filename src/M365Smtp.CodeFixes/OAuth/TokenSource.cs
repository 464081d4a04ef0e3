using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>An expression that returns an access token.</summary>
/// <param name="Call">C# source; type names are written <c>global::Ns.Type</c>.</param>
/// <param name="IsTask">Whether it must be awaited.</param>
/// <param name="Member">The member access from the result to the token: <c>.Token</c>, or empty.</param>
internal sealed record TokenSource(string Call, bool IsTask, string Member)
{
    /// <summary>The changes that bring it into the class or method, if it is not there yet.</summary>
    public IReadOnlyList<TextChange> Changes { get; init; } = [];

    /// <summary>The exception thrown if no token can be obtained, <c>global::Ns.Type</c>; null if unknown.</summary>
    public string? Failure { get; init; }

    /// <summary>The class or method whose callers <see cref="Changes"/> may affect.</summary>
    public ISymbol? Changed { get; init; }
}
