using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Scanning;

/// <summary>Tells from the text alone whether code may assign a property.</summary>
internal static class Assignments
{
    /// <summary>False is certain, true is not: another type may have a property of that name.</summary>
    public static bool MayHold(Compilation compilation, string property, CancellationToken cancel) =>
        compilation.SyntaxTrees.Any(tree =>
            Regex.IsMatch(tree.GetText(cancel).ToString(), @"\b" + property + @"\s*=(?!=)", RegexOptions.IgnoreCase)
        );
}
