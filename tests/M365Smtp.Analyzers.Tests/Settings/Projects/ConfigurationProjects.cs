using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>Settings read by key.</summary>
static class ConfigurationProjects
{
    public static readonly MiniatureProject[] All =
    [
        new(
            "indexer",
            Json(Host + ", \"Port\": «587|465|SMTP1004»"),
            Mailer(Kit("config[\"Smtp:Host\"]", "int.Parse(config[\"Smtp:Port\"]!)"))
        ),
        new(
            "indexer, System.Net.Mail",
            Json(Host + ", \"Port\": \"«587|2525|SMTP1004»\""),
            Mailer(Net("config[\"Smtp:Host\"]", "Convert.ToInt32(config[\"Smtp:Port\"])"))
        ),
        new(
            "indexer, TLS",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Mailer(Net("config[\"Smtp:Host\"]", "587", "bool.Parse(config[\"Smtp:UseSsl\"]!)«||SMTP2001»"))
        ),
        new(
            "GetValue",
            Json(Host + ", \"Port\": «587|443|SMTP1004»"),
            Mailer(Kit("config.GetValue<string>(\"Smtp:Host\")", "config.GetValue<int>(\"Smtp:Port\")"))
        ),
        new(
            "GetValue, TLS",
            Json(Host + ", \"Ssl\": «true|false|»"),
            Mailer(Net("config[\"Smtp:Host\"]", "587", "config.GetValue<bool>(\"Smtp:Ssl\")«||SMTP2001»"))
        ),
        new(
            "GetValue, an enum",
            Json(Host + ", \"Mode\": \"«StartTls|None|»\""),
            Mailer(
                Kit("config[\"Smtp:Host\"]", "587", "config.GetValue<SecureSocketOptions>(\"Smtp:Mode\")«||SMTP2001»")
            )
        ),
        new(
            "a text parsed as an enum",
            Json(Host + ", \"Mode\": \"«StartTls|Auto|»\""),
            Mailer(
                Kit(
                    "config[\"Smtp:Host\"]",
                    "587",
                    "Enum.Parse<SecureSocketOptions>(config[\"Smtp:Mode\"]!)«||SMTP2003»"
                )
            )
        ),
        new(
            "GetValue with a default",
            Json(Host),
            Mailer(Kit("config[\"Smtp:Host\"]", "config.GetValue(\"Smtp:Port\", «587|465|SMTP1004»)"))
        ),
        new(
            "GetSection",
            Json("\"Host\": \"«smtp.office365.com|smtp.office.com|SMTP1001»\""),
            Mailer(Kit("config.GetSection(\"Smtp\")[\"Host\"]", "587"))
        ),
        new(
            "GetSection in a variable",
            Json(Host + ", \"Port\": «587|465|SMTP1004»"),
            Mailer(
                "var section = config.GetSection(\"Smtp\"); "
                    + Kit("section[\"Host\"]", "section.GetValue<int>(\"Port\")")
            )
        ),
        new(
            "GetRequiredSection chain",
            (
                "appsettings.json",
                """{ "Mail": { "Smtp": { "Host": "smtp.office365.com", "Port": «587|465|SMTP1004» } } }"""
            ),
            Mailer(
                Kit(
                    "config.GetRequiredSection(\"Mail\").GetRequiredSection(\"Smtp\")[\"Host\"]",
                    "config.GetRequiredSection(\"Mail:Smtp\").GetValue<int>(\"Port\")"
                )
            )
        ),
        new(
            "GetConnectionString",
            (
                "appsettings.json",
                """{ "ConnectionStrings": { "SmtpHost": "«smtp.office365.com|mail.office365.com|SMTP1001»" } }"""
            ),
            Mailer(Kit("config.GetConnectionString(\"SmtpHost\")", "587"))
        ),
        new(
            "a connection string is an address, told in the file",
            (
                "appsettings.json",
                """{ "ConnectionStrings": { "Mail": "«smtp://smtp.office365.com:587/?starttls=always|smtp://smtp.office365.com:587|SMTP2003»" } }"""
            ),
            Mailer(
                "using var smtp = new KitSmtp(); smtp.Connect(new Uri(config.GetConnectionString(\"Mail\")!)); smtp.Authenticate(new SaslMechanismOAuth2(\"app@contoso.com\", token));"
            )
        ),
        new("host in the file, port in code", Json(Host), Mailer(Kit("config[\"Smtp:Host\"]", "«587|465|SMTP1004»"))),
        new(
            "host in the file, TLS in code",
            Json(Host),
            Mailer(Kit("config[\"Smtp:Host\"]", "587", "SecureSocketOptions.«StartTls|SslOnConnect|SMTP2002»"))
        ),
        new(
            "host in code, port in the file",
            Json("\"Port\": «587|465|»"),
            Mailer(Kit("\"smtp.office365.com\"", "config.GetValue<int>(\"Smtp:Port\")«||SMTP1004»"))
        ),
        new(
            "the default of GetValue",
            Mailer(Kit("\"smtp.office365.com\"", "config.GetValue(\"Smtp:Port\", «587|465|SMTP1004»)"))
        ),
        new(
            "two defaults",
            Mailer(
                Kit(
                    "config[\"Smtp:Host\"] ?? \"smtp.office365.com\"",
                    "config.GetValue(\"Smtp:Port\", «587|465|SMTP1004»)"
                )
            )
        ),
        new(
            "two defaults of GetValue",
            Mailer(
                Kit(
                    "config.GetValue(\"Smtp:Host\", \"smtp.office365.com\")!",
                    "config.GetValue(\"Smtp:Port\", «587|465|SMTP1004»)"
                )
            )
        ),
        new(
            "a default beside a value that comes from elsewhere",
            Mailer(
                Kit(
                    "config.GetValue(\"Smtp:Host\", \"smtp.office365.com\")!",
                    "config.GetValue<int>(\"Smtp:Port\"«|, 465|SMTP1004»)"
                )
            )
        ),
        new(
            "?? literal",
            Json("\"Port\": 587"),
            Mailer(Kit("config[\"Smtp:Host\"] ?? \"«smtp.office365.com|smtp.live.com|SMTP1001»\"", "587"))
        ),
        new(
            "login",
            Json(Host + ", \"Port\": 587, \"User\": \"«app@contoso.com|CONTOSO\\\\app|SMTP3001»\""),
            Mailer(Kit("config[\"Smtp:Host\"]", "587", user: "config[\"Smtp:User\"]"))
        ),
        new(
            "password",
            Json(
                Host
                    + ", \"Port\": 587, \"User\": \"app@contoso.com\", \"Password\": \"«${SMTP_PASSWORD}|Hazel-Condor-85|SMTP4003»\""
            ),
            Mailer(Net("config[\"Smtp:Host\"]", "587", password: "config[\"Smtp:Password\"]"))
        ),
        new(
            "account of another provider",
            Json(Host + ", \"Port\": 587, \"User\": \"«app@contoso.com|shop.app@gmail.com|SMTP3004»\""),
            Mailer(Kit("config[\"Smtp:Host\"]", "587", user: "config[\"Smtp:User\"]"))
        ),
        new(
            "sections within sections",
            ("appsettings.json", """{ "Alerts": { "Smtp": { "Host": "smtp.office365.com", "Port": «587|465|SMTP1004» } } }"""),
            Mailer(
                "var smtpSettings = config.GetSection(\"Alerts\").GetSection(\"Smtp\"); "
                    + Kit("smtpSettings[\"Host\"]", "smtpSettings.GetValue<int>(\"Port\")")
            )
        ),
        new(
            "a section and its value",
            Json(Host + ", \"Port\": «587|465|SMTP1004»"),
            Mailer(
                Kit("config.GetSection(\"Smtp:Host\").Value", "int.Parse(config.GetRequiredSection(\"Smtp\").GetSection(\"Port\").Value!)")
            )
        ),
        new(
            "an enum by its number",
            Json(Host + ", \"Mode\": «3|2|»"),
            Mailer(
                Kit("config[\"Smtp:Host\"]", "587", "config.GetValue<SecureSocketOptions>(\"Smtp:Mode\")«||SMTP2002»")
            )
        ),
        new(
            "an enum that may be missing",
            Json(Host + ", \"Mode\": «null|\"None\"|»"),
            Mailer(
                Kit(
                    "config[\"Smtp:Host\"]",
                    "587",
                    "config.GetValue<SecureSocketOptions?>(\"Smtp:Mode\") ?? SecureSocketOptions.StartTls«||SMTP2001»"
                )
            )
        ),
        new(
            "UseSsl, read by System.Net.Mail",
            Json(Host + ", \"Port\": 587, \"UseSsl\": «true|false|»"),
            Mailer(
                Net(
                    "config[\"Smtp:Host\"]",
                    "config.GetValue<int>(\"Smtp:Port\")",
                    "config.GetValue<bool>(\"Smtp:UseSsl\")«||SMTP2001»"
                )
            )
        ),
        new(
            "UseSsl, read by MailKit",
            Json("\"Host\": \"«smtp.contoso.net|smtp.office365.com|»\", \"Port\": 587, \"UseSsl\": true"),
            Mailer(
                Kit(
                    "config[\"Smtp:Host\"]",
                    "config.GetValue<int>(\"Smtp:Port\")",
                    "config.GetValue<bool>(\"Smtp:UseSsl\")«||SMTP2002»"
                )
            )
        ),
        new(
            "sections of two providers",
            (
                "appsettings.json",
                """
                {
                  "Gmail": { "Host": "smtp.gmail.com", "Port": 465 },
                  "Office": { "Host": "smtp.office365.com", "Port": «587|465|SMTP1004» }
                }
                """
            ),
            Mailer(
                "if (token == \"g\") { "
                    + Kit(
                        "config[\"Gmail:Host\"]",
                        "config.GetValue<int>(\"Gmail:Port\")",
                        "SecureSocketOptions.SslOnConnect"
                    )
                    + " } else { "
                    + Kit("config[\"Office:Host\"]", "config.GetValue<int>(\"Office:Port\")")
                    + " }"
            )
        ),
    ];
}
