using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>A change must compile in the builds that are not open in the editor too.</summary>
public class ConditionalBuildTests
{
    [Theory]
    [InlineData("class C\n{\n    int a;\n}", "class C\n{\n    int b;\n}", true)]
    [InlineData(
        "class C\n{\n    int a;\n#if DEBUG\n    int M() => a;\n#endif\n}",
        "class C\n{\n    int b;\n#if DEBUG\n    int M() => a;\n#endif\n}",
        false
    )]
    [InlineData(
        "class C\n{\n    int a;\n#if !SET\n    int M() => a;\n#endif\n}",
        "class C\n{\n    int b;\n#if !SET\n    int M() => a;\n#endif\n}",
        false
    )]
    [InlineData(
        "class C\n{\n    int a;\n#if DEBUG\n    int M() => a;\n#endif\n}",
        "class C\n{\n    int a, b;\n#if DEBUG\n    int M() => a;\n#endif\n}",
        true
    )]
    [InlineData(
        "class C\n{\n    int a;\n#if X\n#elif OTHER\n    int M() => a;\n#endif\n}",
        "class C\n{\n    int b;\n#if X\n#elif OTHER\n    int M() => a;\n#endif\n}",
        false
    )]
    [InlineData(
        "class C\n{\n    int a;\n#if DEBUG\n    int M() => missing;\n#endif\n}",
        "class C\n{\n    int b;\n#if DEBUG\n    int M() => missing;\n#endif\n}",
        true
    )]
    [InlineData(
        "class C\n{\n    int a;\n#region DEBUG\n    int M() => 1;\n#endregion\n}",
        "class C\n{\n    int b;\n#region DEBUG\n    int M() => 1;\n#endregion\n}",
        true
    )]
    public void With_each_symbol_the_other_way_round(string before, string after, bool compiles) =>
        Assert.Equal(compiles, CompilesAsWell(before, after));

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void More_than_eight_symbols_are_too_many_to_try(int count, bool isTried)
    {
        var code =
            "class C { }\n"
            + string.Concat(Enumerable.Range(1, count).Select(i => $"#if S{i}\n#endif\n#if S{i}\n#endif\n"));

        Assert.Equal(isTried, CompilesAsWell(code, code + "// changed"));
    }

    static bool CompilesAsWell(string before, string after)
    {
        var tree = CSharpSyntaxTree.ParseText(before, new(preprocessorSymbols: ["SET"]));
        var build = CSharpCompilation.Create(
            "Test",
            [tree],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new(OutputKind.DynamicallyLinkedLibrary)
        );
        return ConditionalCode.CompilesAsWell(
            build,
            tree,
            SourceText.From(after),
            TestContext.Current.CancellationToken
        );
    }
}
