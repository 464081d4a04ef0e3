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
        Edits = [Edit.Replace(At, ""), Edit.SetProperty(At, "Port", "587"), Edit.SetArgument(At, "options", "global::X.Y"), Edit.Remove(At)],
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
    public void A_password_in_the_code_around_is_not_carried()
    {
        const string code = """new SmtpClient("h") { Credentials = new NetworkCredential("u", @"S""ecret\") }""";
        var creation = new Origin(Location.Create("/src/Mail.cs", new TextSpan(0, code.Length), default), code);
        foreach (var edit in (Edit[])[Edit.SetProperty(creation, "Port", "587"), Edit.SetArgument(creation, "port", "587"), Edit.Remove(creation)])
        {
            var written = OfferedFix.ToDiagnosticProperties(Finding with { Edits = [edit] }, [edit]);
            Assert.DoesNotContain(written.Values, value => value!.Contains("ecret"));
            Assert.Equal(edit.Expected, Assert.Single(Read(written)!.Edits).Writable(code));
        }
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
            if (key.EndsWith("title", StringComparison.Ordinal)) continue;
            for (var length = 1; length < value!.Length; length++) Assert.True(Read(written.SetItem(key, value[..length])) is null or { Edits.Length: < 4 } or { ClientEdits.Length: 0 });
            foreach (var bad in (string[])["x", "-1:a", "99999999999:a", "3:ab", ":", value + "1", value.Replace("2:12", "2:-1"), value.Replace("2:12", "2:1x"),
                                           value.Replace("6:Remove", "6:remove"), value.Replace("6:Remove", "1:3"), value.Replace("2:12", "10:2147483647")])
                Assert.True(Read(written.SetItem(key, bad)) is null, bad);
        }
    }

    static OfferedFix? Read(ImmutableDictionary<string, string?> properties) => OfferedFix.TryRead(
        Diagnostic.Create(new DiagnosticDescriptor("SMTP1004", "", "", "", DiagnosticSeverity.Warning, true), Location.None, properties));
}
