using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using M365Smtp.Analyzers.Tests.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>Removing any API name that the engine knows changes the verdict on some code.</summary>
public partial class KnownNameLaws
{
    static string Folder(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, path));

    static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            );

    // The names of the engine's own slots and marks, and words in messages; section groups are not read yet.
    static readonly string[] Own =
    [
        "Auth_token",
        "ConfidentialClientApplication",
        "Connection",
        "Item",
        "UriString",
        "ValueFactory",
    ];

    /// <summary>Every name that the engine compares with appears in a test.</summary>
    [Fact]
    public void Every_name_appears_in_a_test()
    {
        var engine = Folder("../../../../src/M365Smtp.Analyzers");
        var names = new[] { "Extraction", "Surroundings" }
            .SelectMany(folder => Sources(Path.Combine(engine, folder)))
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) && Name().IsMatch(token.ValueText))
            .Select(token => token.ValueText)
            .ToHashSet();
        Assert.InRange(names.Count, 200, int.MaxValue);
        var tests = Sources(Folder("../../"))
            .Where(file => !file.EndsWith(nameof(KnownNameLaws) + ".cs", StringComparison.Ordinal));
        var written = tests
            .SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(word => word.Value))
            .ToHashSet();

        var missing = names
            .Except(Own)
            .Where(name => !written.Contains(name) && !written.Contains(Stem(name)))
            .Order(StringComparer.Ordinal);

        Assert.True(!missing.Any(), $"add a sample to {nameof(NameSamples)} for " + string.Join(", ", missing));
    }

    // [Fact] is FactAttribute.
    static string Stem(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^9] : name;

    public static TheoryData<string> Names => [.. NameSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_is_known(string name)
    {
        foreach (var sample in NameSamples.All.Where(sample => sample.Name == name))
        {
            Assert.Equal((name, sample.Finds), (name, await Of(sample.Code)));
            Assert.NotEqual((name, sample.Finds), (name, await Of(sample.CodeWithout)));
        }
    }

    static async Task<string> Of(string code) =>
        string.Join(
            ' ',
            (await Report.Of(Report.CSharp(code), NameSamples.Advice)).Split(' ').Order(StringComparer.Ordinal)
        );

    [GeneratedRegex("^[A-Z][A-Za-z0-9_]+$")]
    private static partial Regex Name();

    [GeneratedRegex("[A-Za-z0-9_]+")]
    private static partial Regex Word();
}
