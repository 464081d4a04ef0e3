using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Tests;

/// <summary>What the code of the tests is compiled against.</summary>
static class Framework
{
    /// <summary>The runtime, the packages of this test project, and the configuration and options of ASP.NET
    /// Core.</summary>
    public static readonly MetadataReference[] All =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
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
