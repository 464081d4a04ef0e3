namespace M365Smtp.Analyzers.Tests.Settings;

/// <summary>web.config, app.config and the files of logging libraries.</summary>
public class XmlSectionTests
{
    public static TheoryData<string, string> Wrong =>
        new()
        {
            {
                "app settings with one first half",
                """<add key="StockHost" value="smtp.office365.com" /><add key="StockPort" value="{|SMTP1004:465|}" />"""
            },
            {
                "app settings with separators",
                """<add key="smtp:host" value="smtp.office365.com" /><add key="smtp:user" value="{|SMTP3001:ADATUM\feedback|}" />"""
            },
            {
                "app settings named after mail in different words",
                """<add key="MailServer" value="{|SMTP1001:smtp.live.com|}" /><add key="SmtpPort" value="{|SMTP1005:25|}" /><add key="EmailPassword" value="{|SMTP4003:Hazel-Condor-85|}" />"""
            },
        };

    public static TheoryData<string, string> Right =>
        new()
        {
            {
                "everything right",
                """<add key="SmtpHost" value="smtp.office365.com" /><add key="SmtpPort" value="587" /><add key="SmtpSsl" value="false" />"""
            },
            {
                "settings of something else",
                """<add key="SmtpHost" value="smtp.office365.com" /><add key="Port" value="8080" /><add key="DbPort" value="1433" /><add key="UserName" value="sa" />"""
            },
            {
                "another provider beside",
                """<add key="SpareHost" value="smtp.gmail.com" /><add key="SparePort" value="465" /><add key="SmtpHost" value="smtp.office365.com" />"""
            },
            {
                "a token that a release replaces",
                """<add key="SmtpHost" value="smtp.office365.com" /><add key="SmtpPassword" value="#{SmtpPassword}#" />"""
            },
            { "a comment", """<!-- <add key="SmtpHost" value="smtp.live.com" /> -->""" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task A_wrong_app_setting_is_reported_in_place(string story, string settings) => Judge(story, settings);

    [Theory]
    [MemberData(nameof(Right))]
    public Task A_right_app_setting_is_silent(string story, string settings) => Judge(story, settings);

    [Fact]
    public Task Mail_settings_are_judged_where_the_runtime_reads_them() =>
        Framework.Judge(
            (
                "web.config",
                MailSettings(
                    """host="{|SMTP1002:smtp.outlook.com|}" enableSsl="{|SMTP2001:false|}" port="{|SMTP1004:465|}" userName="{|SMTP3001:site|}" password="{|SMTP4003:Topaz-Marten-41|}" """
                )
            )
        );

    [Fact]
    public Task Mail_settings_leave_to_the_code_what_they_do_not_set() =>
        Framework.Judge(("web.config", MailSettings("""host="smtp.office365.com" userName="site@contoso.com" """)));

    [Fact]
    public Task Default_credentials_take_the_login_away() =>
        Framework.Judge(
            (
                "web.config",
                MailSettings(
                    """host="smtp.office365.com" port="587" defaultCredentials="{|SMTP4004:true|}" userName="site@contoso.com" """
                )
            )
        );

    [Fact]
    public Task Default_credentials_that_are_off_or_alone_do_no_harm() =>
        Framework.Judge(
            (
                "a/web.config",
                MailSettings(
                    """host="smtp.office365.com" port="587" defaultCredentials="false" userName="site@contoso.com" """
                )
            ),
            ("b/web.config", MailSettings("""host="smtp.office365.com" port="587" defaultCredentials="true" """))
        );

    [Fact]
    public Task Since_dotnet_5_mail_settings_are_never_read_and_their_switch_has_no_effect() =>
        new SettingsProject().Judge(
            (
                "app.config",
                MailSettings("""host="smtp.office365.com" enableSsl="false" port="587" """)
                    .Replace("<smtp ", "<{|SMTP1007:smtp|} ")
            )
        );

    [Fact]
    public Task A_section_that_is_never_read_is_reported_only_as_such_and_for_its_password() =>
        new SettingsProject().Judge(
            (
                "app.config",
                MailSettings(
                        """host="smtp.office365.com" port="465" userName="CONTOSO\site" password="{|SMTP4003:Hazel-Condor-85|}" defaultCredentials="true" """
                    )
                    .Replace("<smtp ", "<{|SMTP1007:smtp|} ")
            )
        );

    [Fact]
    public Task Since_dotnet_5_another_providers_mail_settings_are_silent() =>
        new SettingsProject().Judge(("app.config", MailSettings("""host="smtp.gmail.com" """)));

    [Theory]
    [InlineData(
        """<smtpHost value="smtp.office365.com" /><port value="587" /><enableSsl value="{|SMTP2001:false|}" />"""
    )]
    [InlineData(
        """<param name="SmtpHost" value="{|SMTP2001:smtp.office365.com|}" /><param name="Port" value="587" />"""
    )]
    [InlineData("""<smtpHost value="smtp.office365.com" /><port value="587" /><enableSsl value="true" />""")]
    public Task The_appender_of_log4net_uses_STARTTLS_or_no_TLS(string settings) =>
        new SettingsProject().Judge(
            (
                "log4net.config",
                $"""<log4net><appender name="Mail" type="log4net.Appender.SmtpAppender">{settings}</appender></log4net>"""
            )
        );

    [Theory]
    [InlineData(
        """<smtpHost value="smtp.office365.com" /><port value="587" /><enableSsl value="{|SMTP2003:true|}" />"""
    )]
    [InlineData(
        """<smtpHost value="smtp.office365.com" /><port value="587" /><enableSsl value="{|SMTP2001:false|}" />"""
    )]
    public Task The_MailKit_appender_of_the_same_name_differs(string settings) =>
        new SettingsProject().Judge(
            (
                "log4net.config",
                $"""<log4net><appender name="Mail" type="log4net.Appender.SmtpAppender, log4net.Ext.Mail">{settings}</appender></log4net>"""
            )
        );

    [Theory]
    [InlineData("NLog.MailKit", """smtpPort="587" enableSsl="{|SMTP2002:true|}" """)]
    [InlineData("NLog.MailKit", """smtpPort="587" secureSocketOption="StartTls" enableSsl="true" """)]
    [InlineData("NLog.MailKit", """smtpPort="587" requireTLS="true" """)]
    [InlineData("NLog", """smtpPort="587" enableSsl="true" """)]
    public Task The_mail_target_of_NLog_is_judged_where_its_library_is_known(string library, string settings) =>
        new SettingsProject { Uses = [library] }.Judge(
            (
                "nlog.config",
                $"""
                <nlog xmlns="http://www.nlog-project.org/schemas/NLog.xsd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <targets><target xsi:type="Mail" name="mail" smtpServer="smtp.office365.com" {settings}/></targets>
                </nlog>
                """
            )
        );

    [Fact]
    public Task The_error_mail_of_ELMAH_needs_useSsl() =>
        Framework.Judge(
            (
                "web.config",
                """
                <configuration>
                  <elmah><errorMail from="elmah@contoso.com" smtpServer="smtp.office365.com" smtpPort="587" useSsl="{|SMTP2001:false|}" userName="elmah@contoso.com" /></elmah>
                </configuration>
                """
            )
        );

    [Fact]
    public Task The_mail_job_of_Quartz_has_no_TLS_at_all() =>
        new SettingsProject().Judge(
            (
                "jobs.xml",
                """
                <job-scheduling-data><schedule><job><name>mail</name>
                  <job-type>Quartz.Job.SendMailJob, Quartz.Jobs</job-type>
                  <job-data-map>
                    <entry><key>smtp_host</key><value>{|SMTP2001:smtp.office365.com|}</value></entry>
                    <entry><key>smtp_port</key><value>587</value></entry>
                  </job-data-map>
                </job></schedule></job-scheduling-data>
                """
            )
        );

    [Theory]
    [InlineData("<configuration><appSettings><add key='SmtpHost' value='smtp.live.com' />")]
    [InlineData("<!DOCTYPE x [<!ENTITY h 'smtp.live.com'>]><configuration><smtp host='&h;' /></configuration>")]
    public Task A_broken_file_is_silent(string text) => new SettingsProject().Judge(("web.config", text));

    static SettingsProject Framework => new() { TargetFrameworkIdentifier = ".NETFramework" };

    static string MailSettings(string network) =>
        $"""
            <configuration>
              <system.net>
                <mailSettings>
                  <smtp deliveryMethod="Network" from="site@contoso.com">
                    <network {network}/>
                  </smtp>
                </mailSettings>
              </system.net>
            </configuration>
            """;

    static Task Judge(string story, string settings)
    {
        Assert.NotEmpty(story);
        return Framework.Judge(
            ("web.config", $"<configuration>\n  <appSettings>\n    {settings}\n  </appSettings>\n</configuration>")
        );
    }
}
