namespace M365Smtp.Analyzers.Tests.Settings;

/// <summary>An environment sees the base file overridden by its own. Findings that need both files are reported one
/// level lower.</summary>
public class LayerTests
{
    [Fact]
    public Task A_port_of_the_base_file_is_named_where_an_environment_brings_it_to_Microsoft() =>
        Judge(
            """{ "Relay": { "Host": "smtp.gmail.com", "Port": 465 } }""",
            """{ "Relay": { "Host": "{|SMTP1004 Info:smtp.office365.com|}" } }"""
        );

    [Fact]
    public Task A_port_that_an_environment_changes_is_milder_than_one_written_beside_the_host() =>
        Judge(
            """{ "Relay": { "Host": "smtp.office365.com", "Port": 587 } }""",
            """{ "Relay": { "Port": {|SMTP1004 Info:465|} } }"""
        );

    [Fact]
    public Task What_one_file_says_alone_is_as_severe_as_ever() =>
        Judge(
            """{ "Pulse": { "Server": "smtp.office365.com", "Port": 587 } }""",
            """{ "Pulse": { "Server": "{|SMTP1001:mail.office365.com|}" } }"""
        );

    [Fact]
    public Task A_mistake_in_the_base_file_is_reported_once() =>
        Judge(
            """{ "Smtp": { "Host": "smtp.office365.com", "Port": {|SMTP1004:465|} } }""",
            """{ "Smtp": { "User": "app@contoso.com" } }"""
        );

    [Fact]
    public Task An_environment_may_put_right_what_it_changes() =>
        Judge(
            """{ "Smtp": { "Host": "smtp.gmail.com", "Port": 465, "User": "shop@gmail.com" } }""",
            """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "User": "app@contoso.com" } }"""
        );

    [Fact]
    public Task A_local_host_in_an_environment_is_right() =>
        Judge(
            """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "User": "app@contoso.com" } }""",
            """{ "Smtp": { "Host": "localhost", "Port": 25, "User": "me" } }"""
        );

    [Fact]
    public Task What_the_base_file_sets_is_not_unset_in_the_environment() =>
        Judge(
            """{ "Umbraco": { "CMS": { "Global": { "Smtp": { "Host": "smtp.gmail.com", "Port": 587, "SecureSocketOptions": "StartTls" } } } } }""",
            """{ "Umbraco": { "CMS": { "Global": { "Smtp": { "Host": "smtp.office365.com" } } } } }"""
        );

    [Fact]
    public Task A_file_of_another_folder_is_no_base() =>
        new SettingsProject().Judge(
            ("a/appsettings.json", """{ "Smtp": { "Host": "smtp.gmail.com", "Port": 465 } }"""),
            ("b/appsettings.Production.json", """{ "Smtp": { "Host": "smtp.office365.com" } }""")
        );

    [Fact]
    public Task An_environment_without_a_base_file_stands_alone() =>
        new SettingsProject().Judge(
            (
                "appsettings.Production.json",
                """{ "Smtp": { "Host": "smtp.office365.com", "Port": {|SMTP1004:465|} } }"""
            )
        );

    static Task Judge(string below, string above) =>
        new SettingsProject().Judge(("appsettings.json", below), ("appsettings.Production.json", above));
}
