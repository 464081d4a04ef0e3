using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Scanning;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>
/// Recognizes options that the container provides directly or behind an interface:
/// <c>services.AddSingleton(section.Get&lt;MailOptions&gt;())</c>.
/// </summary>
internal static class InjectedOptions
{
    static readonly WordScan Words = new("singleton", "scoped", "transient");

    static readonly string[] Registering =
    [
        "AddSingleton",
        "AddScoped",
        "AddTransient",
        "TryAddSingleton",
        "TryAddScoped",
        "TryAddTransient",
        "AddKeyedSingleton",
        "AddKeyedScoped",
        "AddKeyedTransient",
        "TryAddKeyedSingleton",
        "TryAddKeyedScoped",
        "TryAddKeyedTransient",
    ];

    public static bool Include(INamedTypeSymbol type, Source source, CancellationToken cancel) =>
        NamesHost(type)
        && source
            .CallsThatMention(type, Words, cancel)
            .Any(call =>
                Array.IndexOf(Registering, call.TargetMethod.Name) >= 0
                && SymbolEqualityComparer.Default.Equals(call.TargetMethod.TypeArguments.FirstOrDefault(), type)
            );

    // Every mail options class has a property for its host; searching the project for all other types would take too
    // long.
    static bool NamesHost(INamedTypeSymbol type) =>
        type.GetMembers()
            .Any(member =>
                member is IPropertySymbol { Type.SpecialType: SpecialType.System_String }
                && MailConcern.IsHost(member.Name)
            );
}
