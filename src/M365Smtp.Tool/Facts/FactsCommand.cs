using System.CommandLine;
using M365Smtp.Tool.Audit.Analysis;
using M365Smtp.Tool.Audit.Reading;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Tool.Facts;

/// <summary><c>m365smtp facts</c>: what the analyzers know about each mail client in a file, and why they report
/// nothing.</summary>
internal static class FactsCommand
{
    static readonly Argument<FileInfo> File = new("file")
    {
        Description = "A C# or Visual Basic file; the other files of its folder are read too.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "facts",
            "Shows what the analyzers know of each mail client in a file, and why they are silent."
        )
        {
            File,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(File), terminal, cancellation));
        return command;
    }

    static async Task<int> RunAsync(FileInfo file, Terminal terminal, CancellationToken cancel)
    {
        if (!file.Exists)
            throw new UsageException($"{file.FullName} does not exist.");
        using var reader = new LooseReader();
        reader.Read(
            file.DirectoryName!,
            [],
            (path, why) => terminal.Error.WriteLine($"{path} cannot be read: {why}"),
            cancel
        );
        foreach (var (_, project) in reader.Projects())
        {
            var compilation = (await project.GetCompilationAsync(cancel))!;
            var tree = compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == file.FullName);
            if (tree is null)
                continue;
            await WriteAsync(compilation, project, tree, terminal, cancel);
            return ExitCode.Open;
        }
        throw new UsageException($"{file.FullName} is neither C# nor Visual Basic, or cannot be read.");
    }

    static async Task WriteAsync(
        Compilation compilation,
        Project project,
        SyntaxTree tree,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        if (!ProjectAnalysis.IsAboutMail(tree, cancel))
        {
            terminal.Out.WriteLine("Not analyzed: no word in this file is about mail.");
            return;
        }
        var facts = await ProjectAnalysis.RunAsync(
            compilation,
            project.AnalyzerOptions,
            [tree],
            withSettings: false,
            cancel
        );
        foreach (var line in FactsText.Of(tree, facts))
            terminal.Out.WriteLine(line);
    }
}
