using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Imports;

/// <summary>Usings that only the old client needed.</summary>
internal static class Leftovers
{
    /// <summary>NetworkCredential was all that many a file needed System.Net for.</summary>
    public static async Task<IReadOnlyList<TextChange>> Removed(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancel)
    {
        var steps = new ChangedText(await document.GetTextAsync(cancel).ConfigureAwait(false), changes);
        if (!steps.Original.ToString().Contains("NetworkCredential") || await document.WithText(steps.Text).GetSyntaxRootAsync(cancel).ConfigureAwait(false) is not CompilationUnitSyntax root) return changes;
        if (root.Usings.FirstOrDefault(known => known is { Alias: null, Name: { } name } && name.ToString() == "System.Net") is not { } directive) return changes;
        var without = steps.With([UsingList.Removed(directive, steps.Text, isTaken: false)]).Changes;
        return await BuildCheck.CompilesAsWell(document, without, null, cancel).ConfigureAwait(false) ? without : changes;
    }
}
