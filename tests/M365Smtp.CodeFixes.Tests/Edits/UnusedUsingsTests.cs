using M365Smtp.CodeFixes.Imports;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>A fix takes along the using directives that only the removed code needed.</summary>
public class UnusedUsingsTests
{
    const string Removed = "object removed = ";

    /// <summary>The file without its removed field.</summary>
    static async Task<string> AfterAsync(string file, DocumentationMode documentation = DocumentationMode.Parse)
    {
        var created = MailProject.Create([new MarkedFile("/src/Mail.cs", file, [])]).Projects.Single();
        var options = (CSharpParseOptions)created.ParseOptions!;
        var project = created.WithParseOptions(options.WithDocumentationMode(documentation));
        var start = file.IndexOf(Removed, StringComparison.Ordinal);
        var field = TextSpan.FromBounds(start, file.IndexOf(';', start) + 2);
        var changes = await UnusedUsings.Removed(project.Documents.First(), [new TextChange(field, "")], default);
        return SourceText.From(file).WithChanges(changes).ToString();
    }

    [Theory]
    [InlineData("using System.Text;\nclass C { object removed = new StringBuilder(); }")]
    [InlineData("using Builder = System.Text.StringBuilder;\nclass C { object removed = new Builder(); }")]
    [InlineData("using static System.Math;\nclass C { object removed = Abs(1); }")]
    [InlineData("using System.Text; // for the body\nclass C { object removed = new StringBuilder(); }")]
    // A global using repeats it.
    [InlineData("using System.Net;\nclass C { object removed = new NetworkCredential(); }")]
    [InlineData("using System.Net;\nusing System.Text;\nclass C { object removed = (new Cookie(), Encoding.UTF8); }")]
    public async Task What_only_the_removed_code_needed_goes(string file) =>
        Assert.Equal("class C { }", await AfterAsync(file));

    [Theory]
    [InlineData("using System.Text;\nclass C { object removed = new StringBuilder(); Encoding e = Encoding.UTF8; }")]
    [InlineData("using System.Text;\nclass C { object removed = new object(); }")]
    [InlineData("using System.Net;\nclass C { object removed = new object(); }")]
    [InlineData("using System.Net;\nclass C { object removed = new NetworkCredential(); Cookie c = new(); }")]
    public async Task What_is_needed_or_was_needless_before_stays(string file) =>
        Assert.StartsWith(file[..file.IndexOf('\n', StringComparison.Ordinal)], await AfterAsync(file));

    [Fact]
    public async Task A_project_need_not_generate_documentation() =>
        Assert.Equal(
            "class C { }",
            await AfterAsync(
                "using System.Text;\nclass C { object removed = new StringBuilder(); }",
                DocumentationMode.None
            )
        );
}
