namespace M365Smtp.Analyzers.Tests.Settings;

/// <summary>The meaning of a TLS switch depends on the library that reads it, which a section's shape or a reference
/// shows.</summary>
public class LibrarySectionTests
{
    const string Abp =
        """{ "Settings": { "Abp.Mailing.Smtp.Host": "smtp.office365.com", "Abp.Mailing.Smtp.Port": "587", "Abp.Mailing.Smtp.EnableSsl": "VALUE" } }""";
    const string Fluent =
        """{ "Email": { "Server": "smtp.office365.com", "Port": 587, "UseSsl": VALUE, "User": "app@contoso.com", "RequiresAuthentication": true } }""";
    const string Cloudscribe =
        """{ "SmtpOptions": { "Server": "smtp.office365.com", "Port": 587, "UseSsl": VALUE } }""";

    [Theory]
    [InlineData("Volo.Abp.Emailing", "true")]
    [InlineData("Volo.Abp.Emailing", "{|SMTP2001:false|}")]
    [InlineData("Volo.Abp.MailKit", "{|SMTP2002:true|}")]
    [InlineData("Volo.Abp.MailKit", "{|SMTP2003:false|}")]
    [InlineData("Volo.Abp.Core", "false")]
    public Task One_key_of_ABP_means_the_opposite_under_its_two_libraries(string library, string value) =>
        Judge(library, Abp, value);

    [Fact]
    public Task With_both_of_them_MailKit_reads_the_key() =>
        new SettingsProject { Uses = ["Volo.Abp.Emailing", "Volo.Abp.MailKit"] }.Judge(
            ("appsettings.json", Abp.Replace("VALUE", "{|SMTP2002:true|}"))
        );

    [Fact]
    public Task A_library_is_known_by_its_types_too() =>
        new SettingsProject { Source = "namespace Volo.Abp.MailKit { public class AbpMailKitOptions { } }" }.Judge(
            ("appsettings.json", Abp.Replace("VALUE", "{|SMTP2002:true|}"))
        );

    [Theory]
    [InlineData("FluentEmail.MailKit", "{|SMTP2002:true|}")]
    [InlineData("FluentEmail.MailKit", "{|SMTP2003:false|}")]
    [InlineData("FluentEmail.Smtp", "true")]
    [InlineData("FluentEmail.Smtp", "false")]
    public Task UseSsl_of_FluentEmail_is_implicit_TLS(string library, string value) => Judge(library, Fluent, value);

    [Fact]
    public Task A_section_that_two_libraries_could_read_is_not_judged() =>
        new SettingsProject { Uses = ["FluentEmail.MailKit", "cloudscribe.Email.Senders"] }.Judge(
            (
                "appsettings.json",
                """{ "SmtpOptions": { "Server": "smtp.office365.com", "Port": 587, "UseSsl": true, "RequiresAuthentication": true } }"""
            )
        );

    [Theory]
    [InlineData("cloudscribe.Email.Senders", "true")]
    [InlineData("cloudscribe.Email.Senders", "{|SMTP2001:false|}")]
    [InlineData("Other", "false")]
    public Task UseSsl_of_cloudscribe_is_STARTTLS_on_587(string library, string value) =>
        Judge(library, Cloudscribe, value);

    [Theory]
    [InlineData("Skoruba.IdentityServer4.Shared.Configuration", "true")]
    [InlineData("Skoruba.IdentityServer4.Shared.Configuration", "{|SMTP2001:false|}")]
    [InlineData("Other", "false")]
    public Task UseSSL_of_Skoruba_is_STARTTLS(string library, string value) =>
        Judge(
            library,
            """{ "SmtpConfiguration": { "Host": "smtp.office365.com", "Port": 587, "Login": "id@contoso.com", "UseSSL": VALUE } }""",
            value
        );

