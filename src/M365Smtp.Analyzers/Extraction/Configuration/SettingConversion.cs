using System.Globalization;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>Converts a string from a settings file to the type that code reads.</summary>
internal static class SettingConversion
{
    /// <summary>Null if the type cannot hold the string, and for JSON's null.</summary>
    public static object? To(ITypeSymbol? type, string? text)
    {
        if (
            type is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
                TypeArguments: [var inner]
            }
        )
            type = inner;
        if (text is null || type is null || type.SpecialType == SpecialType.System_String)
            return text;
        if (type.TypeKind == TypeKind.Enum)
            return EnumValue(type, text);
        return type.SpecialType switch
        {
            SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_UInt16 => int.TryParse(
                text,
                NumberStyles.Integer,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            SpecialType.System_Boolean => bool.TryParse(text, out var flag) ? flag : null,
            _ => null,
        };
    }

    static object? EnumValue(ITypeSymbol type, string text)
    {
        foreach (var member in type.GetMembers())
            if (
                member is IFieldSymbol { HasConstantValue: true, ConstantValue: { } value }
                && string.Equals(member.Name, text.Trim(), StringComparison.OrdinalIgnoreCase)
            )
                return value;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
