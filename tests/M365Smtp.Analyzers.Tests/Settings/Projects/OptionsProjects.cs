using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>Settings bound to a class.</summary>
static class OptionsProjects
{
    static readonly (string, string) Options = (
        "MailOptions.cs",
        """
        class MailOptions {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public bool UseSsl { get; set; }
            public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;
        }
        """
    );

    static readonly (string, string) TwoProviders = (
        "appsettings.json",
        """{ "A": { "Host": "smtp.office365.com", "Port": 587 }, "B": { "Host": "smtp.gmail.com", "Port": 465 } }"""
    );

    static readonly (string, string) WrongPort = Json(Host + ", \"Port\": «587|465|SMTP1004»");

    static readonly (string, string) ByOptions = Mailer(
        Kit("options.Value.Host", "options.Value.Port"),
        "IOptions<MailOptions> options"
    );

    static readonly (string, string) Configure = Startup(
        "services.Configure<MailOptions>(config.GetSection(\"Smtp\"));"
    );

    public static readonly MiniatureProject[] All =
    [
        new("Configure", WrongPort, Options, Configure, ByOptions),
        new(
            "Configure, TLS",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Configure,
            Mailer(
                Net("options.Value.Host", "587", "options.Value.UseSsl«||SMTP2001»"),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "Configure, port in code",
            Json(Host),
            Options,
            Configure,
            Mailer(Kit("options.Value.Host", "«587|465|SMTP1004»"), "IOptions<MailOptions> options")
        ),
        new(
            "Configure, an enum",
            Json(Host + ", \"Security\": \"«StartTls|SslOnConnect|»\""),
            Options,
            Configure,
            Mailer(
                Kit("options.Value.Host", "587", "options.Value.Security«||SMTP2002»"),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "AddOptions, BindConfiguration",
            WrongPort,
            Options,
            Startup("services.AddOptions<MailOptions>().BindConfiguration(\"Smtp\").ValidateOnStart();"),
            ByOptions
        ),
        new(
            "AddOptions, Bind",
            WrongPort,
            Options,
            Startup("services.AddOptions<MailOptions>().Bind(config.GetSection(\"Smtp\"));"),
            ByOptions
        ),
        new(
            "IOptionsSnapshot",
            WrongPort,
            Options,
            Configure,
            Mailer(
                "var mail = options.Value; " + Kit("mail.Host", "mail.Port"),
                "IOptionsSnapshot<MailOptions> options"
            )
        ),
        new(
            "IOptionsMonitor",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Configure,
            Mailer(
                Net("options.CurrentValue.Host", "587", "options.CurrentValue.UseSsl«||SMTP2001»"),
                "IOptionsMonitor<MailOptions> options"
            )
        ),
        new(
            "kept in a field",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Configure,
            (
                "Mailer.cs",
                """
                class Mailer {
                    readonly MailOptions mail;
                    public Mailer(IOptions<MailOptions> options) => mail = options.Value;
                    public void Send(MailMessage message) {
                        using var smtp = new SmtpClient(mail.Host, 587);
                        smtp.EnableSsl = mail.UseSsl;«||SMTP2001»
                        smtp.Credentials = new NetworkCredential("app@contoso.com", Environment.GetEnvironmentVariable("SECRET"));
                        smtp.Send(message);
                    }
                }
                """
            )
        ),
        new(
            "Get",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Mailer(
                "var mail = config.GetSection(\"Smtp\").Get<MailOptions>()!; "
                    + Net("mail.Host", "587", "mail.UseSsl«||SMTP2001»")
            )
        ),
        new(
            "Bind",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Mailer(
                "var mail = new MailOptions(); config.GetSection(\"Smtp\").Bind(mail); "
                    + Net("mail.Host", "587", "mail.UseSsl«||SMTP2001»")
            )
        ),
        new(
            "Bind by key",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Mailer(
                "var mail = new MailOptions(); config.Bind(\"Smtp\", mail); "
                    + Net("mail.Host", "587", "mail.UseSsl«||SMTP2001»")
            )
        ),
        new(
            "a default of its own",
            Json(Host),
            (
                "MailOptions.cs",
                """
                class MailOptions {
                    public string Host { get; set; } = "localhost";
                    public int Port { get; set; } = «587|465|»;
                }
                """
            ),
            Configure,
            Mailer(Kit("options.Value.Host", "options.Value.Port«||SMTP1004»"), "IOptions<MailOptions> options")
        ),
        new(
            "a default that the file changes",
            Json(Host + ", \"Port\": «587|465|SMTP1004»"),
            (
                "MailOptions.cs",
                """
                class MailOptions {
                    public string Host { get; set; } = "localhost";
                    public int Port { get; set; } = 25;
                }
                """
            ),
            Configure,
            ByOptions
        ),
        new(
            "a host by default",
            Json("\"Port\": 587"),
            (
                "MailOptions.cs",
                """
                class MailOptions {
                    public string Host { get; set; } = "«smtp.office365.com|smtp.live.com|»";
                    public int Port { get; set; } = 587;
                }
                """
            ),
            Configure,
            Mailer(Kit("options.Value.Host«||SMTP1001»", "options.Value.Port"), "IOptions<MailOptions> options")
        ),
        new(
            "options within options",
            (
                "appsettings.json",
                """{ "Alerts": { "Smtp": { "Host": "smtp.office365.com", "UseSsl": «true|false|» } } }"""
            ),
            Options,
            ("AlertOptions.cs", "class AlertOptions { public MailOptions Smtp { get; set; } = new(); }"),
            Startup("services.Configure<AlertOptions>(config.GetSection(\"Alerts\"));"),
            Mailer(
                Net("options.Value.Smtp.Host", "587", "options.Value.Smtp.UseSsl«||SMTP2001»"),
                "IOptions<AlertOptions> options"
            )
        ),
        new(
            "named options",
            TwoProviders,
            Options,
            Startup(
                "services.Configure<MailOptions>(\"a\", config.GetSection(\"A\")); services.AddOptions<MailOptions>(\"b\").Bind(config.GetSection(\"B\"));"
            ),
            Mailer(
                Net("options.Get(\"«b|a|»\").Host", "587", "false«||SMTP2001»"),
                "IOptionsMonitor<MailOptions> options"
            )
        ),
        new(
            "named options of a builder",
            TwoProviders,
            Options,
            Startup(
                "services.AddOptions<MailOptions>(\"a\").Bind(config.GetSection(\"A\")).ValidateOnStart(); services.Configure<MailOptions>(config.GetSection(\"B\"));"
            ),
            Mailer(
                Net("options.«Value|Get(\"a\")|».Host", "587", "false«||SMTP2001»"),
                "IOptionsSnapshot<MailOptions> options"
            )
        ),
        new(
            "a dictionary of options",
            TwoProviders,
            Options,
            Mailer(
                "var all = config.Get<Dictionary<string, MailOptions>>()!; "
                    + Net("all[\"«B|A|»\"].Host", "587", "false«||SMTP2001»")
            )
        ),
        new(
            "a dictionary within options, by TryGetValue",
            (
                "appsettings.json",
                """{ "Mail": { "Active": "«b|a|»", "All": { "a": { "Host": "smtp.office365.com", "Port": 587 }, "b": { "Host": "smtp.gmail.com", "Port": 465 } } } }"""
            ),
            Options,
            (
                "HubOptions.cs",
                "class HubOptions { public string Active { get; set; } = \"\"; public Dictionary<string, MailOptions> All { get; set; } = new(); }"
            ),
            Mailer(
                "var hub = config.GetSection(\"Mail\").Get<HubOptions>()!; if (!hub.All.TryGetValue(hub.Active, out var one)) return; "
                    + Net("one.Host", "587", "false«||SMTP2001»")
            )
        ),
        new(
            "bound to two sections",
            (
                "appsettings.json",
                """{ "A": { "Host": "smtp.office365.com", "Port": «587|465|SMTP1004» }, "B": { "Host": "smtp.gmail.com", "Port": 465 } }"""
            ),
            Options,
            Startup(
                "services.Configure<MailOptions>(\"a\", config.GetSection(\"A\")); services.Configure<MailOptions>(\"b\", config.GetSection(\"B\"));"
            ),
            Mailer(Net("options.Get(\"b\").Host", "465", "false"), "IOptionsMonitor<MailOptions> options")
        ),
        new(
            "registered as itself",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Startup("services.AddSingleton(config.GetSection(\"Smtp\").Get<MailOptions>()!);"),
            Mailer(Net("options.Host", "587", "options.UseSsl«||SMTP2001»"), "MailOptions options")
        ),
        new(
            "bound and registered as itself, port in code",
            Json(Host),
            Options,
            Startup(
                "var mail = new MailOptions(); config.GetSection(\"Smtp\").Bind(mail); services.AddSingleton(mail);"
            ),
            Mailer(Kit("options.Host", "«587|465|SMTP1004»"), "MailOptions options")
        ),
        new(
            "a section that is required",
            ("appsettings.json", """{ "Alerts": { "Smtp": { "Host": "smtp.office365.com", "UseSsl": «true|false|» } } }"""),
            Options,
            Startup(
                "services.Configure<MailOptions>(config.GetRequiredSection(\"Alerts\").GetRequiredSection(\"Smtp\"));"
            ),
            Mailer(
                Net("options.Value.Host", "587", "options.Value.UseSsl«||SMTP2001»"),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "two classes bound from two sections",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            ("WebOptions.cs", "class WebOptions { public string Url { get; set; } = \"\"; }"),
            Startup(
                "var mail = new MailOptions(); config.GetSection(\"Smtp\").Bind(mail); var web = new WebOptions(); config.GetSection(\"Web\").Bind(web); services.AddSingleton(mail).AddSingleton(web);"
            ),
            Mailer(Net("options.Host", "587", "options.UseSsl«||SMTP2001»"), "MailOptions options")
        ),
        new(
            "a section bound in a lambda",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Startup("services.Configure<MailOptions>(mail => config.GetSection(\"Smtp\").Bind(mail));"),
            Mailer(
                Net("options.Value.Host", "587", "options.Value.UseSsl«||SMTP2001»"),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "taken out of IOptions, kept in a field",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Startup(
                "services.Configure<MailOptions>(config.GetSection(\"Smtp\")); services.AddScoped(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value);"
            ),
            (
                "Mailer.cs",
                """
                class Mailer {
                    readonly MailOptions mail;
                    public Mailer(MailOptions mail) { this.mail = mail ?? throw new ArgumentNullException(nameof(mail)); }
                    public void Send(MailMessage message) {
                        using var smtp = new SmtpClient(mail.Host, 587) { EnableSsl = mail.UseSsl };«||SMTP2001»
                        smtp.Credentials = new NetworkCredential("app@contoso.com", Environment.GetEnvironmentVariable("SECRET"));
                        smtp.Send(message);
                    }
                }
                """
            )
        ),
        new(
            "kept in a field of a primary constructor",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Configure,
            (
                "Mailer.cs",
                """
                class Mailer(IOptions<MailOptions> options) {
                    readonly MailOptions mail = options.Value;
                    public void Send(MailMessage message) {
                        using var smtp = new SmtpClient(mail.Host, 587) { EnableSsl = mail.UseSsl };«||SMTP2001»
                        smtp.Credentials = new NetworkCredential("app@contoso.com", Environment.GetEnvironmentVariable("SECRET"));
                        smtp.Send(message);
                    }
                }
                """
            )
        ),
        new(
            "Get of the whole file ?? new",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            ("AppOptions.cs", "class AppOptions { public MailOptions Smtp { get; set; } = new(); }"),
            Mailer(
                "var app = config.Get<AppOptions>() ?? new(); "
                    + Net("app.Smtp.Host", "587", "app.Smtp.UseSsl«||SMTP2001»")
            )
        ),
        new(
            "filled by a lambda",
            Json(Host + ", \"Ssl\": «true|false|»"),
            Options,
            Startup(
                "services.Configure<MailOptions>(mail => { mail.Host = config[\"Smtp:Host\"]!; mail.UseSsl = config.GetValue<bool>(\"Smtp:Ssl\"); });"
            ),
            Mailer(
                Net("options.Value.Host", "587", "options.Value.UseSsl«||SMTP2001»"),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "a section named by a constant",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            (
                "MailOptions.cs",
                """
                class MailOptions {
                    public const string Section = "Smtp";
                    public string Host { get; set; } = "";
                    public bool UseSsl { get; set; }
                }
                """
            ),
            Startup("services.Configure<MailOptions>(config.GetSection(MailOptions.Section));"),
            Mailer(
                Net("options.Value.Host", "587", "options.Value.UseSsl«||SMTP2001»"),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "a positional record",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            ("MailOptions.cs", "record MailOptions(string Host, int Port, bool UseSsl);"),
            Mailer(
                "var mail = config.GetSection(\"Smtp\").Get<MailOptions>()!; "
                    + Net("mail.Host", "587", "mail.UseSsl«||SMTP2001»")
            )
        ),
        new(
            "required and init-only members, validated",
            Json(Host + ", \"Port\": 587, \"UseSsl\": «true|false|»"),
            (
                "MailOptions.cs",
                """
                using System.ComponentModel.DataAnnotations;
                sealed class MailOptions {
                    [Required] public required string Host { get; init; }
                    [Range(1, 65535)] public int Port { get; init; } = 25;
                    public bool UseSsl { get; init; }
                }
                """
            ),
            Startup(
                "services.AddOptions<MailOptions>().Bind(config.GetRequiredSection(\"Smtp\")).Validate(mail => mail.Port > 0);"
            ),
            Mailer(
                Net("options.Value.Host", "options.Value.Port", "options.Value.UseSsl«||SMTP2001»"),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "named options in a variable",
            (
                "appsettings.json",
                """{ "Office": { "Host": "smtp.office365.com", "UseSsl": «true|false|» }, "Local": { "Host": "mailpit", "UseSsl": false } }"""
            ),
            Options,
            Startup(
                "services.Configure<MailOptions>(\"office\", config.GetSection(\"Office\")); services.Configure<MailOptions>(\"local\", config.GetSection(\"Local\"));"
            ),
            Mailer(
                "var mail = options.Get(\"office\"); " + Net("mail.Host", "587", "mail.UseSsl«||SMTP2001»"),
                "IOptionsMonitor<MailOptions> options"
            )
        ),
        new(
            "named options of code alone",
            Options,
            Startup(
                "services.Configure<MailOptions>(\"a\", mail => { mail.Host = \"smtp.office365.com\"; mail.UseSsl = «true|false|»; }); services.Configure<MailOptions>(\"b\", mail => { mail.Host = \"smtp.gmail.com\"; mail.UseSsl = false; });"
            ),
            (
                "Mailer.cs",
                $$"""
                class Mailer(IOptionsMonitor<MailOptions> options) {
                    public void Gmail(string token) { var mail = options.Get("b"); {{Net(
                    "mail.Host",
                    "465",
                    "mail.UseSsl"
                )}} }
                    public void Office(string token) { var mail = options.Get("a"); {{Net(
                    "mail.Host",
                    "587",
                    "mail.UseSsl"
                )}} }«||SMTP2001»
                    public void Both(string token) { var (a, b) = (options.Get("a"), options.Get("b")); {{Net(
                    "b.Host",
                    "465",
                    "b.UseSsl"
                )}} }
                }
                """
            )
        ),
        new(
            "keyed options",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            Options,
            Startup("services.AddKeyedSingleton(\"office\", config.GetSection(\"Smtp\").Get<MailOptions>()!);"),
            Mailer(
                Net("options.Host", "587", "options.UseSsl«||SMTP2001»"),
                "[FromKeyedServices(\"office\")] MailOptions options"
            )
        ),
        new(
            "configured in code over the file",
            Json(Host + ", \"UseSsl\": false"),
            Options,
            Startup(
                "services.Configure<MailOptions>(config.GetSection(\"Smtp\")); services.PostConfigure<MailOptions>(mail => mail.UseSsl = «true|false|»);"
            ),
            Mailer(
                Net("options.Value.Host", "587", "options.Value.UseSsl«||SMTP2001»"),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "a port by code over the file",
            Json(Host),
            Options,
            Startup(
                "services.AddOptions<MailOptions>().BindConfiguration(\"Smtp\").Configure(mail => mail.Port = «587|465|»);"
            ),
            Mailer(Kit("options.Value.Host", "options.Value.Port«||SMTP1004»"), "IOptions<MailOptions> options")
        ),
        new(
            "an interface in front of the options",
            Json(Host + ", \"UseSsl\": «true|false|»"),
            (
                "MailOptions.cs",
                "interface IMailOptions { string Host { get; } bool UseSsl { get; } } class MailOptions : IMailOptions { public string Host { get; set; } = \"\"; public bool UseSsl { get; set; } }"
            ),
            Startup(
                "services.Configure<MailOptions>(config.GetSection(\"Smtp\")); services.AddSingleton<IMailOptions>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value);"
            ),
            Mailer(Net("options.Host", "587", "options.UseSsl«||SMTP2001»"), "IMailOptions options")
        ),
    ];

    static (string, string) Startup(string register) =>
        (
            "Startup.cs",
            $$"""
            static class Startup {
                public static void Add(IServiceCollection services, IConfiguration config) {
                    {{register}}
                }
            }
            """
        );
}
