using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes;

/// <summary>The result of applying an edit to a file.</summary>
/// <param name="Changes">In text order; empty if the edit does not fit.</param>
/// <param name="Lost">Settings that could not be kept; a comment in the code names each.</param>
internal sealed record Written(IReadOnlyList<TextChange> Changes, IReadOnlyList<string> Lost)
{
    /// <summary>Changes required in other files.</summary>
    public IReadOnlyDictionary<DocumentId, IReadOnlyList<TextChange>> Others { get; init; } =
        new Dictionary<DocumentId, IReadOnlyList<TextChange>>();
}
