using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>The text of a migration before type names are shortened and using directives are adjusted.</summary>
internal sealed record Rewrite(
    IReadOnlyList<TextChange> Changes,
    ClientSettings Settings,
    IReadOnlyList<SendCall> Sends
)
{
    /// <summary>The settings that could not be kept, each with a comment.</summary>
    public IReadOnlyList<string> Left { get; } = [.. Settings.Left.Select(left => left.Property)];

    /// <summary>Namespaces of names that are already short.</summary>
    public IReadOnlyList<string> Namespaces { get; } =
    [.. Sends.SelectMany(send => send.Rewritten?.Namespaces ?? []).Distinct()];
}
