using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Settings;

public class XmlSettingsReaderTests
{
    const string WebConfig = """
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <!-- <add key="SmtpPort" value="25" /> -->
          <appSettings>
            <add key="SmtpPort" value="465" />
            <add key="SmtpUser"
                 value='ADATUM\app &amp; co' />
          </appSettings>
          <connectionStrings>
            <add name="Mail" connectionString="Endpoint=smtp://smtp.office365.com:587" />
          </connectionStrings>
          <applicationSettings>
            <App.Properties.Settings>
              <setting name="Host" serializeAs="String">
                <value> smtp.office365.com </value>
              </setting>
            </App.Properties.Settings>
          </applicationSettings>
          <system.net>
            <mailSettings>
              <smtp from="app@adatum.com"><network host="smtp.office365.com" enableSsl="true" /></smtp>
            </mailSettings>
          </system.net>
          <log4net>
            <appender name="Mail" type="log4net.Appender.SmtpAppender">
              <smtpHost value="smtp.office365.com" />
              <param name="Port" value="587" />
            </appender>
          </log4net>
        </configuration>
        """;

    [Theory]
    [InlineData("appSettings:smtpport", "465")]
    [InlineData("connectionStrings:Mail", "Endpoint=smtp://smtp.office365.com:587")]
    [InlineData("applicationSettings:App.Properties.Settings:Host", "smtp.office365.com")]
    [InlineData("system.net:mailSettings:smtp:from", "app@adatum.com")]
    [InlineData("system.net:mailSettings:smtp:network:enableSsl", "true")]
    [InlineData("log4net:appender:type", "log4net.Appender.SmtpAppender")]
    [InlineData("log4net:appender:smtpHost", "smtp.office365.com")]
    [InlineData("log4net:appender:Port", "587")]
    public void A_value_is_found_by_its_key_at_its_location(string key, string value)
    {
        var setting = Read(WebConfig).Keys.Find(key)!;

        Assert.Equal((value, value), (setting.Value, setting.Origin.Text));
    }

    [Fact]
    public void Entities_are_resolved_and_the_place_keeps_the_letters()
    {
        var user = Read(WebConfig).Keys.Find("appSettings:SmtpUser")!;

        Assert.Equal(@"ADATUM\app & co", user.Value);
        Assert.Equal(@"ADATUM\app &amp; co", user.Origin.Text);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_all_kinds_leave_places_exact(string lineEnd)
    {
        // The line separator ends a line in the editor, but not in XML.
        var text = $"\uFEFF<c>{lineEnd}<a note='\u2028'/>{lineEnd}<smtp host = \"smtp.live.com\"/></c>";

        Assert.Equal("smtp.live.com", Read(text).Keys.Find("smtp:host")!.Origin.Text);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<a b='1' b='2'/>")]
    [InlineData("<a/><b/>")]
    [InlineData("""<!DOCTYPE a [<!ENTITY x "y">]><a b="&x;"/>""")]
    [InlineData("no xml")]
    public void A_broken_file_or_one_with_a_document_type_is_empty(string text) =>
        Assert.Equal((0, 0), (Read(text).Root.Settings.Length, Read(text).Root.Sections.Length));

    [Fact]
    public void What_nests_too_deep_is_empty_and_no_crash() =>
        Assert.Empty(
            Read(
                string.Concat(Enumerable.Repeat("<a>", 50_000)) + string.Concat(Enumerable.Repeat("</a>", 50_000))
            ).Root.Sections
        );

    [Fact]
    public void Any_beginning_of_a_file_is_read_without_a_crash_and_as_nothing()
    {
        for (var length = 0; length < WebConfig.Length; length++)
            Assert.Empty(Read(WebConfig[..length]).Root.Sections);
    }

    static SettingsFile Read(string text) => SettingsFile.Read("/app/web.config", SourceText.From(text));
}
