using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.VisualBasic;

namespace M365Smtp.Analyzers.Tests;

/// <summary>
/// The same files as two projects: one file moves to a library that the others reference. A build gives them its
/// assembly,
/// an editor and <c>dotnet format</c> give them its source; what is found must be the same.
/// </summary>
static class TwoProjects
{
    /// <summary>Tests whose files cannot be parted: one type has a part in each, or each file needs the
    /// other.</summary>
    static readonly HashSet<string> Whole =
    [
        "A_value_that_another_part_of_the_class_replaces",
        "A_client_whose_TLS_is_set_in_another_part_of_its_class",
        "Known_miss_a_file_that_drives_a_client_without_a_mail_word",
        "A_class_that_configures_is_such_code",
    ];

    /// <param name="find">Runs the analyzers that the case is about.</param>
    public static async Task Agree(Compilation whole, Func<Compilation, Task<ImmutableArray<Diagnostic>>> find)
    {
        if (!whole.SyntaxTrees.Where(tree => !IsShared(tree)).Skip(1).Any() || !Compiles(whole))
            return;
        var isParted = false;
        foreach (var moved in whole.SyntaxTrees)
            if (Part(whole, moved) is var (app, library))
            {
                isParted = true;
                var inBuild = Shown(await find(app.AddReferences(Image(library))), app);
                var inEditor = Shown(await find(app.AddReferences(library.ToMetadataReference())), app);
                Assert.Equal(inBuild, inEditor);
            }
        var test = TestContext.Current.TestMethod?.MethodName ?? "";
        Assert.True(
            isParted || Whole.Contains(test),
            $"The files of {test} cannot be parted into two projects: list it, or make them so."
        );
    }

    static (Compilation App, Compilation Library)? Part(Compilation whole, SyntaxTree moved)
    {
        if (IsShared(moved))
            return null;
        var shared = whole.SyntaxTrees.Where(IsShared).ToList();
        var library = AsLibrary(whole)
            .WithAssemblyName("Library")
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees([moved, Friend(whole), .. shared]);
        var app = whole.RemoveSyntaxTrees(moved);
        return Compiles(library) && Compiles(app.AddReferences(library.ToMetadataReference())) ? (app, library) : null;
    }

    static bool IsShared(SyntaxTree tree) => tree.ToString().StartsWith("global using", StringComparison.Ordinal);

    static Compilation AsLibrary(Compilation whole) =>
        whole switch
        {
            CSharpCompilation csharp => csharp.WithOptions(
                csharp.Options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary)
            ),
            VisualBasicCompilation basic => basic.WithOptions(
                basic.Options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary)
            ),
            _ => whole,
        };

    // The types of most cases are internal.
    static SyntaxTree Friend(Compilation whole)
    {
        var attribute = $"assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{whole.AssemblyName}\")";
        return whole is CSharpCompilation
            ? CSharpSyntaxTree.ParseText($"[{attribute}]", (CSharpParseOptions)whole.SyntaxTrees.First().Options)
            : VisualBasicSyntaxTree.ParseText($"<{attribute}>");
    }

    static bool Compiles(Compilation compilation) =>
        compilation.GetDiagnostics().All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);

    public static PortableExecutableReference Image(Compilation library)
    {
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    static string Shown(ImmutableArray<Diagnostic> found, Compilation app)
    {
        Assert.All(
            found
                .SelectMany(one => one.AdditionalLocations.Prepend(one.Location))
                .Select(place => place.SourceTree)
                .OfType<SyntaxTree>(),
            tree =>
                Assert.True(
                    app.ContainsSyntaxTree(tree),
                    "A finding refers to a file of another project: " + tree.FilePath
                )
        );
        return string.Join(
            "\n",
            found.Select(one => $"{one} {string.Join(" ", one.AdditionalLocations)}").Order(StringComparer.Ordinal)
        );
    }
}
