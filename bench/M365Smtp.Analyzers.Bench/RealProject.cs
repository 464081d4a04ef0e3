using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Bench;

/// <summary>
/// A project as its build passed it to the compiler, from the command line that <c>CommandLine.targets</c> wrote.
/// </summary>
internal sealed class RealProject
{
    readonly CSharpCommandLineArguments arguments;
    readonly (string Path, string Text)[] files;
    readonly (byte[] Image, MetadataReferenceProperties Properties)[] references;

    public RealProject(string commandLine)
    {
        var lines = File.ReadAllLines(commandLine);
        var folder = lines[0].TrimStart('#', ' ');
        Name = Path.GetFileNameWithoutExtension(commandLine);
        arguments = CSharpCommandLineParser.Default.Parse(lines.Skip(1), folder, sdkDirectory: null);
        files =
        [
            .. arguments
                .SourceFiles.Select(file => file.Path)
                .Where(File.Exists)
                .Select(path => (path, File.ReadAllText(path))),
        ];
        references =
        [
            .. arguments
                .MetadataReferences.Select(reference =>
                    (Path: Path.GetFullPath(reference.Reference, folder), reference.Properties)
                )
                .Where(reference => File.Exists(reference.Path))
                .Select(reference => (File.ReadAllBytes(reference.Path), reference.Properties)),
        ];
    }

    public string Name { get; }

    public IEnumerable<string> Texts => files.Select(file => file.Text);

    public int Lines => files.Sum(file => file.Text.AsSpan().Count('\n'));

    /// <summary>Created again each time. The output of source generators is missing.</summary>
    public CSharpCompilation Compile() =>
        CSharpCompilation.Create(
            arguments.CompilationName ?? Name,
            files.Select(file =>
                CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), arguments.ParseOptions, file.Path)
            ),
            references.Select(reference => MetadataReference.CreateFromImage(reference.Image, reference.Properties)),
            arguments.CompilationOptions.WithConcurrentBuild(false)
        );
}
