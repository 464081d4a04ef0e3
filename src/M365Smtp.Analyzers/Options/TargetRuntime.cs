using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers.Options;

/// <summary>The runtime a project targets, determined by its MSBuild properties, else by its core library.</summary>
internal static class TargetRuntime
{
    public static Runtime Of(AnalyzerConfigOptions build, Compilation compilation)
    {
        build.TryGetValue("build_property.TargetFrameworkIdentifier", out var identifier);
        build.TryGetValue("build_property.TargetFrameworkVersion", out var version);
        return identifier switch
        {
            ".NETFramework" => Runtime.Classic,
            ".NETCoreApp" when Version.TryParse(version?.TrimStart('v', 'V'), out var number) => number.Major >= 5
                ? Runtime.Modern
                : Runtime.Classic,
            _ => OfCoreLibrary(compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly?.Identity),
        };
    }

    static Runtime OfCoreLibrary(AssemblyIdentity? core) =>
        core switch
        {
            { Name: "mscorlib" } => Runtime.Classic,
            { Name: "System.Runtime" or "System.Private.CoreLib", Version.Major: >= 5 } => Runtime.Modern,
            { Name: "System.Runtime" or "System.Private.CoreLib" } => Runtime.Classic,
            _ => Runtime.Unknown,
        };
}
