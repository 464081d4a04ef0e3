using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>The text of a migration before its names are shortened and its usings put right.</summary>
internal sealed record Rewrite(
    IReadOnlyList<TextChange> Changes,
    ClientSettings Settings,
    IReadOnlyList<SendCall> Sends
)
{
    /// <summary>The settings that stay behind, each with a comment.</summary>
    public IReadOnlyList<string> Left { get; } = [.. Settings.Left.Select(left => left.Property)];

    /// <summary>Of names that are short already.</summary>
    public IReadOnlyList<string> Namespaces { get; } =
    [.. Sends.SelectMany(send => send.Rewritten?.Namespaces ?? []).Distinct()];
}
