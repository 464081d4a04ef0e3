using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Texts that are read as numbers, flags and enum values.</summary>
internal sealed partial class Interpreter
{
    /// <summary><c>int.Parse</c>, <c>Convert.ToBoolean</c>, <c>Enum.TryParse</c> and the like; null for every other
    /// call, and for a text that is not known.</summary>
    Value? Parsed(IInvocationOperation call, Arguments arguments)
    {
        var method = call.TargetMethod;
        if (method.Name is not ("Parse" or "TryParse" or "ToInt32" or "ToInt16" or "ToBoolean"))
            return null;
        if (
            arguments.FirstOrDefault(argument => argument.Value is Value.Constant { Data: string }).Value
            is not Value.Constant { Data: string text } given
        )
            return null;
        var type = method.ContainingType.Name == "Enum" ? method.TypeArguments.FirstOrDefault() ?? TypeOf(call) : null;
        var data =
            type is not null ? SettingConversion.To(type, text)
            : int.TryParse(text, out var number) ? number
            : bool.TryParse(text, out var flag) ? flag
            : (object?)null;
        if (data is null)
            return null;
        if (method.Name != "TryParse")
            return given with { Data = data };
        if (
            arguments.FirstOrDefault(argument => argument.Parameter.RefKind == RefKind.Out)
            is not { Source: { } target }
        )
            return null;
        Assign(target, given with { Data = data }, target);
        return Computed(true, call);
    }

    static ITypeSymbol? TypeOf(IInvocationOperation call) =>
        call.Arguments.Select(argument => argument.Value).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
}
