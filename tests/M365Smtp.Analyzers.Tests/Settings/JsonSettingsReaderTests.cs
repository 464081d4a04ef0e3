using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Settings;

public class JsonSettingsReaderTests
{
    [Fact]
    public void A_value_knows_its_key_and_its_exact_place()
    {
        var port = Read("""{ "Smtp": { "Host": "smtp.office365.com", "Port": 465 } }""").Keys.Find("smtp:PORT");

        Assert.Equal("465", port!.Value);
        Assert.Equal("465", port.Origin.Text);
        Assert.Equal(50, port.Span.Start);
        Assert.Equal((0, 50), Position(port));
    }

    [Fact]
    public void The_span_of_a_string_excludes_its_quotes()
    {
        var host = Read("""{ "Host": "smtp.office365.com" }""").Keys.Find("Host");

        Assert.Equal("smtp.office365.com", host!.Origin.Text);
        Assert.Equal((0, 11), Position(host));
    }

    [Fact]
    public void Comments_and_trailing_commas_are_no_part_of_it()
    {
        var file = Read(
            """
            // mail
            {
              "Smtp": { /* "Port": 25, */
                "Port": 587, // not 465
                "To": [ "a@contoso.com", "b@contoso.com", ],
              },
            }
            // end
            """
        );

        Assert.Equal("587", file.Keys.Find("Smtp:Port")!.Value);
        Assert.Equal("b@contoso.com", file.Keys.Find("Smtp:To:1")!.Value);
        Assert.Equal((3, 12), Position(file.Keys.Find("Smtp:Port")!));
    }

    [Fact]
    public void The_last_of_a_key_wins_also_over_two_objects_of_one_name() =>
        Assert.Equal(
            ("587", "b"),
            Both(
                Read("""{ "Smtp": { "Port": 25, "User": "a", "port": 465 }, "Smtp": { "Port": 587, "User": "b" } }"""),
                "Smtp:Port",
                "Smtp:User"
            )
        );

    [Theory]
    [InlineData("\uFEFF{ \"a\": 1 }", 7 + 1)]
    [InlineData("{\r\n\"a\": 1 }", 8)]
    [InlineData("{\r\"a\": 1 }", 7)]
    public void A_mark_at_the_start_and_any_line_end_leave_places_exact(string text, int start) =>
        Assert.Equal(start, Read(text).Keys.Find("a")!.Span.Start);

    [Fact]
    public void Escapes_are_resolved_and_the_place_keeps_the_letters()
    {
        var user = Read("""{ "User": "CONTOSO\\app\u0040x\"\/\n" }""").Keys.Find("User")!;

        Assert.Equal("CONTOSO\\app@x\"/\n", user.Value);
        Assert.Equal("""CONTOSO\\app\u0040x\"\/\n""", user.Origin.Text);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("-1.5e+3")]
    public void Words_and_numbers_are_read_as_written(string word) =>
        Assert.Equal(word, Read($$"""{ "a": {{word}} }""").Keys.Find("a")!.Value);

    [Fact]
    public void Null_is_a_setting_without_a_value() => Assert.Null(Read("""{ "a": null }""").Keys.Find("a")!.Value);

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("""{ "a": }""")]
    [InlineData("""{ "a": 1 "b": 2 }""")]
    [InlineData("""{ "a": 1,, "b": 2 }""")]
    [InlineData("""{ "a": nothing }""")]
    [InlineData("""{ "a": "\q" }""")]
    [InlineData("{ \"a\": \"two\nlines\" }")]
    [InlineData("""{ "a": 1 } x""")]
    [InlineData("""{ "a": [1} ]""")]
    public void A_broken_file_is_empty(string text) => Assert.Empty(Read(text).Root.Settings);

    [Fact]
    public void What_nests_deeper_than_configuration_reads_is_empty_and_no_crash()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 200_000)) + "1" + new string('}', 200_000);

        Assert.Empty(Read(deep).Root.Sections);
    }

    [Fact]
    public void Ten_megabytes_are_left_alone()
    {
        var huge = "{ \"a\": [" + string.Concat(Enumerable.Repeat("\"smtp.live.com\",", 700_000)) + "] }";

        Assert.Empty(Read(huge).Root.Sections);
    }

    [Fact]
    public void Every_value_written_is_read_back_from_its_place()
    {
        var random = new Random(365);
        for (var round = 0; round < 300; round++)
        {
            var written = new RandomJson(random);
            var file = Read(written.Text);

            foreach (var (key, value, start) in written.Values)
            {
                var setting = file.Keys.Find(key);
                Assert.Equal((value, start), (setting?.Value, setting?.Span.Start ?? -1));
            }
        }
    }

    [Fact]
    public void A_key_that_is_looked_up_is_what_a_walk_through_the_whole_file_finds()
    {
        var random = new Random(587);
        for (var round = 0; round < 300; round++)
        {
            var file = Read(new RandomJson(random).Text);
            var whole = new SettingsBranch(file.Root);

            Assert.Equal(whole.Names(""), file.Keys.Names("").OrderBy(name => whole.Names("").IndexOf(name)));
            foreach (var name in whole.Names(""))
            {
                Assert.Equal(whole.Find(name), file.Keys.Find(name));
                Assert.Equal(whole.Names(name), file.Keys.Names(name));
                foreach (var inner in whole.Names(name))
                    Assert.Equal(whole.Find($"{name}:{inner}"), file.Keys.Find($"{name}:{inner}"));
            }
        }
    }

    [Fact]
    public void A_long_file_is_read_exactly_wherever_its_pieces_end()
    {
        for (var padding = 4040; padding < 4110; padding++)
        {
            var file = Read(
                $$"""{ "Other": { "Text": "{{new string('x', padding)}}" }, /* * / */ "Mail": { "Host": "smtp.office365.com", "User": "CONTOSO\\app\u0040" } }"""
            );

            Assert.Equal(
                ("smtp.office365.com", @"CONTOSO\app@"),
                (Assert.Single(file.Hosts).Setting.Value, file.Keys.Find("Mail:User")!.Value)
            );
            Assert.Equal("smtp.office365.com", file.Hosts[0].Setting.Origin.Text);
        }
    }

    [Fact]
    public void What_is_broken_anywhere_leaves_no_host_and_no_key()
    {
        var file = Read("""{ "Mail": { "Host": "smtp.office365.com" }, "Other": { "a": 1 "b": 2 } }""");

        Assert.Empty(file.Hosts);
        Assert.Null(file.Keys.Find("Mail:Host"));
    }

    [Fact]
    public void A_key_with_colons_is_a_path() =>
        Assert.Equal(
            ("smtp.office365.com", "587"),
            Both(Read("""{ "Smtp:Host": "smtp.office365.com", "Smtp": { "Port": 587 } }"""), "Smtp:Host", "Smtp:Port")
        );

    [Fact]
    public void Any_beginning_of_a_file_is_read_without_a_crash_and_as_nothing()
    {
        var text = new RandomJson(new Random(7)).Text.TrimEnd();
        for (var length = 0; length < text.Length; length++)
            Assert.Empty(Read(text[..length]).Root.Settings);
    }

    static (string?, string?) Both(SettingsFile file, string one, string other) =>
        (file.Keys.Find(one)?.Value, file.Keys.Find(other)?.Value);

    static (int, int) Position(Setting setting) =>
        setting.Origin.Location.GetLineSpan().StartLinePosition is var at ? (at.Line, at.Character) : default;

    static SettingsFile Read(string text) => SettingsFile.Read("/app/appsettings.json", SourceText.From(text));
}
