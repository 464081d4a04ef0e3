using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Settings;

public class SettingsIndexTests
{
    [Fact]
    public void A_key_has_the_base_value_and_what_each_environment_makes_of_it()
    {
        var index = Index(
            ("appsettings.json", """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587 } }"""),
            ("appsettings.Production.json", """{ "Smtp": { "Port": 465 } }"""),
            ("appsettings.Development.json", """{ "Smtp": { "Host": "localhost" } }""")
        );

        Assert.Equal(
            "=smtp.office365.com Development=localhost Production=smtp.office365.com",
            Show(index.Find("smtp:host"))
        );
        Assert.Equal("=587 Development=587 Production=465", Show(index.Find("Smtp:Port")));
    }

    [Fact]
    public void A_key_that_only_an_environment_sets_has_no_base_value() =>
        Assert.Equal(
            "Staging=25",
            Show(Index(("appsettings.json", "{}"), ("appsettings.Staging.json", """{ "Port": 25 }""")).Find("Port"))
        );

    [Fact]
    public void A_key_of_no_file_has_no_value() =>
        Assert.Empty(Index(("appsettings.json", """{ "Port": 25 }""")).Find("Smtp:Port"));

    [Fact]
    public void Two_unrelated_files_with_one_key_answer_nothing() =>
        Assert.Empty(
            Index(("a/appsettings.json", """{ "Port": 25 }"""), ("b/appsettings.json", """{ "Port": 587 }"""))
                .Find("Port")
        );

    [Fact]
    public void A_file_listed_twice_is_one_file() =>
        Assert.Equal(
            "=25",
            Show(
                Index(("appsettings.json", """{ "Port": 25 }"""), ("appsettings.json", """{ "Port": 25 }"""))
                    .Find("Port")
            )
        );

    [Fact]
    public void Array_members_are_found_by_index() =>
        Assert.Equal(
            "=smtp.live.com",
            Show(
                Index(("appsettings.json", """{ "Servers": [ { "Host": "a" }, { "Host": "smtp.live.com" } ] }"""))
                    .Find("Servers:1:Host")
            )
        );

    [Fact]
    public void A_bound_section_names_what_any_environment_puts_into_it() =>
        Assert.Equal(
            ["Host", "Port", "Auth"],
            Index(
                    ("appsettings.json", """{ "Smtp": { "Host": "a", "Port": 25 } }"""),
                    ("appsettings.Production.json", """{ "Smtp": { "host": "b", "Auth": { "User": "c" } } }""")
                )
                .FindSection("Smtp")
        );

    [Fact]
    public void App_settings_connection_strings_and_mail_settings_come_from_the_config_file()
    {
        var index = Index(
            (
                "Web.config",
                """
                <configuration>
                  <appSettings><add key="smtp:port" value="465" /></appSettings>
                  <connectionStrings><add name="Mail" connectionString="smtp://smtp.office365.com" /></connectionStrings>
                  <system.net><mailSettings><smtp from="a@contoso.com"><network host="smtp.live.com" /></smtp></mailSettings></system.net>
                </configuration>
                """
            )
        );

        Assert.Equal("=465", Show(index.FindAppSetting("smtp:port")));
        Assert.Equal("=smtp://smtp.office365.com", Show(index.FindConnectionString("Mail")));
        Assert.Equal("=a@contoso.com", Show(index.FindMailSetting("from")));
        Assert.Equal("=smtp.live.com", Show(index.FindMailSetting("network:host")));
        Assert.Empty(index.Find("appSettings:smtp:port"));
    }

    [Fact]
    public void A_connection_string_of_the_json_file_comes_first() =>
        Assert.Equal(
            "=smtp://a",
            Show(
                Index(("appsettings.json", """{ "ConnectionStrings": { "Mail": "smtp://a" } }"""))
                    .FindConnectionString("mail")
            )
        );

    [Fact]
    public void An_environment_variable_has_one_value_a_launch_profile() =>
        Assert.Equal(
            "http=25 https=587",
            Show(
                Index(
                        (
                            "Properties/launchSettings.json",
                            """
                            { "profiles": {
                              "http": { "environmentVariables": { "SMTP_PORT": "25" } },
                              "https": { "environmentVariables": { "SMTP_PORT": "587" } } } }
                            """
                        )
                    )
                    .FindEnvironmentVariable("SMTP_PORT")
            )
        );

    static SettingsIndex Index(params (string Path, string Text)[] files) =>
        new(files.Select(file => SettingsFile.Read(file.Path, SourceText.From(file.Text))).ToImmutableArray());

    static string Show(ImmutableArray<LayeredValue> values) =>
        string.Join(" ", values.Select(value => $"{value.Environment}={value.Setting.Value}"));
}
