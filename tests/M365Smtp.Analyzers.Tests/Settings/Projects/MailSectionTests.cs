namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>The ways in which code for .NET Framework reads the mailSettings of its configuration file.</summary>
public class MailSectionTests
{
    static readonly (string, string) Stubs = (
        "Stubs.cs",
        """
        namespace System.Configuration {
            public class Configuration { public extern object GetSectionGroup(string name); }
        }
        namespace System.Net.Configuration {
            public class MailSettingsSectionGroup { public extern SmtpSection Smtp { get; } }
        }
        namespace System.Web.Configuration {
            public static class WebConfigurationManager {
                public static extern object GetSection(string name);
                public static extern object GetSection(string name, string path);
                public static extern object GetWebApplicationSection(string name);
                public static extern System.Configuration.Configuration OpenWebConfiguration(string path);
            }
        }
        """
    );

    [Theory]
    [InlineData("(SmtpSection)AppConfig.GetSection(\"system.net/mailSettings/smtp\")", true)]
    [InlineData("(SmtpSection)AppConfig.GetSection(\"mailSettings/backup\")", false)]
    [InlineData("(SmtpSection)WebConfigurationManager.GetSection(\"system.net/mailSettings/smtp\")", true)]
    [InlineData("(SmtpSection)WebConfigurationManager.GetSection(\"system.net/mailSettings/smtp\", \"/shop\")", true)]
    [InlineData("(SmtpSection)WebConfigurationManager.GetSection(\"mailSettings/backup\", \"/shop\")", false)]
    [InlineData("(SmtpSection)WebConfigurationManager.GetWebApplicationSection(\"system.net/mailSettings/smtp\")", true)]
    [InlineData("((MailSettingsSectionGroup)WebConfigurationManager.OpenWebConfiguration(\"~\").GetSectionGroup(\"system.net/mailSettings\")).Smtp", true)]
    [InlineData("((MailSettingsSectionGroup)WebConfigurationManager.OpenWebConfiguration(\"~\").GetSectionGroup(\"backup/mailSettings\")).Smtp", false)]
    public async Task The_host_of_the_file_is_known_by(string section, bool found)
    {
        var project = new MiniatureProject(
            section,
            (
                "web.config",
                """<configuration><system.net><mailSettings><smtp><network host="smtp.office365.com" port="587" enableSsl="true" /></smtp></mailSettings></system.net></configuration>"""
            ),
            Stubs,
            (
                "Mailer.cs",
                $$"""
                using System.Net.Configuration; using System.Web.Configuration;
                class Mailer {
                    void Send(string token) {
                        var section = {{section}};
                        {{Code.Net("section.Network.Host", "section.Network.Port", "false")}}
                    }
                }
                """
            )
        )
        {
            IsNetFramework = true,
        };

        var findings = (await project.Findings(wrong: true)).Where(one =>
            one.StartsWith("SMTP2001", StringComparison.Ordinal)
        );

        Assert.Equal((section, found), (section, findings.Any()));
    }
}
