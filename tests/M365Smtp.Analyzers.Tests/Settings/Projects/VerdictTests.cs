using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>What only code and settings together show.</summary>
public class VerdictTests
{
    const string Host = "config[\"Smtp:Host\"]",
        Port = "config.GetValue<int>(\"Smtp:Port\")",
        UseSsl = "config.GetValue<bool>(\"Smtp:UseSsl\")";

    static readonly (string, string) File = Json(Code.Host + ", \"Port\": 587, \"UseSsl\": true");

    [Fact]
    public async Task One_key_and_value_is_right_for_one_library_and_wrong_for_another()
    {
        Assert.Empty(
            await new MiniatureProject("System.Net.Mail", File, Mailer(Net(Host, Port, UseSsl))).Findings(wrong: true)
        );
        Assert.Equal(
            ["SMTP2002 Mailer.cs:3"],
            await new MiniatureProject("MailKit", File, Mailer(Kit(Host, Port, UseSsl))).Findings(wrong: true)
        );
    }

    [Theory]
    [InlineData("", "SMTP2001 Mailer.cs:3")]
    [InlineData("config.Bind(smtp);", "")]
    [InlineData("config.Bind(\"Smtp\", smtp);", "")]
    [InlineData("config.GetSection(\"Smtp\").Bind(smtp);", "")]
    [InlineData("ConfigurationBinder.Bind(config.GetSection(\"Smtp\"), smtp);", "")]
    public async Task A_client_that_a_section_fills_is_not_judged(string bind, string found)
    {
        const string Client = "using var smtp = new SmtpClient(\"smtp.office365.com\", 587);",
            Send = "smtp.Credentials = new NetworkCredential(\"\", token); smtp.Send(\"\", \"\", \"\", \"\");";
        var project = new MiniatureProject("bound", Mailer(Client + bind + Send));

        Assert.Equal((bind, found), (bind, string.Join(" ", await project.Findings(wrong: true))));
    }

    [Fact]
    public async Task What_takes_two_layers_is_one_level_milder()
    {
        var code = Mailer(Net(Host, Port, UseSsl));
        var oneFile = new MiniatureProject("one file", Json(Code.Host + ", \"Port\": 587, \"UseSsl\": false"), code);
        var twoFiles = new MiniatureProject(
            "two files",
            Json(Code.Host + ", \"Port\": 587"),
            Json("\"UseSsl\": false", "appsettings.Production.json"),
            code
        );

        Assert.Equal(["Warning SMTP2001"], await oneFile.Severities());
        Assert.Equal(["Info SMTP2001"], await twoFiles.Severities());
    }

    const string Options = """
        class MailOptions { public string Host { get; set; } = ""; public bool UseSsl { get; set; } }
        static class Startup {
            public static void Add(IServiceCollection services, IConfiguration config, bool isDevelopment) {
                services.Configure<MailOptions>(config.GetSection("Smtp"));
                REGISTER
            }
            static void Secure(MailOptions mail) => mail.UseSsl = true;
        }
        """;

    /// <summary>The file sets false, and code that is not followed may override it.</summary>
    [Theory]
    [InlineData("services.Configure<MailOptions>(mail => mail.UseSsl = true);")]
    [InlineData("services.PostConfigureAll<MailOptions>(mail => { mail.UseSsl = true; });")]
    [InlineData("services.PostConfigure<MailOptions>(Secure);")]
    [InlineData("services.PostConfigure<MailOptions>(mail => Secure(mail));")]
    [InlineData("services.PostConfigure<MailOptions>(mail => { if (!isDevelopment) mail.UseSsl = true; });")]
    [InlineData("if (!isDevelopment) services.PostConfigure<MailOptions>(mail => mail.UseSsl = true);")]
    [InlineData(
        "services.PostConfigure<MailOptions>(mail => mail.UseSsl = false); services.PostConfigure<MailOptions>(mail => mail.UseSsl = true);"
    )]
    [InlineData(
        "services.AddOptions<MailOptions>().Configure<IConfiguration>((mail, more) => mail.UseSsl = more.GetValue<bool>(\"Security:Tls\"));"
    )]
    [InlineData("services.Configure<MailOptions>(config.GetSection(\"Other\"));")]
    public async Task What_code_may_change_is_not_judged(string register) =>
        Assert.Empty(await ByOptions(register, "IOptions<MailOptions> options", "options.Value").Findings(wrong: true));

