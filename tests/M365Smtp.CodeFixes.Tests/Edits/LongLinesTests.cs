using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>A line that a fix made too long is broken where one would break it by hand.</summary>
public class LongLinesTests
{
    /// <summary>A paragraph sign stands for a line break; the underscores make the line too long.</summary>
    static string Broken(string line)
    {
        var before = SourceText.From("class C\n{\n    " + line.Replace("_", new string('_', 40)) + "\n}\n");
        var start = before.Lines[2].Start + 4;
        var written = new TextChange(new TextSpan(start, before.Lines[2].End - start), before.ToString()[start..^3]);
        var changes = LongLines.Broken(before, [written], CSharpParseOptions.Default);
        var after = before.WithChanges(changes).ToString();
        return after["class C\n{\n    ".Length..^3].Replace(new string('_', 40), "_").Replace("\n    ", "¶");
    }

    [Theory]
    [InlineData("M x = new M { A = 1, B = { _, _, _ } };", "M x = new M¶{¶    A = 1,¶    B = { _, _, _ }¶};")]
    [InlineData(
        "M x = new M { A = _ /* a */, /* b */ B = _, C = _, };",
        "M x = new M¶{¶    A = _ /* a */,¶    /* b */ B = _,¶    C = _,¶};"
    )]
    [InlineData("int x = F(_, /* b */ _, _);", "int x = F(¶    _,¶    /* b */ _,¶    _);")]
    [InlineData("void F() { if (_ || _ || _) G(); }", "void F() { if (_ || _¶    || _) G(); }")]
    [InlineData("void F() { if (_||_||_) G(); }", "void F() { if (_||_¶    ||_) G(); }")]
    [InlineData("void F() { if (_ || _ || G(_, 2)) H(); }", "void F() { if (_ || _¶    || G(_, 2)) H(); }")]
    [InlineData(
        "void F() { if (_ || _ || _) G(new M { A = 1, B = 2 }); }",
        "void F() { if (_ || _¶    || _) G(new M { A = 1, B = 2 }); }"
    )]
    [InlineData("int x = F(_, new M { A = 1, B = 2 }, _, _);", "int x = F(¶    _,¶    new M { A = 1, B = 2 },¶    _,¶    _);")]
    [InlineData("int x = F(___);", "int x = F(___);")]
    [InlineData("M x = new M { A = ___ };", "M x = new M { A = ___ };")]
    public void It_is_broken(string line, string result) => Assert.Equal(result, Broken(line));
}
