using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Settings;

/// <summary>A settings file while somebody types it, and one that begins oddly.</summary>
public class HalfTypedTests
{
    const string Json = """
        { "Smtp": { "Host": "smtp\t.\u006fffice365\n\\\"\/.com", "Port": 465, "Tls": true, "To": [ "a", 1, null ], }, // here
          oops, "Other": { "Host": "x" /* there */ "Port": -2.5e3 } } "more" { ] }
        """;

    [Fact]
    public void However_much_of_it_is_there_it_is_read()
    {
        for (var length = 0; length <= Json.Length; length++)
        {
            _ = Read("appsettings.json", Json[..length]).Keys;
            _ = Read("appsettings.json", Json[length..]).Keys;
        }
    }

    [Theory]
    [InlineData("""a\tb""", "a\tb")]
    [InlineData("""a\nb\rc\fd\be""", "a\nb\rc\fd\be")]
    [InlineData("""\u0041\u00e4""", "A\u00e4")]
    [InlineData("""\u0041""", "A")]
    [InlineData("""x\u004""", null)]
    [InlineData("""x\u00zz""", null)]
    [InlineData("""\\ \" \/""", "\\ \" /")]
    public void An_escape_is_one_character(string written, string? value) =>
        Assert.Equal(value, Read("appsettings.json", $$"""{ "Key": "{{written}}" }""").Keys.Find("Key")?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\n\n  ")]
    public void A_value_of_XML_stands_where_it_is_written_however_the_file_begins(string start)
    {
        var xml =
            start
            + "<configuration>\n<appSettings><add key=\"Host\" value=\"smtp.office365.com\" /></appSettings></configuration>";

        var host = Read("app.config", xml).Keys.Find("appSettings:Host");

        Assert.Equal(("smtp.office365.com", "smtp.office365.com"), (host?.Value, host?.Origin.Text));
    }

    static SettingsFile Read(string name, string text) => SettingsFile.Read("/app/" + name, SourceText.From(text));
}
