using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>XML settings, and code whose settings are unknown.</summary>
static class ClassicProjects
{
    static readonly (string, string) NoArguments = Mailer(
        "using var smtp = new SmtpClient(); smtp.Send(\"app@contoso.com\", \"customer@fabrikam.com\", \"\", \"\");",
        "int unused"
    );

    public static readonly MiniatureProject[] All =
    [
        new(
            "AppSettings",
            AppSettings("«587|465|SMTP1004»"),
            Mailer(
                Net("AppConfig.AppSettings[\"SmtpHost\"]", "int.Parse(AppConfig.AppSettings[\"SmtpPort\"]!)"),
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "AppSettings, TLS",
            AppSettings("587", "«true|false|»"),
            Mailer(
                Net(
                    "AppConfig.AppSettings[\"SmtpHost\"]",
                    "587",
                    "bool.Parse(AppConfig.AppSettings[\"SmtpSsl\"]!)«||SMTP2001»"
                ),
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "AppSettings.Get, TLS in code",
            AppSettings("587"),
            Mailer(
                Net(
                    "AppConfig.AppSettings.Get(\"SmtpHost\")",
                    "Convert.ToInt32(AppConfig.AppSettings.Get(\"SmtpPort\"))",
                    "«true|false|SMTP2001»"
                ),
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "AppSettings by another name",
            AppSettings("«587|465|SMTP1004»"),
            (
                "Mailer.cs",
                $$"""
                class Mailer {
                    static readonly System.Collections.Specialized.NameValueCollection Settings = AppConfig.AppSettings;
                    public void Send(string token) {
                        if (!int.TryParse(Settings["SmtpPort"], out var port)) return;
                        {{Net("Settings.Get(\"SmtpHost\")", "port", "«true|false|SMTP2001»")}}
                    }
                }
                """
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "mailSettings on .NET Framework, port",
            MailSettings("port=\"«587|465|SMTP1004»\" enableSsl=\"true\""),
            NoArguments
        )
        {
            IsNetFramework = true,
        },
        new(
            "mailSettings on .NET Framework, TLS",
            MailSettings("port=\"587\" enableSsl=\"«true|false|SMTP2001»\""),
            NoArguments
        )
        {
            IsNetFramework = true,
        },
        new(
            "mailSettings on .NET Framework, TLS left out",
            MailSettings("port=\"587\" «enableSsl=\"true\"||»"),
            Mailer(
                "using var smtp = new SmtpClient(); smtp.Send(\"app@contoso.com\", \"customer@fabrikam.com\", \"\", \"\");«||SMTP2001»",
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "mailSettings on .NET Framework, TLS in code",
            MailSettings("port=\"587\" enableSsl=\"true\""),
            Mailer(
                "using var smtp = new SmtpClient(); smtp.EnableSsl = «true|false|SMTP2001»; smtp.Send(\"app@contoso.com\", \"customer@fabrikam.com\", \"\", \"\");",
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "mailSettings on .NET Framework, to a folder",
            (
                "web.config",
                """
                <configuration><system.net><mailSettings><smtp «deliveryMethod="SpecifiedPickupDirectory"|deliveryMethod="Network"|»>
                  <network host="smtp.office365.com" port="«25|465|SMTP1004»" enableSsl="«false|true|»" />
                </smtp></mailSettings></system.net></configuration>
                """
            ),
            Mailer(
                "using var smtp = new SmtpClient();«||SMTP4005» smtp.Send(\"app@contoso.com\", \"customer@fabrikam.com\", \"\", \"\");",
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "mailSettings since .NET 5",
            (
                "app.config",
                """
                <configuration><system.net>
                  <mailSettings><smtp>«||SMTP1007»
                    <«specifiedPickupDirectory pickupDirectoryLocation="c:\mail"|network host="smtp.office365.com" port="587"|»/>
                  </smtp></mailSettings>
                </system.net></configuration>
                """
            ),
            Mailer(Kit("config[\"Smtp:Host\"]", "587"))
        ),
        new(
            "mailSettings read as a section",
            MailSettings("port=\"587\" enableSsl=\"true\""),
            Section("system.net/mailSettings/smtp", "«section.Network.EnableSsl|false|SMTP2001»")
        )
        {
            IsNetFramework = true,
        },
        new(
            "another section of the same type",
            MailSettings("port=\"587\" enableSsl=\"true\""),
            Section("«mailSettings/backup|system.net/mailSettings/smtp|»", "false«||SMTP2001»")
        )
        {
            IsNetFramework = true,
        },
        new(
            "mailSettings, its defaultCredentials overruled by code",
            MailSettings("port=\"587\" enableSsl=\"true\" defaultCredentials=\"true\"«||SMTP4004»"),
            Mailer(
                "using var smtp = new SmtpClient(); «smtp.Credentials = new NetworkCredential(\"app@contoso.com\", token);||» smtp.Send(\"app@contoso.com\", \"customer@fabrikam.com\", \"\", \"\");",
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "a password whose name tells nothing, in AppSettings",
            (
                "app.config",
                """
                <configuration><appSettings>
                  <add key="SmtpHost" value="smtp.office365.com" />
                  <add key="Password" value="«${SMTP_PASSWORD}|Hazel-Condor-85|»" />
                </appSettings></configuration>
                """
            ),
            Mailer(
                Net(
                    "AppConfig.AppSettings[\"SmtpHost\"]",
                    "587",
                    password: "AppConfig.AppSettings[\"Password\"]«||SMTP4003»"
                ),
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "the password of another thing, in AppSettings",
            (
                "app.config",
                """
                <configuration><appSettings>
                  <add key="SmtpHost" value="smtp.office365.com" />
                  <add key="Password" value="Hazel-Condor-85" />
                  <add key="SmtpPassword" value="«${SMTP_PASSWORD}|Hazel-Condor-86|SMTP4003»" />
                </appSettings></configuration>
                """
            ),
            Mailer(
                Net("AppConfig.AppSettings[\"SmtpHost\"]", "587", password: "AppConfig.AppSettings[\"SmtpPassword\"]"),
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "AppSettings in a variable",
            AppSettings("587", "«true|false|»"),
            Mailer(
                "var settings = AppConfig.AppSettings; "
                    + Net(
                        "settings[\"SmtpHost\"]",
                        "int.Parse(settings[\"SmtpPort\"]!)",
                        "bool.Parse(settings[\"SmtpSsl\"]!)«||SMTP2001»"
                    ),
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        },
        new(
            "AppSettings behind a static class",
            AppSettings("587", "«true|false|»"),
            (
                "Settings.cs",
                "static class Settings { public static string? SmtpHost => AppConfig.AppSettings[\"SmtpHost\"]; public static bool SmtpSsl { get { return Convert.ToBoolean(AppConfig.AppSettings[\"SmtpSsl\"]); } } }"
            ),
            Mailer(Net("Settings.SmtpHost", "587", "Settings.SmtpSsl«||SMTP2001»"), "int unused")
        )
        {
            IsNetFramework = true,
        },
        new(
            "an unknown wrapper",
            (
                "Mailer.cs",
                """
                // over smtp
                interface ICourier { void Send(string server, int port, string login, bool ssl); }
                class Mailer { void Run(ICourier courier) {
                    courier.Send("smtp.office365.com", «587|465|SMTP1004», "app", false);
                } }
                """
            )
        ),
        new(
            "a preset",
            (
                "Presets.cs",
                """
                record Preset(string Name, string Server, int Port, bool Ssl);
                static class Presets { public static readonly List<Preset> All = [
                    new("Outlook smtp", "«smtp-mail.outlook.com|smtp.live.com|SMTP1001»", 587, true),
                    new("Gmail", "smtp.gmail.com", 465, true),
                ]; }
                """
            )
        ),
    ];

    static (string, string) Section(string name, string ssl) =>
        Mailer(
            $"var section = (System.Net.Configuration.SmtpSection)AppConfig.GetSection(\"{name}\"); "
                + Net(
                    "section.Network.Host",
                    "section.Network.Port",
                    ssl,
                    "section.Network.UserName",
                    "section.Network.Password"
                ),
            "int unused"
        );

    static (string, string) AppSettings(string port, string ssl = "true") =>
        (
            "web.config",
            $"""
            <configuration><appSettings>
              <add key="SmtpHost" value="smtp.office365.com" />
              <add key="SmtpPort" value="{port}" />
              <add key="SmtpSsl" value="{ssl}" />
            </appSettings></configuration>
            """
        );

    static (string, string) MailSettings(string network) =>
        (
            "web.config",
            $"""
            <configuration><system.net><mailSettings><smtp from="app@contoso.com">
              <network host="smtp.office365.com" userName="app@contoso.com" {network} />
            </smtp></mailSettings></system.net></configuration>
            """
        );
}
