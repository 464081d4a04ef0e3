using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes;

/// <summary>What an edit makes of a file.</summary>
/// <param name="Changes">In the order of the text; empty where the edit does not fit.</param>
/// <param name="Left">What could not be kept; a comment in the code tells of each.</param>
internal sealed record Written(IReadOnlyList<TextChange> Changes, IReadOnlyList<string> Left)
{
    /// <summary>What has to change in other files with it.</summary>
    public IReadOnlyDictionary<DocumentId, IReadOnlyList<TextChange>> Others { get; init; } =
        new Dictionary<DocumentId, IReadOnlyList<TextChange>>();
}
