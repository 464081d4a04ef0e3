using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using M365Smtp.Package.Tests.Docs;

namespace M365Smtp.Package.Tests.Packing;

/// <summary>The contents of the package, and the compiler version it requires.</summary>
[Collection(nameof(PackedPackage))]
public sealed class PackageContentTests(PackedPackage package)
{
    const string RulePages = "docs/rules/";

    [Fact]
    public void It_holds_these_files_and_no_other()
    {
        using var nupkg = ZipFile.OpenRead(package.Nupkg);
        var files = nupkg
            .Entries.Select(entry => entry.FullName)
            .Where(name => !IsWrapping(name) && !name.StartsWith(RulePages, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "LICENSE",
                "M365SmtpAnalyzers.nuspec",
                "README.md",
                "analyzers/dotnet/cs/M365Smtp.Analyzers.dll",
                "analyzers/dotnet/cs/M365Smtp.CodeFixes.dll",
                "analyzers/dotnet/vb/M365Smtp.Analyzers.dll",
                "analyzers/dotnet/vb/M365Smtp.CodeFixes.VisualBasic.dll",
                "build/M365SmtpAnalyzers.props",
                "build/M365SmtpAnalyzers.targets",
                "buildTransitive/M365SmtpAnalyzers.props",
                "buildTransitive/M365SmtpAnalyzers.targets",
                "buildTransitive/presets/none.globalconfig",
                "buildTransitive/presets/strict.globalconfig",
                "icon.png",
                "tools/install.ps1",
                "tools/uninstall.ps1",
            ],
            files
        );
    }

    [Fact]
    public void It_holds_the_page_of_every_rule_for_those_who_read_offline()
    {
        using var nupkg = ZipFile.OpenRead(package.Nupkg);
        var pages = nupkg
            .Entries.Select(entry => entry.FullName)
            .Where(name => name.StartsWith(RulePages, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(RuleTexts.Descriptors.Select(rule => $"{RulePages}{rule.Id}.md"), pages);
    }

    [Fact]
    public void It_says_what_it_is_and_brings_no_dependency()
    {
        using var nupkg = ZipFile.OpenRead(package.Nupkg);
        using var nuspec = nupkg.GetEntry("M365SmtpAnalyzers.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        string? Value(string name) =>
            metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal(
            "git",
            metadata.Elements().Single(element => element.Name.LocalName == "repository").Attribute("type")?.Value
        );
        Assert.Null(Value("dependencies"));
    }

    [Theory]
    [InlineData("analyzers/dotnet/cs/M365Smtp.Analyzers.dll")]
    [InlineData("analyzers/dotnet/cs/M365Smtp.CodeFixes.dll")]
    [InlineData("analyzers/dotnet/vb/M365Smtp.Analyzers.dll")]
    [InlineData("analyzers/dotnet/vb/M365Smtp.CodeFixes.VisualBasic.dll")]
    public void An_assembly_loads_in_the_compiler_of_the_NET_8_SDK_and_carries_its_symbols(string path)
    {
        using var dll = new PEReader(new MemoryStream(Bytes(path)));
        Assert.Contains(dll.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);

        var metadata = dll.GetMetadataReader();
        foreach (
            var reference in metadata.AssemblyReferences.Select(handle =>
                metadata.GetAssemblyReference(handle).GetAssemblyName()
            )
        )
        {
            Version? ceiling = reference.Name switch
            {
                "netstandard" => new(2, 0, 0, 0),
                "M365Smtp.Analyzers" => reference.Version,
                "System.Collections.Immutable" => new(7, 0, 0, 0),
                "System.Memory" => new(4, 0, 1, 2),
                "System.Numerics.Vectors" => new(4, 1, 4, 0),
                "System.Reflection.Metadata" => new(7, 0, 0, 0),
                var name when name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) => new(4, 8, 0, 0),
                _ => null,
            };
            Assert.True(ceiling is not null, $"{path} must not need {reference.FullName}");
            Assert.True(reference.Version <= ceiling, $"{path} needs {reference.FullName}, the compiler has {ceiling}");
        }
    }

    byte[] Bytes(string path)
    {
        using var nupkg = ZipFile.OpenRead(package.Nupkg);
        using var entry = nupkg.GetEntry(path)!.Open();
        var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    // The parts that make a zip file an OPC package.
    static bool IsWrapping(string name) =>
        name is "[Content_Types].xml"
        || name.StartsWith("_rels/", StringComparison.Ordinal)
        || name.StartsWith("package/", StringComparison.Ordinal);
}
