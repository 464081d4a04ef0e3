using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>The text of a migration before its names are shortened and its usings put right.</summary>
/// <param name="Left">The settings that stay behind, each with a comment.</param>
internal sealed record Rewrite(IReadOnlyList<TextChange> Changes, IReadOnlyList<string> Left, IEnumerable<SendCall> Sends)
{
    /// <summary>Of names that are short already.</summary>
    public IReadOnlyList<string> Namespaces { get; } = [.. Sends.SelectMany(send => send.Rewritten?.Namespaces ?? []).Distinct()];
}
