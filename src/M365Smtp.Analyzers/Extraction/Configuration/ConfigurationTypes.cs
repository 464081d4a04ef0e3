using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>
/// The types through which .NET code reads settings, matched by name because a project may reference several packages.
/// </summary>
internal static class ConfigurationTypes
{
    /// <summary><c>Options.Create(made)</c>.</summary>
    public static readonly KnownCall[] Calls = [new("Create", "Options", site => site.Arguments["options"])];

    public static bool IsConfiguration(ITypeSymbol? type) =>
        type
            is
        {
            Name: "IConfiguration"
                    or "IConfigurationSection"
                    or "IConfigurationRoot"
                    or "IConfigurationManager"
                    or "ConfigurationManager"
                    or "ConfigurationRoot"
                    or "ConfigurationSection",
            ContainingNamespace: { Name: "Configuration", ContainingNamespace.Name: "Extensions" }
        };

    /// <summary><c>ConfigurationManager.AppSettings</c> of .NET Framework.</summary>
    public static bool IsAppSettings(IOperation operation) =>
        operation
            is IMemberReferenceOperation
        {
            Member:
            {
                Name: "AppSettings",
                ContainingType.Name: "ConfigurationManager" or "WebConfigurationManager" or "ConfigurationSettings"
            }
        };

    /// <summary>
    /// The section that .NET Framework's SmtpClient reads, and its parts: SmtpSection, SmtpNetworkElement.
    /// </summary>
    public static bool IsMailSettings(ITypeSymbol? type) =>
        type
            is
        {
            Name: "SmtpSection" or "SmtpNetworkElement" or "MailSettingsSectionGroup",
            ContainingNamespace: { Name: "Configuration", ContainingNamespace.Name: "Net" }
        };

    public static bool IsSettingsTable(ITypeSymbol? type) => type is { Name: "NameValueCollection" };

    /// <summary>A dictionary of objects by name, as bound from a section.</summary>
    public static bool IsDictionary(ITypeSymbol? type) =>
        type
            is INamedTypeSymbol
        {
            Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary",
            TypeArguments: [
            { SpecialType: SpecialType.System_String },
                    INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None },
                ]
        };

    /// <summary>The T of IOptions&lt;T&gt;, IOptionsSnapshot&lt;T&gt; and IOptionsMonitor&lt;T&gt;.</summary>
    public static INamedTypeSymbol? OptionsOf(ITypeSymbol? type) =>
        type
            is INamedTypeSymbol
        {
            Name: "IOptions" or "IOptionsSnapshot" or "IOptionsMonitor",
            TypeArguments: [INamedTypeSymbol options],
            ContainingNamespace.Name: "Options"
        }
            ? options
            : null;
}
