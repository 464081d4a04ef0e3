using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests;

public class OfferedFixTests
{
    static readonly Origin At = new(Location.Create("/src/7:Mail.cs", new TextSpan(12, 3), default), "4:65\n");

    static readonly Finding Finding = new(At)
    {
        FixTitle = "Use port 587",
        Edits =
        [
            Edit.Replace(At, ""),
            Edit.SetProperty(At, "Port", "587"),
            Edit.SetArgument(At, "options", "global::X.Y"),
            Edit.Remove(At),
        ],
    };

    [Fact]
    public void What_the_analyzer_writes_the_fixer_reads()
    {
        var read = Read(OfferedFix.ToDiagnosticProperties(Finding, [Edit.Remove(At)]));
        Assert.Equal("Use port 587", read!.Title);
        Assert.Equal(Finding.Edits, read.Edits);
        Assert.Equal([Edit.Remove(At)], read.ClientEdits);
    }

    [Fact]
    public void A_guess_is_read_by_itself_and_beside_a_fix()
    {
        var guess = (Finding with { Edits = [] }).PerhapsFixedBy("Sign in as a@b.example", [Edit.Replace(At, "x")]);
        var alone = Read(OfferedFix.ToDiagnosticProperties(guess));
        Assert.Empty(alone!.Edits);
        Assert.Equal("Sign in as a@b.example", alone.Guess!.Title);
        var beside = Read(OfferedFix.ToDiagnosticProperties(guess with { Edits = Finding.Edits }));
        Assert.Equal(Finding.Edits, beside!.Edits);
        Assert.Equal(guess.GuessEdits, beside.Guess!.Edits);
    }

    [Fact]
    public void A_password_in_the_surrounding_code_is_not_carried()
    {
        const string code = """new SmtpClient("h") { Credentials = new NetworkCredential("u", @"S""ecret\") }""";
        var creation = new Origin(Location.Create("/src/Mail.cs", new TextSpan(0, code.Length), default), code);
        foreach (
            var edit in (Edit[])
                [
                    Edit.SetProperty(creation, "Port", "587"),
                    Edit.SetArgument(creation, "port", "587"),
                    Edit.Remove(creation),
                ]
        )
        {
            var written = OfferedFix.ToDiagnosticProperties(Finding with { Edits = [edit] }, [edit]);
            Assert.DoesNotContain(written.Values, value => value!.Contains("ecret"));
            Assert.Equal(edit.Expected, Assert.Single(Read(written)!.Edits).WithoutSecrets(code));
        }
    }

    [Theory]
    [InlineData("/src/App/Mail.cs", "/src/App/Mail.cs", "")]
    [InlineData("/src/Lib/Host.cs", "/src/App/Mail.cs", "../Lib/Host.cs")]
    [InlineData("/src/Host.cs", "/src/App/Deep/Mail.cs", "../../Host.cs")]
    [InlineData(@"C:\src\Lib\Host.cs", @"C:\src\App\Mail.cs", @"..\Lib\Host.cs")]
    [InlineData("Test1.cs", "Test0.cs", "Test1.cs")]
    public void No_absolute_path_is_carried(string path, string home, string carried)
    {
        Assert.Equal(carried, RelativePath.Of(path, home));
        Assert.Equal(path, RelativePath.Resolve(carried, home));
    }

    [Fact]
    public void Nor_a_path_on_another_drive() =>
        Assert.Equal("?", RelativePath.Of(@"D:\Users\ann\Host.cs", @"C:\src\Mail.cs"));

    [Fact]
    public void An_edit_of_another_file_is_carried_without_the_folders_above_both()
    {
        var other = Edit.Remove(new(Location.Create("/home/ann/src/Lib/Host.cs", new TextSpan(1, 2), default), "ab"));
        var home = new Origin(Location.Create("/home/ann/src/App/Mail.cs", new TextSpan(12, 3), default), "465");

        var written = OfferedFix.ToDiagnosticProperties(new Finding(home) { FixTitle = "Remove it", Edits = [other] });

        Assert.DoesNotContain(written.Values, value => value!.Contains("ann"));
        var read = OfferedFix.TryRead(
            Diagnostic.Create(
                new DiagnosticDescriptor("SMTP1004", "", "", "", DiagnosticSeverity.Warning, true),
                home.Location,
                written
            )
        );
        Assert.Equal("/home/ann/src/Lib/Host.cs", Assert.Single(read!.Edits).Path);
    }

    [Fact]
    public void A_finding_without_edits_offers_nothing()
    {
        Assert.Empty(OfferedFix.ToDiagnosticProperties(Finding with { Edits = [] }));
        Assert.Empty(OfferedFix.ToDiagnosticProperties(Finding with { FixTitle = null }));
        Assert.Null(Read(ImmutableDictionary<string, string?>.Empty));
    }

    [Fact]
    public void Anything_else_is_refused_and_nothing_throws()
    {
        var written = OfferedFix.ToDiagnosticProperties(Finding, [Edit.Remove(At)]);
        foreach (var (key, value) in written)
        {
            Assert.True(Read(written.SetItem(key, null)) is null);
            Assert.True(Read(written.SetItem(key, "")) is null);
            if (key.EndsWith("title", StringComparison.Ordinal))
                continue;
            for (var length = 1; length < value!.Length; length++)
                Assert.True(
                    Read(written.SetItem(key, value[..length]))
                        is null
                            or { Edits.Length: < 4 }
                            or { ClientEdits.Length: 0 }
                );
            foreach (
                var bad in (string[])
                    [
                        "x",
                        "-1:a",
                        "99999999999:a",
                        "3:ab",
                        ":",
                        value + "1",
                        value.Replace("2:12", "2:-1"),
                        value.Replace("2:12", "2:1x"),
                        value.Replace("6:Remove", "6:remove"),
                        value.Replace("6:Remove", "1:3"),
                        value.Replace("2:12", "10:2147483647"),
                    ]
            )
                Assert.True(Read(written.SetItem(key, bad)) is null, bad);
        }
    }

    static OfferedFix? Read(ImmutableDictionary<string, string?> properties) =>
        OfferedFix.TryRead(
            Diagnostic.Create(
                new DiagnosticDescriptor("SMTP1004", "", "", "", DiagnosticSeverity.Warning, true),
                At.Location,
                properties
            )
        );
}
