namespace M365Smtp.Analyzers.Tests.Settings;

/// <summary>Which settings belong to a host, where several hosts or one long list stand in a file.</summary>
public class SiblingTests
{
    static async Task<string> Of(string path, string text) =>
        string.Join(
            ' ',
            (
                await new SettingsProject { TargetFrameworkIdentifier = ".NETFramework" }.Run([
                    new SettingsProject.MemoryText("/app/" + path, text),
                ])
            )
                .OrderBy(one => one.Location.SourceSpan.Start)
                .Select(one =>
                    one.Id + "@" + text.Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length)
                )
        );

    [Theory]
    [InlineData("a child without a host", "\"Credentials\": { \"UserName\": \"mailer\" }", "SMTP3001@mailer")]
    [InlineData(
        "a child with a host of its own",
        "\"Backup\": { \"Host\": \"smtp.office365.com\", \"UserName\": \"app@contoso.com\", \"Port\": 465 }",
        "SMTP1004@465"
    )]
    [InlineData("a child that is commented out", "\"_Old\": { \"UserName\": \"mailer\" }", "")]
    [InlineData("a setting that is commented out", "\"//UserName\": \"mailer\"", "")]
    [InlineData(
        "two, of which one is named like the host",
        "\"User\": \"mailer\", \"MailUser\": \"app@contoso.com\"",
        "SMTP3001@mailer"
    )]
    [InlineData("two that compete", "\"User\": \"mailer\", \"Login\": \"sender7\"", "")]
    public async Task A_section(string story, string more, string found) =>
        Assert.Equal(
            (story, found),
            (story, await Of("appsettings.json", $$"""{ "Smtp": { "Host": "smtp.office365.com", {{more}} } }"""))
        );

    [Theory]
    [InlineData("SmtpHost", "SmtpPort", "SMTP1004@465")]
    [InlineData("Host", "Port", "SMTP1004@465")]
    [InlineData("SmtpHost", "Port", "")]
    [InlineData("SmtpHost", "FtpPort", "")]
    [InlineData("Orders.Smtp.Host", "Orders.Smtp.Port", "SMTP1004@465")]
    public async Task In_a_long_list_a_name_begins_alike(string host, string port, string found) =>
        Assert.Equal(
            found,
            await Of(
                "app.config",
                $"""
                <configuration><appSettings>
                  <add key="{host}" value="smtp.office365.com" /><add key="{port}" value="465" />
                </appSettings></configuration>
                """
            )
        );

    [Theory]
    [InlineData("SmtpUseSsl", "SMTP2002@SslOnConnect")]
    [InlineData("UseSsl", "")]
    public async Task In_a_long_list_a_TLS_switch_begins_like_its_host(string tls, string found) =>
        Assert.Equal(
            found,
            await Of(
                "app.config",
                $"""
                <configuration><appSettings>
                  <add key="SmtpHost" value="smtp.office365.com" /><add key="SmtpPort" value="587" />
                  <add key="{tls}" value="SslOnConnect" />
                </appSettings></configuration>
                """
            )
        );

    [Theory]
    [InlineData("", "SMTP1004@465")]
    [InlineData(", \"NewsHost\": \"mail.contoso.com\"", "")]
    [InlineData(", \"NewsHost\": \"\"", "SMTP1004@465")]
    [InlineData(", \"NewsHost\": \"not a host!\"", "SMTP1004@465")]
    public async Task Beside_one_host_a_bare_port_is_its_own(string more, string found) =>
        Assert.Equal(
            found,
            await Of(
                "appsettings.json",
                $$"""{ "Mail": { "OrdersHost": "smtp.office365.com", "Port": 465{{more}} } }"""
            )
        );

    [Theory]
    [InlineData("\"Gate\": 465", "SMTP1004@465")]
    [InlineData("\"Gate\": 466", "")]
    [InlineData("\"Gate\": 465, \"Retries\": 3", "")]
    public async Task The_only_number_is_a_port_where_it_means_mail(string more, string found) =>
        Assert.Equal(
            found,
            await Of("appsettings.json", $$"""{ "Smtp": { "Host": "smtp.office365.com", {{more}} } }""")
        );
}
