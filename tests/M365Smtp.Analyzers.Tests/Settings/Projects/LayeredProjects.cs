using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>Values that an environment may change.</summary>
static class LayeredProjects
{
    static readonly (string, string) Options = (
        "LayeredOptions.cs",
        """
        record LayeredOptions {
            public required string Host { get; init; }
            public int Port { get; init; }
            public SecureSocketOptions Security { get; init; } = SecureSocketOptions.StartTls;
        }
        static class Startup { public static void Add(IServiceCollection services, IConfiguration config) => services.Configure<LayeredOptions>(config.GetSection("Smtp")); }
        """
    );

    static readonly (string, string) ByKey = Mailer(
        Kit("config[\"Smtp:Host\"]", "config.GetValue<int>(\"Smtp:Port\")")
    );

    public static readonly MiniatureProject[] All =
    [
        new(
            "an environment's port",
            Json(Host + ", \"Port\": 587"),
            Json("\"Port\": «587|465|SMTP1004»", "appsettings.Production.json"),
            ByKey
        ),
        new(
            "an environment's host",
            Json("\"Host\": \"mailpit\", \"Port\": «587|465|»"),
            Json("«||SMTP1004»" + Host, "appsettings.Production.json"),
            ByKey
        ),
        new(
            "a Development layer aimed at",
            Json(Host + ", \"Port\": 587"),
            Json(
                "\"Host\": \"«localhost|smtp.live.com|SMTP1001»\", \"Port\": «25|587|»",
                "appsettings.Development.json"
            ),
            ByKey
        ),
        new(
            "a TLS switch of another layer",
            Json(Host + ", \"Port\": 587, \"Ssl\": true"),
            Json("\"Ssl\": «true|false|»", "appsettings.Production.json"),
            Mailer(Net("config[\"Smtp:Host\"]", "587", "config.GetValue<bool>(\"Smtp:Ssl\")«||SMTP2001»"))
        ),
        new(
            "a TLS switch that only another layer has",
            Json(Host),
            Json("«\"Host\": \"localhost\", ||»\"Ssl\": false", "appsettings.Development.json"),
            Mailer(Net("config[\"Smtp:Host\"]", "587", "config.GetValue(\"Smtp:Ssl\", true)«||SMTP2001»"))
        ),
        new(
            "a member that only another layer has",
            Json(Host + ", \"Port\": 587"),
            Json("«\"Host\": \"localhost\", ||»\"Security\": \"None\"", "appsettings.Development.json"),
            Options,
            Mailer(
                Kit("options.Value.Host", "options.Value.Port", "options.Value.Security«||SMTP2001»"),
                "IOptions<LayeredOptions> options"
            )
        ),
        new(
            "a TLS switch that Production has and the base file has not",
            Json(Host),
            Json("\"Ssl\": «true|false|»", "appsettings.Production.json"),
            Json("\"Host\": \"localhost\", \"Ssl\": false", "appsettings.Development.json"),
            Mailer(Net("config[\"Smtp:Host\"]", "587", "config.GetValue<bool>(\"Smtp:Ssl\")«||SMTP2001»"))
        ),
        new(
            "a member that Production has and the base file has not",
            Json(Host + ", \"Port\": 587"),
            Json("\"Ssl\": «true|false|»", "appsettings.Production.json"),
            Json("\"Host\": \"localhost\", \"Ssl\": false", "appsettings.Development.json"),
            (
                "SslOptions.cs",
                """
                class SslOptions { public string Host { get; set; } = ""; public int Port { get; set; } public bool Ssl { get; set; } }
                static class Startup { public static void Add(IServiceCollection services, IConfiguration config) => services.Configure<SslOptions>(config.GetSection("Smtp")); }
                """
            ),
            Mailer(
                Net("options.Value.Host", "options.Value.Port", "options.Value.Ssl«||SMTP2001»"),
                "IOptions<SslOptions> options"
            )
        ),
        new(
            "a password that Production has, with a literal instead",
            Json(Host),
            Json("\"Password\": \"\"", "appsettings.Production.json"),
            Mailer(
                Net(
                    "config[\"Smtp:Host\"]",
                    "587",
                    password: "config[\"Smtp:Password\"] ?? \"«|Tundra!Pepper19|SMTP4003»\""
                )
            )
        ),
        new(
            "environment variable ?? literal host",
            Mailer(
                Kit(
                    "Environment.GetEnvironmentVariable(\"SMTP_HOST\") ?? \"«smtp.office365.com|smtp.office.com|SMTP1001»\"",
                    "587"
                )
            )
        ),
        new(
            "environment variable ?? literal host, port in code",
            Mailer(
                Kit("Environment.GetEnvironmentVariable(\"SMTP_HOST\") ?? \"smtp.office365.com\"", "«587|465|SMTP1004»")
            )
        ),
        new(
            "environment variable ?? literal host, TLS in code",
            Mailer(
                Kit(
                    "Environment.GetEnvironmentVariable(\"SMTP_HOST\") ?? \"smtp.office365.com\"",
                    "587",
                    "SecureSocketOptions.«StartTls|None|SMTP2001»"
                )
            )
        ),
        new(
            "environment variables ?? literals",
            Mailer(
                Kit(
                    "Environment.GetEnvironmentVariable(\"SMTP_HOST\") ?? \"smtp.office365.com\"",
                    "int.Parse(Environment.GetEnvironmentVariable(\"SMTP_PORT\") ?? \"«587|465|SMTP1004»\")"
                )
            )
        ),
        new(
            "environment variables ?? literals in variables",
            Mailer(
                $"""
                var host = Environment.GetEnvironmentVariable("SMTP_HOST") ?? "smtp.office365.com";
                var port = int.Parse(Environment.GetEnvironmentVariable("SMTP_PORT") ?? "587");
                var ssl = bool.Parse(Environment.GetEnvironmentVariable("SMTP_SSL") ?? "«true|false|SMTP2001»");
                {Net("host", "port", "ssl")}
                """
            )
        ),
        new(
            "host in code, port from a variable ?? literal",
            Mailer(
                Kit(
                    "\"smtp.office365.com\"",
                    "Convert.ToInt32(Environment.GetEnvironmentVariable(\"SMTP_PORT\") ?? \"«587|465|SMTP1004»\")"
                )
            )
        ),
        new(
            "configuration ?? literals, no file",
            Mailer(
                Net(
                    "config[\"Smtp:Host\"] ?? \"smtp.office365.com\"",
                    "int.Parse(config[\"Smtp:Port\"] ?? \"587\")",
                    "bool.Parse(config[\"Smtp:Ssl\"] ?? \"«true|false|SMTP2001»\")"
                )
            )
        ),
        new(
            "environments that change different keys",
            Json("\"Host\": \"smtp.gmail.com\", \"UseSsl\": «true|false|»"),
            Json(Host, "appsettings.Development.json"),
            Json("\"UseSsl\": true", "appsettings.Production.json"),
            Mailer(Net("config[\"Smtp:Host\"]", "587", "config.GetValue<bool>(\"Smtp:UseSsl\")«||SMTP2001»"))
        ),
        new(
            "launch profile",
            (
                "Properties/launchSettings.json",
                """
                { "profiles": { "App": { "environmentVariables": {
                  "SMTP_HOST": "smtp.office365.com",
                  "SMTP_PORT": "«587|465|SMTP1004»"
                } } } }
                """
            ),
            Mailer(
                Kit(
                    "Environment.GetEnvironmentVariable(\"SMTP_HOST\")",
                    "int.Parse(Environment.GetEnvironmentVariable(\"SMTP_PORT\")!)"
                )
            )
        ),
        new(
            "launch profile, port in code",
            (
                "Properties/launchSettings.json",
                """{ "profiles": { "App": { "environmentVariables": { "SMTP_HOST": "smtp.office365.com" } } } }"""
            ),
            Mailer(Kit("Environment.GetEnvironmentVariable(\"SMTP_HOST\")", "«587|465|SMTP1004»"))
        ),
    ];
}
