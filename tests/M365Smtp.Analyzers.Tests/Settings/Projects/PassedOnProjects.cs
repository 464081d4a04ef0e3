using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>Settings passed through the project's own code.</summary>
static class PassedOnProjects
{
    public static readonly MiniatureProject[] All =
    [
        new(
            "fields filled by the constructor",
            Json(Host + ", \"Port\": 587, \"Ssl\": «true|false|»"),
            (
                "Mailer.cs",
                """
                class Mailer {
                    readonly string host; readonly int port; readonly bool ssl;
                    public Mailer(IConfiguration config) {
                        host = config["Smtp:Host"]!;
                        port = config.GetValue<int>("Smtp:Port");
                        ssl = config.GetValue<bool>("Smtp:Ssl");«||SMTP2001»
                    }
                    public void Send(MailMessage message, string secret) {
                        using var smtp = new SmtpClient(host, port) { EnableSsl = ssl };
                        smtp.Credentials = new NetworkCredential("app@contoso.com", secret);
                        smtp.Send(message);
                    }
                }
                """
            )
        ),
        new(
            "properties that look up",
            Json(Host + ", \"Ssl\": «true|false|»"),
            (
                "Mailer.cs",
                """
                class Mailer(IConfiguration config) {
                    string Host => config["Smtp:Host"]!;
                    bool Ssl => config.GetValue<bool>("Smtp:Ssl");«||SMTP2001»
                    public void Send(MailMessage message, string secret) {
                        using var smtp = new SmtpClient(Host, 587) { EnableSsl = Ssl };
                        smtp.Credentials = new NetworkCredential("app@contoso.com", secret);
                        smtp.Send(message);
                    }
                }
                """
            )
        ),
        new(
            "an extension method around IConfiguration",
            Json(Host + ", \"Mode\": \"«StartTls|None|»\""),
            (
                "MailConfiguration.cs",
                """
                static class MailConfiguration {
                    public static string? Mail(this IConfiguration config, string key) => config["Smtp:" + key];
                }
                """
            ),
            Mailer(
                Kit(
                    "config.Mail(\"Host\")",
                    "587",
                    "Enum.Parse<SecureSocketOptions>(config.Mail(\"Mode\")!)«||SMTP2001»"
                )
            )
        ),
        new(
            "a section handed to a helper",
            Json(Host + ", \"Port\": 587, \"Ssl\": «true|false|»"),
            (
                "Mailer.cs",
                """
                class Mailer(IConfiguration config) {
                    public void Send(MailMessage message, string secret) {
                        using var smtp = Client(config.GetSection("Smtp"), secret);
                        smtp.Send(message);
                    }
                    static SmtpClient Client(IConfigurationSection section, string secret) => new(section["Host"], int.Parse(section["Port"]!)) {
                        EnableSsl = bool.Parse(section["Ssl"]!),«||SMTP2001»
                        Credentials = new NetworkCredential("app@contoso.com", secret),
                    };
                }
                """
            )
        ),
        new(
            "a static class of settings",
            Json(Host + ", \"Ssl\": «true|false|»"),
            (
                "MailSettings.cs",
                """
                static class MailSettings {
                    static readonly IConfiguration Smtp = Configuration.Root.GetSection("Smtp");
                    public static string? Host => Smtp["Host"];
                    public static bool Ssl => Smtp.GetValue<bool>("Ssl");
                }
                static class Configuration { public static IConfiguration Root { get; set; } = null!; }
                """
            ),
            Mailer(Net("MailSettings.Host", "587", "MailSettings.Ssl«||SMTP2001»"), "int unused")
        ),
        new(
            "TryParse",
            Json(Host + ", \"Port\": \"587\", \"Ssl\": «true|false|»"),
            Mailer(
                "int.TryParse(config[\"Smtp:Port\"], out var port); bool.TryParse(config[\"Smtp:Ssl\"], out var ssl); "
                    + Net("config[\"Smtp:Host\"]", "port", "ssl«||SMTP2001»")
            )
        ),
        new(
            "compared with a word",
            Json(Host + ", \"Ssl\": \"«yes|no|»\""),
            Mailer(Net("config[\"Smtp:Host\"]", "587", "config[\"Smtp:Ssl\"] == \"yes\"«||SMTP2001»"))
        ),
        new(
            "a nullable value ?? literal",
            Json(Host),
            Mailer(Kit("config[\"Smtp:Host\"]", "config.GetValue<int?>(\"Smtp:Port\") ?? «587|465|SMTP1004»"))
        ),
        new(
            "a nullable value of the file ?? literal",
            Json(Host + ", \"Port\": «587|465|SMTP1004»"),
            Mailer(Kit("config[\"Smtp:Host\"]", "config.GetValue<int?>(\"Smtp:Port\") ?? 25"))
        ),
        new(
            "an enum by its name",
            Json(Host + ", \"Mode\": \"«StartTls|SslOnConnect|»\""),
            Mailer(
                Kit(
                    "config[\"Smtp:Host\"]",
                    "587",
                    "Enum.Parse<SecureSocketOptions>(config[\"Smtp:Mode\"]!)«||SMTP2002»"
                )
            )
        ),
        new(
            "a switch that chooses the option",
            Json(Host + ", \"Ssl\": «false|true|»"),
            Mailer(
                Kit(
                    "config[\"Smtp:Host\"]",
                    "587",
                    "config.GetValue<bool>(\"Smtp:Ssl\") ? SecureSocketOptions.«StartTls|SslOnConnect|SMTP2002» : SecureSocketOptions.StartTls"
                )
            )
        ),
        new(
            "a section kept in a field",
            Json(Host + ", \"Ssl\": «true|false|»"),
            (
                "Mailer.cs",
                """
                class Mailer {
                    readonly IConfigurationSection smtp;
                    public Mailer(IConfiguration config) { smtp = config.GetSection("Smtp"); }
                    public void Send(MailMessage message, string secret) {
                        using var client = new SmtpClient(smtp["Host"], 587) { EnableSsl = Convert.ToBoolean(smtp["Ssl"]) };«||SMTP2001»
                        client.Credentials = new NetworkCredential("app@contoso.com", secret);
                        client.Send(message);
                    }
                }
                """
            )
        ),
        new(
            "a section in a field of a primary constructor",
            Json(Host + ", \"Ssl\": «true|false|»"),
            (
                "Mailer.cs",
                """
                class Mailer(IConfiguration config) {
                    readonly IConfigurationSection smtp = config.GetSection("Smtp");
                    public void Send(MailMessage message, string secret) {
                        using var client = new SmtpClient(smtp["Host"], 587) { EnableSsl = Convert.ToBoolean(smtp["Ssl"]) };«||SMTP2001»
                        client.Credentials = new NetworkCredential("app@contoso.com", secret);
                        client.Send(message);
                    }
                }
                """
            )
        ),
        new(
            "a client made at start-up",
            Json(Host + ", \"Port\": 587, \"Ssl\": «true|false|»"),
            (
                "Startup.cs",
                """
                static class Startup {
                    public static void Add(IServiceCollection services, IConfiguration config) {
                        services.AddTransient(_ => {
                            var mail = config.GetSection("Smtp");
                            return new SmtpClient(mail["Host"], mail.GetValue<int>("Port")) {
                                EnableSsl = mail.GetValue<bool>("Ssl"),«||SMTP2001»
                                Credentials = new NetworkCredential(mail["User"], mail["Password"]),
                            };
                        });
                    }
                }
                """
            )
        ),
        new(
            "top-level statements",
            Json(Host + ", \"Ssl\": «true|false|»"),
            (
                "Program.cs",
                """
                var config = new ConfigurationBuilder().Build();
                using var smtp = new SmtpClient(config["Smtp:Host"]!, 587);
                smtp.EnableSsl = config.GetValue<bool>("Smtp:Ssl");«||SMTP2001»
                smtp.Credentials = new NetworkCredential("app@contoso.com", Environment.GetEnvironmentVariable("SECRET"));
                smtp.Send("app@contoso.com", "customer@fabrikam.com", "", "");
                """
            )
        )
        {
            IsProgram = true,
        },
    ];
}
