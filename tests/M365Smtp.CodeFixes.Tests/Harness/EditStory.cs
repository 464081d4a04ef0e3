using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.CodeFixes.Tests.Harness;

/// <summary>One edit on code with a marked place: its result, or that it is not offered.</summary>
internal static class EditStory
{
    public static Task Replace(string before, string text, string after) =>
        Verify(before, at => Edit.Replace(at, text), after);

    public static Task SetProperty(string before, string property, string value, string after) =>
        Verify(before, at => Edit.SetProperty(at, property, value), after);

    public static Task SetArgument(string before, string parameter, string value, string after) =>
        Verify(before, at => Edit.SetArgument(at, parameter, value), after);

    public static Task Remove(string before, string after) => Verify(before, Edit.Remove, after);

    /// <summary>Each mark gets the edit; together they form one fix.</summary>
    public static async Task Verify(string before, Func<Origin, Edit> edit, string after)
    {
        var code = MarkedCode.Parse(before);
        var solution = MailProject.Create(code.Files);
        Assert.Empty(await solution.ErrorsAsync());
        var changed = await ApplyAsync(
            solution,
            [.. code.Files.SelectMany(file => file.Marks.Select(span => edit(OriginAt(file, span))))]
        );
        Assert.NotNull(changed);
        Assert.Equal(after, await changed.TextAsync(code));
        Assert.Empty(await changed.ErrorsAsync());
    }

    public static async Task NotOffered(string before, Func<Origin, Edit> edit)
    {
        var code = MarkedCode.Parse(before);
        var (file, span) = code.Files.SelectMany(file => file.Marks.Select(span => (file, span))).Single();
        Assert.Null(await ApplyAsync(MailProject.Create(code.Files), [edit(OriginAt(file, span))]));
    }

    public static async Task<Solution?> ApplyAsync(Solution solution, params Edit[] edits) =>
        (await new Draft(solution, new CSharpWriter()).TryApply([.. edits], solution.ProjectIds[0], default))?.Solution;

    public static Origin OriginAt(MarkedFile file, Microsoft.CodeAnalysis.Text.TextSpan span) =>
        new(
            Location.Create(CSharpSyntaxTree.ParseText(file.Text, path: file.Path), span),
            file.Text.Substring(span.Start, span.Length)
        );
}
