using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>The references that the analyzer assembly may have, and the layout of its code.</summary>
public class AssemblyLaws
{
    static readonly string Dll = typeof(SmtpCodeAnalyzer).Assembly.Location;

    static string Sources([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../../src"));

    [Fact]
    public void No_reference_is_above_the_oldest_host()
    {
        using var file = new PEReader(File.OpenRead(Dll));
        var metadata = file.GetMetadataReader();
        var references = metadata
            .AssemblyReferences.Select(metadata.GetAssemblyReference)
            .ToDictionary(reference => metadata.GetString(reference.Name), reference => reference.Version);
        Assert.All(
            references,
            reference => Assert.True(reference.Value <= Ceiling(reference.Key), $"{reference.Key} {reference.Value}")
        );
    }

    // The versions shipped with the compiler of .NET SDK 8 and Visual Studio 17.8.
    static Version Ceiling(string assembly) =>
        assembly switch
        {
            "netstandard" => new(2, 0, 0, 0),
            "Microsoft.CodeAnalysis" => new(4, 8, 0, 0),
            "System.Collections.Immutable" => new(7, 0, 0, 0),
            "System.Memory" => new(4, 0, 1, 2),
            "System.Reflection.Metadata" => new(7, 0, 0, 0),
            // System.Memory itself needs it.
            "System.Numerics.Vectors" => new(4, 1, 4, 0),
            _ => new(0, 0, 0, 0),
        };

    [Fact]
    public void No_folder_or_file_has_a_meaningless_name() =>
        Assert.DoesNotMatch(
            "(?m)(Helper|Util|Common|Manager|Misc)[A-Za-z]*(/|\\.cs$)",
            string.Join("\n", SourceFiles().Select(file => Path.GetRelativePath(Sources(), file).Replace('\\', '/')))
        );

    /// <summary>Every compilation pays for a table in a static constructor, even without mail code.</summary>
    [Fact]
    public void The_analyzers_themselves_have_nothing_static()
    {
        Assert.All([typeof(SmtpCodeAnalyzer), typeof(SmtpSettingsAnalyzer)], type => Assert.Null(type.TypeInitializer));
    }

    [Fact]
    public void Nothing_static_can_be_written_to() =>
        Assert.Empty(
            from type in typeof(SmtpCodeAnalyzer).Assembly.GetTypes()
            where !type.IsDefined(typeof(CompilerGeneratedAttribute))
            from field in type.GetFields(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
            )
            where
                !field.IsInitOnly
                && !field.IsLiteral
                && !field.IsDefined(typeof(ThreadStaticAttribute))
                && !field.IsDefined(typeof(CompilerGeneratedAttribute))
            select type.Name + "." + field.Name
        );

    static IEnumerable<string> SourceFiles() =>
        Directory
            .EnumerateFiles(Sources(), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
                && !file.Contains(
                    $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            );
}
