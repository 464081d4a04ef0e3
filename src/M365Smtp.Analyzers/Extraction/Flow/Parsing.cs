using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>
/// Strings parsed as numbers, flags and enum values: <c>int.Parse</c>, <c>Convert.ToBoolean</c>, <c>Enum.TryParse</c>
/// and the like.
/// </summary>
internal static class Parsing
{
    public static readonly KnownCall[] Rows =
    [
        new("Parse", null, Parsed),
        new("ToInt32", null, Parsed),
        new("ToInt16", null, Parsed),
        new("ToBoolean", null, Parsed),
        new("TryParse", null, Tried),
    ];

    static Value.Constant? Parsed(CallSite site)
    {
        if (
            site.Arguments.FirstOrDefault(argument => argument.Value is Value.Constant { Data: string }).Value
            is not Value.Constant { Data: string text } given
        )
            return null;
        var type =
            site.Method.ContainingType.Name == "Enum"
                ? site.Method.TypeArguments.FirstOrDefault() ?? TypeOf(site.Call)
                : null;
        var data =
            type is not null ? SettingConversion.To(type, text)
            : int.TryParse(text, out var number) ? number
            : bool.TryParse(text, out var flag) ? flag
            : (object?)null;
        return data is null ? null : given with { Data = data };
    }

    static Value? Tried(CallSite site)
    {
        if (
            Parsed(site) is not { } parsed
            || site.Arguments.FirstOrDefault(argument => argument.Parameter.RefKind == RefKind.Out)
                is not { Source: { } target }
        )
            return null;
        site.Visit.Objects.Assign(target, parsed, target);
        return site.Constant(true);
    }

    static ITypeSymbol? TypeOf(IInvocationOperation call) =>
        call.Arguments.Select(argument => argument.Value).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
}
