using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Imports;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>A using directive is inserted where its file sorts it.</summary>
public class UsingsTests
{
    static string? Added(string file, params string[] namespaces)
    {
        var text = SourceText.From(file);
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var position = new TextSpan(Math.Max(0, file.IndexOf("class", StringComparison.Ordinal)), 0);
        var changes = Usings.Adding(namespaces, new Place(null!, root, text, position));
        return changes is null ? null : text.WithChanges(changes).ToString();
    }

    [Theory]
    [InlineData("using System;|using Zoo;|", "MailKit", "using System;|using MailKit;|using Zoo;|")]
    [InlineData("using System;|using Zoo;|", "System.Net", "using System;|using System.Net;|using Zoo;|")]
    [InlineData("using Ant;|using System;|", "System.Net", "using Ant;|using System;|using System.Net;|")]
    [InlineData("using Ant;|using Zoo;|", "System.Net", "using System.Net;|using Ant;|using Zoo;|")]
    [InlineData("using Ant;|using System;|using Zoo;|", "MailKit", "using Ant;|using MailKit;|using System;|using Zoo;|")]
    [InlineData("using System;|using Systematic;|", "Rest", "using System;|using Rest;|using Systematic;|")]
    [InlineData("using Zoo;|", "MailKit", "using MailKit;|using Zoo;|")]
    [InlineData("using mailing;|using Zoo;|", "MailKit", "using mailing;|using MailKit;|using Zoo;|")]
    [InlineData("using Ant;|using static Zoo.Cage;|", "MailKit", "using Ant;|using MailKit;|using static Zoo.Cage;|")]
    [InlineData("using Ant;|using Cage = Ant.Cage;|", "MailKit", "using Ant;|using MailKit;|using Cage = Ant.Cage;|")]
    [InlineData("namespace N;|using Ant;|class C;", "MailKit", "namespace N;|using Ant;|using MailKit;|class C;")]
    [InlineData("namespace N {| using Ant;| class C;}", "MailKit", "namespace N {| using Ant;| using MailKit;| class C;}")]
    [InlineData("global using Ant;|using Zoo;|", "MailKit", "global using Ant;|using MailKit;|using Zoo;|")]
    public void It_is_sorted_in(string file, string added, string result) =>
        Assert.Equal(result.Replace('|', '\n'), Added(file.Replace('|', '\n'), added));

    [Fact]
    public void Several_at_one_place_keep_their_order() =>
        Assert.Equal(
            "using System;\nusing MailKit;\nusing MimeKit;\nusing Zoo;\n",
            Added("using System;\nusing Zoo;\n", "MimeKit", "MailKit")
        );

    [Fact]
    public void The_line_ends_of_the_file_are_kept() =>
        Assert.Equal("using Ant;\r\nusing MailKit;\r\n", Added("using Ant;\r\n", "MailKit"));

    [Theory]
    [InlineData("class C { }")]
    [InlineData("using static System.Math;")]
    [InlineData("using Cage = System.Math;")]
    [InlineData("global using Ant;")]
    [InlineData("namespace N { using Ant; } class C { }")]
    [InlineData("#if A\nusing Ant;\n#endif\nusing Zoo;")]
    public void A_file_without_its_own_list_is_left_alone(string file) => Assert.Null(Added(file, "MailKit"));

    [Fact]
    public void Where_none_is_needed_nothing_changes() => Assert.Equal("class C { }", Added("class C { }"));

    [Theory]
    [InlineData("class C { MailKit.Net.Smtp.SmtpClient c; }", true)]
    [InlineData("class C { object M() => MailKit.Net.Smtp.X; }", true)]
    [InlineData("using MailKit.Net.Smtp; class C { }", false)]
    [InlineData("class C { MailKit.Net.Imap.ImapClient c; }", false)]
    [InlineData("class C { string s = \"MailKit.Net.Smtp\"; }", false)]
    public void A_namespace_is_written_out(string file, bool isWritten) =>
        Assert.Equal(isWritten, Usings.WritesInFull(CSharpSyntaxTree.ParseText(file).GetRoot(), "MailKit.Net.Smtp"));
}
