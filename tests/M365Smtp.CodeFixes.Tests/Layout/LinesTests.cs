using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Layout;

/// <summary>What goes with a piece of code that is deleted, and what stands around it.</summary>
public class LinesTests
{
    [Theory]
    [InlineData("a;\n  [|b;|]\nc;", "a;\nc;")]
    [InlineData("a;\n  [|b;|]  \nc;", "a;\nc;")]
    [InlineData("a;\n  [|b\n  .c();|]\nd;", "a;\nd;")]
    [InlineData("a; [|b;|] c;", "a; c;")]
    [InlineData("a;\t [|b;|]\t c;", "a;\t c;")]
    [InlineData("a;[|b;|]c;", "a;c;")]
    [InlineData("  [|b;|]  c;", "  c;")]
    [InlineData("  [|b;|] // c", "  // c")]
    [InlineData("a; [|b;|]", "a;")]
    [InlineData("a; [|b;|]\nc;", "a;\nc;")]
    [InlineData("[|b;|]", "")]
    [InlineData("[|b;|]\r\nc;", "c;")]
    [InlineData("a;\n\n[|b;|]\n\nc;", "a;\n\n\nc;")]
    public void A_member_goes_with_its_line(string before, string after) =>
        Assert.Equal((before, after), (before, Without(before, (text, span) => text.WithItsLine(span))));

    [Theory]
    [InlineData("{\n  [|b;|]\n\n  c;\n}", "{\n  c;\n}")]
    [InlineData("F(() => {\n  [|b;|]\n\n  c;\n}", "F(() => {\n  c;\n}")]
    [InlineData("a;\n\n[|b;|]\n\nc;", "a;\n\nc;")]
    [InlineData("a;\n\n[|b;|]\n  \nc;", "a;\n\nc;")]
    [InlineData("{\n  a;\n\n  [|b;|]\n}", "{\n  a;\n}")]
    [InlineData("{\n  a;\n \n  [|b;|]\n});", "{\n  a;\n});")]
    [InlineData("a;\n[|b;|]\n\nc;", "a;\n\nc;")]
    [InlineData("a;\n\n[|b;|]\nc;", "a;\n\nc;")]
    [InlineData("a;\n[|b;|]\nc;", "a;\nc;")]
    [InlineData("{\n[|b;|]\n}", "{\n}")]
    [InlineData("[|b;|]\n\nc;", "c;")]
    [InlineData("a;\n\n[|b;|] // c\n}", "a;\n\n// c\n}")]
    [InlineData("a; [|b;|]\n\nc;", "a;\n\nc;")]
    [InlineData("a;\n\n[|b;|]", "a;\n\n")]
    public void A_statement_leaves_no_surplus_empty_line(string before, string after) =>
        Assert.Equal((before, after), (before, Without(before, (text, span) => text.WithItsLines(span))));

    static string Without(string marked, Func<SourceText, TextSpan, TextSpan> span)
    {
        var file = MarkedFile.Parse("Mail.cs", marked);
        var text = SourceText.From(file.Text);
        return $"{text.WithChanges(new TextChange(span(text, file.Marks[0]), ""))}";
    }

    [Theory]
    [InlineData("a", "\n")]
    [InlineData("a\nb", "\n")]
    [InlineData("a\r\nb", "\r\n")]
    public void The_line_break_is_that_of_the_line(string text, string lineBreak) =>
        Assert.Equal(lineBreak, SourceText.From(text).LineBreak(0));

    [Fact]
    public void The_last_line_gets_the_usual_line_break() => Assert.Equal("\n", SourceText.From("a\r\nb").LineBreak(3));

    [Theory]
    [InlineData("a", "")]
    [InlineData("  a", "  ")]
    [InlineData("\t a b", "\t ")]
    public void The_indentation_is_what_the_line_begins_with(string line, string indentation) =>
        Assert.Equal(indentation, SourceText.From("x\n" + line + "\ny").Indentation(3));

    [Theory]
    [InlineData("a", 2, true)]
    [InlineData("  a", 4, true)]
    [InlineData("  ab", 5, false)]
    public void Code_is_first_on_its_line_after_blanks_only(string line, int position, bool isFirst) =>
        Assert.Equal(isFirst, SourceText.From("x\n" + line).IsFirstOnLine(position));

    [Fact]
    public void Places_are_on_one_line_or_not()
    {
        var text = SourceText.From("ab\nc");
        Assert.True(text.AreOnOneLine(0, 1));
        Assert.True(text.AreOnOneLine(1, 0));
        Assert.False(text.AreOnOneLine(1, 3));
    }

    [Theory]
    [InlineData("a; // b\nc;", 7)]
    [InlineData("a; /* b */ c;", 11)]
    [InlineData("a;\nc;", 2)]
    [InlineData("a;", 2)]
    public void A_comment_behind_a_token_belongs_to_it(string code, int end) =>
        Assert.Equal(
            (code, end),
            (code, SyntaxFactory.ParseCompilationUnit(code).DescendantTokens().ElementAt(1).EndOfLine())
        );

    [Theory]
    [InlineData("{\n[|    a;\n|]\n    b;\n}\n", "{\n    b;\n}\n")]
    [InlineData("{\n\n    b;[| a;|]\n}\n", "{\n\n    b;\n}\n")]
    [InlineData("a;\n\n[|b;\n|]\nc;\n", "a;\n\nc;\n")]
    [InlineData("a;\n[|b;\n|]\nc;\n", "a;\n\nc;\n")]
    [InlineData("a;\n\n\nb;[| c;|]\n", "a;\n\n\nb;\n")]
    [InlineData("[|a;|]\n\nb;\n", "\nb;\n")]
    [InlineData("{[| a;|]\n  \n    b;\n}", "{\n    b;\n}")]
    [InlineData("{\n\n[|    a;\n|]    b;\n}", "{\n\n    b;\n}")]
    [InlineData("{\n\n[|    a;\n|]\n    b;\n}", "{\n\n    b;\n}")]
    public void No_empty_line_is_left_that_was_not_there(string marked, string after)
    {
        var file = MarkedFile.Parse("Mail.cs", marked);
        var text = SourceText.From(file.Text);
        var changes = EmptyLines.WithoutNew(text, [new TextChange(file.Marks[0], "")]);
        Assert.Equal((marked, after), (marked, $"{text.WithChanges(changes)}"));
    }

    [Theory]
    [InlineData(240, "[|0|]", "        x = READ ?? throw new E();\n")]
    [InlineData(241, "[|0|]", "        x = READ\n            ?? throw new E();\n")]
    [InlineData(240, "READ[||]", "        x = READ ?? throw new E();\n")]
    [InlineData(241, "READ[||]", "        x = READ\n            ?? throw new E();\n")]
    public void A_throw_gets_its_own_line_where_the_read_fills_one(int width, string value, string after)
    {
        const string Throw = " ?? throw new E()";
        var read = new string('r', width - "        x = ;".Length - Throw.Length);
        string Method(string line) =>
            $"class C\n{{\n    void M()\n    {{\n{line.Replace("READ", read, StringComparison.Ordinal)}    }}\n}}\n";
        var file = MarkedFile.Parse("Mail.cs", Method($"        x = {value};\n"));
        var text = SourceText.From(file.Text);
        var changes = LongLines.BrokenBeforeThrow(
            text,
            [new TextChange(file.Marks[0], (file.Marks[0].IsEmpty ? "" : read) + Throw)],
            CSharpSyntaxTree.ParseText(text).GetRoot()
        );
        Assert.Equal(Method(after), $"{text.WithChanges(changes)}");
    }
}