    public static TheoryData<string, string> Wrong =>
        new()
        {
            {
                "Umbraco",
                """{ "Umbraco": { "CMS": { "Global": { "Smtp": { "Host": "smtp.office365.com", "Port": 587, "SecureSocketOptions": "{|SMTP2002:SslOnConnect|}" } } } } }"""
            },
            {
                "Umbraco's default, which an environment may change",
                """{ "Umbraco": { "CMS": { "Global": { "Smtp": { "Host": "{|SMTP2003 Info:smtp.office365.com|}", "Port": 587 } } } } }"""
            },
            {
                "Orchard Core",
                """{ "OrchardCore": { "OrchardCore_Email_Smtp": { "Host": "smtp.office365.com", "Port": 587, "EncryptionMethod": "{|SMTP2002:SSLTLS|}" } } }"""
            },
            {
                "Orchard Core choosing by itself",
                """{ "OrchardCore": { "OrchardCore_Email_Smtp": { "Host": "smtp.office365.com", "Port": 587, "AutoSelectEncryption": {|SMTP2003:true|}, "EncryptionMethod": "STARTTLS" } } }"""
            },
            {
                "Coravel, which has no switch",
                """{ "Coravel": { "Mail": { "Driver": "SMTP", "Host": "{|SMTP2003 Info:smtp.office365.com|}", "Port": 587, "From": { "Address": "{|SMTP3003:shop@contoso.com|}" }, "Username": "app@contoso.com" } } }"""
            },
            {
                "Serilog",
                """{ "Serilog": { "WriteTo": [ { "Name": "Console" }, { "Name": "Email", "Args": { "host": "smtp.office365.com", "port": {|SMTP1004:465|}, "connectionSecurity": "SslOnConnect" } } ] } }"""
            },
            {
                "Bitwarden",
                """{ "globalSettings": { "mail": { "smtp": { "host": "smtp.office365.com", "port": 25, "ssl": {|SMTP2002:true|} } } } }""".Replace(
                    "25",
                    "{|SMTP1005:25|}"
                )
            },
            {
                "Aspire",
                """{ "MailKit": { "Client": { "Endpoint": "{|SMTP2003:smtp|}://smtp.office365.com:587" } } }"""
            },
            {
                "VirtoCommerce",
                """{ "Notifications": { "Gateway": "Smtp", "DefaultSender": "shop@contoso.com", "Smtp": { "SmtpServer": "smtp.office365.com", "Port": 587, "ForceSslTls": {|SMTP2002:true|}, "Login": "shop@contoso.com" } } }"""
            },
            {
                "Optimizely, whose TLS nobody knows",
                """{ "EPiServer": { "Cms": { "Smtp": { "Network": { "Host": "smtp.office365.com", "Port": {|SMTP1004:465|}, "UseSsl": true, "UserName": "{|SMTP3001:shop|}" } } } } }"""
            },
            {
                "LubeLogger, whose TLS nobody knows",
                """{ "MailConfig": { "EmailServer": "smtp.office365.com", "EmailFrom": "car@contoso.com", "UseSSL": "false", "Port": {|SMTP1004:465|}, "Username": "car@contoso.com" } }"""
            },
            {
                "an address with implicit TLS",
                """{ "MailKit": { "Client": { "Endpoint": "{|SMTP2002:smtps|}://smtp.office365.com:587" } } }"""
            },
            {
                "an address with everything in it",
                """{ "MailKit": { "Client": { "Endpoint": "smtp://{|SMTP3001:mailer|}:{|SMTP4003:Hazel-Condor-85|}@smtp.office365.com:{|SMTP1004:465|}/?starttls=always" } } }"""
            },
        };

    public static TheoryData<string, string> Right =>
        new()
        {
            {
                "Umbraco",
                """{ "Umbraco": { "CMS": { "Global": { "Smtp": { "Host": "smtp.office365.com", "Port": 587, "SecureSocketOptions": "StartTls" } } } } }"""
            },
            {
                "Orchard Core",
                """{ "OrchardCore": { "OrchardCore_Email_Smtp": { "Host": "smtp.office365.com", "Port": 587, "EncryptionMethod": "STARTTLS" } } }"""
            },
            {
                "Orchard Core by number",
                """{ "OrchardCore": { "OrchardCore_Email_Smtp": { "Host": "smtp.office365.com", "Port": 587, "EncryptionMethod": 2 } } }"""
            },
            {
                "Serilog",
                """{ "Serilog": { "WriteTo": [ { "Name": "Email", "Args": { "host": "smtp.office365.com", "port": 587, "connectionSecurity": "StartTls" } } ] } }"""
            },
            {
                "Bitwarden overridden",
                """{ "globalSettings": { "mail": { "smtp": { "host": "smtp.office365.com", "port": 587, "ssl": true, "sslOverride": true } } } }"""
            },
            {
                "Aspire",
                """{ "MailKit": { "Client": { "Endpoint": "smtp://smtp.office365.com:587/?starttls=always" } } }"""
            },
            { "an address whose reader is not known", """{ "Mail": { "Server": "smtp://smtp.office365.com:587" } }""" },
            {
                "a switch in a word the library does not have",
                """{ "Umbraco": { "CMS": { "Global": { "Smtp": { "Host": "smtp.office365.com", "Port": 587, "SecureSocketOptions": "#{Tls}#" } } } } }"""
            },
            {
                "VirtoCommerce",
                """{ "Notifications": { "Smtp": { "SmtpServer": "smtp.office365.com", "Port": 587, "EnableSsl": true, "Login": "shop@contoso.com" } } }"""
            },
            {
                "Optimizely",
                """{ "EPiServer": { "Cms": { "Smtp": { "Network": { "Host": "smtp.office365.com", "Port": 587, "UseSsl": false } } } } }"""
            },
            {
                "Squidex",
                """{ "email": { "smtp": { "server": "smtp.office365.com", "sender": "cms@contoso.com", "username": "cms@contoso.com", "enableSsl": false, "port": 587 } } }"""
            },
            {
                "another provider",
                """{ "Umbraco": { "CMS": { "Global": { "Smtp": { "Host": "smtp.gmail.com", "Port": 465, "SecureSocketOptions": "SslOnConnect" } } } } }"""
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task A_sections_shape_shows_who_reads_it(string story, string settings) => Judge("", settings, story);

    [Theory]
    [MemberData(nameof(Right))]
    public Task What_is_right_for_its_reader_is_silent(string story, string settings) => Judge("", settings, story);

    [Fact]
    public Task An_address_is_MailKits_where_the_project_uses_it() =>
        new SettingsProject { Uses = ["MailKit"] }.Judge(
            (
                "appsettings.json",
                """{ "ConnectionStrings": { "Mail": "Endpoint={|SMTP2003:smtp|}://smtp.office365.com:587" } }"""
            )
        );

    static Task Judge(string library, string settings, string value) =>
        new SettingsProject { Uses = library.Length == 0 ? [] : [library] }.Judge(
            ("appsettings.json", settings.Replace("VALUE", value))
        );
}
