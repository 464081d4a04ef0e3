using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.VisualBasic;

/// <summary>A value in Visual Basic syntax: a string, a number, a Boolean or an enum member.</summary>
internal static class ValueText
{
    const string Global = "global::";

    /// <param name="value">As stored in an edit, in C#.</param>
    /// <returns>Null unless it is a plain value.</returns>
    public static string? Of(string value, CodePlace code) =>
        value switch
        {
            "true" => "True",
            "false" => "False",
            _ when Regex.IsMatch(value, @"^\d+$|^""[^""\\\r\n]*""$") => value,
            _ when value.StartsWith(Global, StringComparison.Ordinal)
                    && Regex.IsMatch(value.Substring(Global.Length), @"^[\w.]+$") => Short(
                value.Substring(Global.Length),
                code
            ),
            _ => null,
        };

    // 'SecureSocketOptions.StartTls' if the namespace is imported.
    static string Short(string name, CodePlace code)
    {
        for (var end = name.LastIndexOf('.'); end > 0; end = name.LastIndexOf('.', end - 1))
            if (code.Model.Compilation.GetTypeByMetadataName(name.Substring(0, end)) is { } type)
                return
                    code.Model.LookupNamespacesAndTypes(code.At.Start, name: type.Name) is [var known]
                    && SymbolEqualityComparer.Default.Equals(known, type)
                    ? type.Name + name.Substring(end)
                    : "Global." + name;
        return "Global." + name;
    }
}