    [Fact]
    public async Task A_class_that_configures_is_such_code()
    {
        var setup = (
            "MailSetup.cs",
            "class MailSetup(bool isSecure) : IConfigureOptions<MailOptions> { public void Configure(MailOptions mail) => mail.UseSsl = isSecure; }"
        );
        var project = ByOptions(
            "services.ConfigureOptions<MailSetup>();",
            "IOptions<MailOptions> options",
            "options.Value"
        );

        Assert.Empty(await (project with { Files = [.. project.Files, setup] }).Findings(wrong: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("services.PostConfigure<MailOptions>(\"other\", mail => mail.UseSsl = true);")]
    [InlineData("services.Configure<MailOptions>(\"other\", config.GetSection(\"Other\"));")]
    [InlineData("services.PostConfigure<MailOptions>(mail => Console.WriteLine(mail.Host));")]
    public async Task What_nothing_else_changes_is_judged(string register) =>
        Assert.Equal(
            ["SMTP2001 Mailer.cs:3"],
            await ByOptions(register, "IOptions<MailOptions> options", "options.Value").Findings(wrong: true)
        );

    [Fact]
    public async Task Options_that_a_caller_brings_are_not_those_of_the_container()
    {
        const string Send =
            "using var smtp = new SmtpClient(options.Host, 587) { EnableSsl = options.UseSsl, Credentials = new NetworkCredential(\"app@contoso.com\", \"\") }; smtp.Send(message);";
        var project = ByOptions(
            "services.AddSingleton(config.GetSection(\"Smtp\").Get<MailOptions>()!);",
            "int unused",
            "options"
        );

        Assert.Empty(
            await (
                project with
                {
                    Files =
                    [
                        .. project.Files[..^1],
                        (
                            "Mailer.cs",
                            $"class Mailer {{ public void Send(MailOptions options, MailMessage message) {{ {Send} }} }}"
                        ),
                    ],
                }
            ).Findings(wrong: true)
        );
        Assert.Equal(
            ["SMTP2001 Mailer.cs:1"],
            await (
                project with
                {
                    Files =
                    [
                        .. project.Files[..^1],
                        (
                            "Mailer.cs",
                            $"class Mailer(MailOptions options) {{ public void Send(MailMessage message) {{ {Send} }} }}"
                        ),
                    ],
                }
            ).Findings(wrong: true)
        );
    }

    public static TheoryData<string, string> Misses =>
        new()
        {
            {
                "a test for an empty text",
                "var port = Environment.GetEnvironmentVariable(\"SMTP_PORT\"); "
                    + Net("\"smtp.office365.com\"", "int.Parse(string.IsNullOrEmpty(port) ? \"465\" : port)")
            },
            {
                "a key that is put together from what is not known",
                "foreach (var name in config.GetSection(\"Names\").GetChildren()) { "
                    + Net("config[$\"{name.Key}:Host\"]", "587", "config.GetValue<bool>($\"{name.Key}:UseSsl\")")
                    + " }"
            },
            { "a section of a class of one's own", Net("Own.Section.Host", "587", "Own.Section.UseSsl") },
        };

    [Theory]
    [MemberData(nameof(Misses))]
    public async Task Known_miss_of_settings(string shape, string send)
    {
        var own = (
            "Own.cs",
            "class Own { public string Host => (string)this[\"Host\"]; public bool UseSsl => (bool)this[\"UseSsl\"]; public static Own Section => (Own)Find(\"smtp\"); object this[string name] => name; static object Find(string name) => new Own(); }"
        );
        var file = Json(Code.Host + ", \"Port\": 587, \"UseSsl\": false");

        Assert.Empty(await new MiniatureProject(shape, file, own, Mailer(send)).Findings(wrong: true));
    }

    static MiniatureProject ByOptions(string register, string parameters, string options) =>
        new(
            "options",
            Json(Code.Host + ", \"UseSsl\": false"),
            ("Startup.cs", Options.Replace("REGISTER", register)),
            Mailer(Net(options + ".Host", "587", options + ".UseSsl"), parameters)
        );
}
