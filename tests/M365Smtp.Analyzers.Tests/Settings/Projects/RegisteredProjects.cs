using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>An options object that code creates, registers as an instance, and gets injected elsewhere.</summary>
static class RegisteredProjects
{
    static readonly (string, string) Options = (
        "MailOptions.cs",
        """
        class MailOptions {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public bool UseSsl { get; set; }
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """
    );

    const string Login = "User = \"app@contoso.com\"";

    static readonly (string, string) Injected = Mailer(
        Net("options.Host", "options.Port", "options.UseSsl«||SMTP2001»", "options.User", "options.Password"),
        "MailOptions options"
    );

    public static readonly MiniatureProject[] All =
    [
        new(
            "an object",
            Options,
            Startup(
                $$"""services.AddSingleton(new MailOptions { Host = "smtp.office365.com", Port = 587, UseSsl = «true|false|», {{Login}} });"""
            ),
            Injected
        ),
        new(
            "a variable that a lambda hands out",
            Options,
            Startup(
                $$"""var mail = new MailOptions { Host = "smtp.office365.com", Port = 587, UseSsl = «true|false|», {{Login}} }; services.AddSingleton(_ => mail);"""
            ),
            Injected
        ),
        new(
            "a variable that a block hands out",
            Options,
            Startup(
                $$"""var mail = new MailOptions { Host = "smtp.office365.com", Port = 587, UseSsl = «true|false|», {{Login}} }; services.AddSingleton<MailOptions>(_ => { return mail; });"""
            ),
            Injected
        ),
        new(
            "an object that leaves TLS out",
            Options,
            Startup(
                $$"""services.AddSingleton(new MailOptions { Host = "smtp.office365.com", Port = 587, «UseSsl = true, ||»{{Login}} });"""
            ),
            Injected
        ),
        new(
            "a port, reported where it stands",
            Options,
            Startup(
                $$"""services.AddSingleton(new MailOptions { Host = "smtp.office365.com", Port = «587|2525|SMTP1004», UseSsl = true, {{Login}} });"""
            ),
            Mailer(
                Net("options.Host", "options.Port", "options.UseSsl", "options.User", "options.Password"),
                "MailOptions options"
            )
        ),
        new(
            "defaults, reported where they stand",
            Options,
            Startup(
                $$"""
                services.AddSingleton(new MailOptions {
                    Host = config["Smtp:Host"] ?? "smtp.office365.com",
                    Port = config.GetValue("Smtp:Port", «587|2525|SMTP1004»),
                    UseSsl = true, {{Login}} });
                """
            ),
            Mailer(
                Net("options.Host", "options.Port", "options.UseSsl", "options.User", "options.Password"),
                "MailOptions options"
            )
        ),
        new(
            "defaults of an options type",
            Options,
            Startup(
                """
                services.Configure<MailOptions>(mail => {
                    mail.Host = config["Smtp:Host"] ?? "smtp.office365.com";
                    mail.UseSsl = bool.Parse(config["Smtp:Ssl"] ?? "«true|false|»");
                });
                """
            ),
            Mailer(
                Net("options.Value.Host", "587", "options.Value.UseSsl«||SMTP2001»"),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "a default for another host",
            Options,
            Startup(
                """
                services.AddSingleton(new MailOptions {
                    Host = config["Smtp:Host"] ?? "«localhost|smtp.office365.com|»",
                    Port = config.GetValue("Smtp:Port", 465«||SMTP1004»),
                    UseSsl = true });
                """
            ),
            Mailer(Net("options.Host", "options.Port", "options.UseSsl"), "MailOptions options")
        ),
        new(
            "a login and a password",
            Options,
            Startup(
                """services.AddSingleton(new MailOptions { Host = "smtp.office365.com", Port = 587, UseSsl = true, User = "«app@contoso.com|CONTOSO\\app|»", Password = «Environment.GetEnvironmentVariable("PW")!|"Kirschbaum!47"|» });"""
            ),
            Mailer(
                Net(
                    "options.Host",
                    "options.Port",
                    "options.UseSsl",
                    "options.User«||SMTP3001»",
                    "options.Password«||SMTP4003»"
                ),
                "MailOptions options"
            )
        ),
        new(
            "a local, filled on",
            Options,
            Startup(
                $$"""var mail = new MailOptions { Host = "smtp.office365.com", {{Login}} }; mail.Port = 587; mail.UseSsl = «true|false|»; services.AddSingleton(mail);"""
            ),
            Injected
        ),
        new(
            "Options.Create",
            Options,
            Startup(
                $$"""services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new MailOptions { Host = "smtp.office365.com", Port = 587, UseSsl = «true|false|», {{Login}} }));"""
            ),
            Mailer(
                Net(
                    "options.Value.Host",
                    "options.Value.Port",
                    "options.Value.UseSsl«||SMTP2001»",
                    "options.Value.User",
                    "options.Value.Password"
                ),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "Options.Create handed on",
            Options,
            (
                "Program.cs",
                """
                static class Start {
                    public static void Run(string token) => new Mailer(Options.Create(new MailOptions { Host = "smtp.office365.com", Port = 587, UseSsl = «true|false|» })).Send(token);«||SMTP2001»
                }
                """
            ),
            Mailer(
                "var mail = options.Value; " + Net("mail.Host", "mail.Port", "mail.UseSsl"),
                "IOptions<MailOptions> options"
            )
        ),
        new(
            "a factory",
            Options,
            Startup(
                $$"""services.AddSingleton(provider => new MailOptions { Host = "smtp.office365.com", Port = 587, UseSsl = «true|false|», {{Login}} });"""
            ),
            Injected
        ),
        new(
            "an interface in front",
            (
                "MailOptions.cs",
                """
                interface IMailOptions { string Host { get; } bool UseSsl { get; } }
                class MailOptions : IMailOptions { public string Host { get; set; } = ""; public bool UseSsl { get; set; } }
                """
            ),
            Startup(
                """services.AddSingleton<IMailOptions>(new MailOptions { Host = "smtp.office365.com", UseSsl = «true|false|» });"""
            ),
            Mailer(Net("options.Host", "587", "options.UseSsl«||SMTP2001»"), "IMailOptions options")
        ),
        new(
            "a record made by its constructor",
            ("MailOptions.cs", "record MailOptions(string Host, int Port, bool UseSsl);"),
            Startup("""services.AddSingleton(new MailOptions("smtp.office365.com", 587, «true|false|»));"""),
            Mailer(Net("options.Host", "options.Port", "options.UseSsl«||SMTP2001»"), "MailOptions options")
        ),
        // The wrong version is certain; in the correct ones, code out of sight or a condition decides.
        new(
            "filled by somebody",
            Options,
            Startup(
                """var mail = new MailOptions { Host = "smtp.office365.com", Port = 587 }; «config.GetSection("Smtp").Bind((object)mail);||» services.AddSingleton(mail);"""
            ),
            Injected
        ),
        new(
            "one of two",
            Options,
            Startup(
                """«if (config["x"] == null) services.AddSingleton(new MailOptions { Host = "localhost", Port = 25, UseSsl = false });||» services.AddSingleton(new MailOptions { Host = "smtp.office365.com", Port = 587, UseSsl = false });"""
            ),
            Injected
        ),
        new(
            "set under a condition",
            Options,
            Startup(
                """var mail = new MailOptions { Host = "smtp.office365.com", Port = 587 }; «if (config["x"] != null) mail.UseSsl = true;||» services.AddSingleton(mail);"""
            ),
            Injected
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
