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

    [Fact]
    public async Task What_a_file_and_the_code_say_is_as_severe_as_one_file() =>
        Assert.Equal(
            ["Warning SMTP2001"],
            await new MiniatureProject(
                "file and code",
                Json(Code.Host + ", \"UseSsl\": false"),
                Mailer(Net(Host, "587", UseSsl))
            ).Severities()
        );

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
    [InlineData("services.PostConfigure<MailOptions>(mail => mail.UseSsl |= true);")]
    [InlineData("services.PostConfigure<MailOptions>(mail => { { mail.UseSsl = true; } });")]
    [InlineData("services.PostConfigure<MailOptions>(mail => { foreach (var _ in \"\") mail.UseSsl = true; });")]
    [InlineData("services.PostConfigure<MailOptions>(mail => { switch (isDevelopment) { case false: mail.UseSsl = true; break; } });")]
    [InlineData("services.PostConfigure<MailOptions>(mail => _ = isDevelopment switch { true => \"\", _ => mail.Host = \"\" });")]
    [InlineData("services.Configure<MailOptions>(config.GetSection(\"Other\"));")]
    public async Task What_code_may_change_is_not_judged(string register) =>
        Assert.Empty(await ByOptions(register, "IOptions<MailOptions> options", "options.Value").Findings(wrong: true));

    [Theory]
    [InlineData("IConfiguration", "", true)]
    [InlineData("IConfigurationRoot", "", true)]
    [InlineData("IConfigurationSection", "", false)]
    [InlineData("IConfigurationSection", ".GetSection(\"Inner\")", false)]
    [InlineData("Vault", "", false)]
    public async Task A_section_passed_in_is_not_the_root(string type, string part, bool isRoot)
    {
        var startup = $$"""
            class MailOptions { public string Host { get; set; } = ""; public bool UseSsl { get; set; } }
            abstract class Vault : IConfiguration { public abstract string? this[string key] { get; set; } public abstract IConfigurationSection GetSection(string key); public abstract IEnumerable<IConfigurationSection> GetChildren(); public abstract Microsoft.Extensions.Primitives.IChangeToken GetReloadToken(); }
            static class Startup {
                public static void Add(IServiceCollection services, {{type}} config) => services.Configure<MailOptions>(config{{part}});
            }
            """;
        var project = new MiniatureProject(
            type,
            ("appsettings.json", """{ "Host": "smtp.office365.com", "UseSsl": false }"""),
            ("Startup.cs", startup),
            Mailer(Net("options.Value.Host", "587", "options.Value.UseSsl"), "IOptions<MailOptions> options")
        );

        Assert.Equal(isRoot ? ["SMTP2001 Mailer.cs:3"] : [], await project.Findings(wrong: true));
    }

    [Theory]
    [InlineData("services.AddSingleton<MailOptions>();", "SMTP2001 Mailer.cs:3")]
    [InlineData("services.AddSingleton<Clock>();", "")]
    [InlineData("services.AddSingleton<Clock>(); services.Replace<MailOptions>();", "")]
    public async Task Options_are_injected_only_if_they_are_registered(string register, string found)
    {
        var more = (
            "Clock.cs",
            "class Clock { } static class More { public static void Replace<T>(this IServiceCollection services) { } }"
        );
        var project = ByOptions(register, "MailOptions options", "options");

        Assert.Equal(
            found,
            string.Join(" ", await (project with { Files = [.. project.Files, more] }).Findings(wrong: true))
        );
    }

    [Theory]
    [InlineData("all => all.Smtp.UseSsl = true", "")]
    [InlineData("all => all.Smtp = new() { Host = \"smtp.office365.com\", UseSsl = true }", "")]
    [InlineData("all => all.Name = all.Smtp.Host", "")]
    [InlineData("all => all.Name = \"mail\"", "SMTP2001 Mailer.cs:3")]
    public async Task Code_may_change_a_part_of_options(string change, string found)
    {
        var startup = $$"""
            class MailOptions { public string Host { get; set; } = ""; public bool UseSsl { get; set; } }
            class AlertOptions { public string Name { get; set; } = ""; public MailOptions Smtp { get; set; } = new(); }
            static class Startup {
                public static void Add(IServiceCollection services, IConfiguration config) {
                    services.Configure<AlertOptions>(config);
                    services.PostConfigure<AlertOptions>({{change}});
                }
            }
            """;
        var project = new MiniatureProject(
            "parts",
            Json(Code.Host + ", \"UseSsl\": false"),
            ("Startup.cs", startup),
            Mailer(Net("options.Value.Smtp.Host", "587", "options.Value.Smtp.UseSsl"), "IOptions<AlertOptions> options")
        );

        Assert.Equal(found, string.Join(" ", await project.Findings(wrong: true)));
    }

    [Theory]
    [InlineData("Smtp = { Host = \"smtp.office365.com\", UseSsl = true }", "false", "")]
    [InlineData("Smtp = new() { Host = \"smtp.office365.com\", UseSsl = true }", "false", "")]
    [InlineData("Smtp = new() { Host = \"smtp.office365.com\", UseSsl = false }", "true", "SMTP2001 Mailer.cs:3")]
    [InlineData("Smtp = new MailOptions { Host = \"smtp.office365.com\" }", "true", "")]
    [InlineData("Smtp = new MailOptions { Host = \"smtp.office365.com\" }", "false", "SMTP2001 Mailer.cs:3")]
    [InlineData("Smtp = new() { Host = \"smtp.office365.com\" }", "true", "")]
    [InlineData("Smtp = new() { Host = \"smtp.office365.com\" }", "false", "SMTP2001 Mailer.cs:3")]
    public async Task A_registered_object_has_the_parts_it_was_made_with(string parts, string ssl, string found)
    {
        var startup = $$"""
            class MailOptions { public string Host { get; set; } = ""; public bool UseSsl { get; set; } = {{ssl}}; }
            class AlertOptions { public string Host { get; set; } = ""; public MailOptions Smtp { get; set; } = new(); }
            static class Startup {
                public static void Add(IServiceCollection services) => services.AddSingleton(new AlertOptions { {{parts}} });
            }
            """;
        var project = new MiniatureProject(
            "parts",
            ("Startup.cs", startup),
            Mailer(Net("options.Smtp.Host", "587", "options.Smtp.UseSsl"), "AlertOptions options")
        );

        Assert.Equal(found, string.Join(" ", await project.Findings(wrong: true)));
    }

    [Theory]
    [InlineData("own.GetValue<bool>(\"Smtp:UseSsl\")")]
    [InlineData("own.GetSection(\"Smtp\").GetValue<bool>(\"UseSsl\")")]
    [InlineData("own.Get<MailOptions>(\"Smtp\").UseSsl")]
    public async Task A_class_with_methods_of_the_same_names_is_no_configuration(string ssl)
    {
        var own = (
            "Own.cs",
            "class Own { public extern Own GetSection(string key); public extern T GetValue<T>(string key); public extern T Get<T>(string key); }"
        );
        var project = ByOptions("", "IOptions<MailOptions> options, Own own", "options.Value");
        var mailer = Mailer(Net("options.Value.Host", "587", ssl), "IOptions<MailOptions> options, Own own");

        Assert.Empty(await (project with { Files = [.. project.Files[..^1], own, mailer] }).Findings(wrong: true));
    }

    [Fact]
    public async Task A_launch_profile_does_not_get_the_port_of_another() =>
        Assert.Empty(
            await new MiniatureProject(
                "profiles",
                (
                    "Properties/launchSettings.json",
                    """
                    { "profiles": {
                      "A": { "environmentVariables": { "SMTP_HOST": "smtp.office365.com" } },
                      "B": { "environmentVariables": { "SMTP_HOST": "smtp.gmail.com", "SMTP_PORT": "465" } },
                      "C": { "environmentVariables": { "SMTP_HOST": "smtp.example.org", "SMTP_PORT": "2525" } }
                    } }
                    """
                ),
                Mailer(
                    Kit(
                        "Environment.GetEnvironmentVariable(\"SMTP_HOST\")",
                        "int.Parse(Environment.GetEnvironmentVariable(\"SMTP_PORT\")!)"
                    )
                )
            ).Findings(wrong: true)
        );

    [Fact]
    public async Task A_long_method_is_read_for_what_it_reads_through_another()
    {
        var mailer = (
            "Mailer.cs",
            $$"""
            class Mailer(IConfiguration config) {
                public void Send(string token) { {{Net("\"smtp.office365.com\"", "Port()")}} }
                int Port() { {{Extraction.ReachTests.LongCode}} return Read("Port"); }
                int Read(string name) => config.GetValue<int>("Smtp:" + name);
            }
            """
        );
        Assert.Equal(
            ["SMTP1004 Mailer.cs:4", "SMTP1004 appsettings.json:2"],
            await new MiniatureProject("long", Json("\"Port\": 465, " + Code.Host), mailer).Findings(wrong: true)
        );
    }

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
