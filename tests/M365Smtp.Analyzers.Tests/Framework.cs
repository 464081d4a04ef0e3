using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Tests;

/// <summary>What the code of the tests is compiled against.</summary>
static class Framework
{
    /// <summary>
    /// The runtime and the packages of this test project. The assemblies of this repository are left out: no user's
    /// project has them, and their constants name every host.
    /// </summary>
    public static readonly string[] Assemblies =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("M365Smtp.", StringComparison.Ordinal)),
    ];

    public static readonly MetadataReference[] Alone =
    [
        .. Assemblies.Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>With the configuration and options of ASP.NET Core.</summary>
    public static readonly MetadataReference[] All =
    [
        .. Assemblies
            .Concat(AspNetCore())
            .DistinctBy(Path.GetFileName)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // The shared framework stands beside the runtime that runs the tests.
    public static string[] AspNetCore()
    {
        var runtime = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var versions = new DirectoryInfo(
            Path.Combine(runtime.Parent!.Parent!.FullName, "Microsoft.AspNetCore.App")
        ).GetDirectories();
        var version =
            versions.FirstOrDefault(version => version.Name == runtime.Name)
            ?? versions.Last(version => version.Name.Split('.')[0] == runtime.Name.Split('.')[0]);
        return Directory.GetFiles(version.FullName, "Microsoft.Extensions.*.dll");
    }
}
