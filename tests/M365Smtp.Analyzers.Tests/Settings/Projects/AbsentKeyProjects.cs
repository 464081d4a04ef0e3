using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>Keys missing from the files, as secrets should be: user secrets or the environment provide them, or the
/// class has a default.</summary>
static class AbsentKeyProjects
{
    const string SignsInByPassword = "smtp.Authenticate(\"app@contoso.com\", password); ";

    static readonly (string, string) Configure = (
        "Startup.cs",
        """static class Startup { public static void Add(IServiceCollection services, IConfiguration config) => services.Configure<MailOptions>(config.GetSection("Smtp")); }"""
    );

    public static readonly MiniatureProject[] All =
    [
        new(
            "a password without a default, beside a host with one",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options("string Host { get; set; } = \"\"", "string? Password { get; set; }"),
            Configure,
            Send("options.Value.Password", twice: true)
        ),
        new(
            "a password without a default, beside a constant",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options(
                "const string Section = \"Smtp\"",
                "string Host { get; set; } = null!",
                "string? Password { get; set; }"
            ),
            Configure,
            Send("options.Value.Password")
        ),
        new(
            "a password without a default, beside other defaults",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options(
                "string SenderName { get; set; } = \"Contoso\"",
                "int Timeout { get; set; } = 30000",
                "string Host { get; set; } = null!",
                "string? Password { get; set; }"
            ),
            Configure,
            Send("options.Value.Password")
        ),
        new(
            "no port, and no default but that of another member",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options("int Timeout { get; set; } = 465", "string? Host { get; set; }", "int Port { get; set; }"),
            Configure,
            Send("\"Secret\".ToUpper()", port: "options.Value.Port")
        ),
        new(
            "a password that is null by default",
            Json(Host),
            Options("string Host { get; set; } = null!", "string Password { get; set; } = null!"),
            Configure,
            SignIn("options.Value.Password")
        ),
        new(
            "a password that is default by default",
            Json(Host),
            Options("string Host { get; set; } = default!", "string Password { get; set; } = default!"),
            Configure,
            SignIn("options.Value.Password")
        ),
        new(
            "a password that is empty by default",
            Json(Host),
            Options("string Host { get; set; } = \"\"", "string Password { get; set; } = \"\""),
            Configure,
            SignIn("options.Value.Password")
        ),
        new(
            "a password that is looked up ?? empty",
            Json(Host),
            SignIn(
                "config.GetValue<string>(\"Smtp:Password\") ?? \"\"",
                "config[\"Smtp:Host\"]",
                "IConfiguration config"
            )
        ),
        new(
            "a password that is looked up or there is none",
            Json(Host),
            SignIn(
                "config[\"Smtp:Password\"] ?? throw new InvalidOperationException()",
                "config[\"Smtp:Host\"]",
                "IConfiguration config"
            )
        ),
        new(
            "an object handed in, its password without a default",
            (
                "MailOptions.cs",
                "public class MailOptions { public const string Section = \"Smtp\"; public string Host { get; set; } = \"smtp.office365.com\"; public string? Password { get; set; } }"
            ),
            Mailer("", "int unused"),
            (
                "Sender.cs",
                "class Sender { public void Send(MailOptions mail) {\n "
                    + Net("mail.Host", "«587|465|SMTP1004»", password: "mail.Password")
                    + " } }"
            )
        ),
    ];

    static (string, string) Options(params string[] members) =>
        (
            "MailOptions.cs",
            "public class MailOptions { public bool UseSsl { get; set; } "
                + string.Concat(members.Select(member => "public " + member + (member.EndsWith('}') ? " " : "; ")))
                + "}"
        );

    // A second iteration reads the options again.
    static (string, string) Send(string password, bool twice = false, string port = "587") =>
        Mailer(
            (twice ? "for (var i = 0; i < 2; i++) { " : "{ ")
                + Net("options.Value.Host", port, "options.Value.UseSsl«||SMTP2001»", password: password)
                + " }",
            "IOptions<MailOptions> options"
        );

    // Signs in only if there is a password; whether there is one is unknown.
    static (string, string) SignIn(
        string password,
        string host = "options.Value.Host",
        string parameters = "IOptions<MailOptions> options"
    ) =>
        Mailer(
            $"var password = {password}; using var smtp = new KitSmtp(); smtp.Connect({host}, «587|465|SMTP1004», SecureSocketOptions.StartTls); if (!string.IsNullOrEmpty(password)) {SignsInByPassword}smtp.Send(new MimeKit.MimeMessage());",
            parameters
        );
}
