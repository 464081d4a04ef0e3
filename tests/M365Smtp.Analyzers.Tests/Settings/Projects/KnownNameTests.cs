using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>Each API name through which settings reach mail code, in a project that is judged differently without
/// it.</summary>
public class KnownNameTests
{
    const string Options =
        "class MailOptions { public string Host { get; set; } = \"\"; public bool UseSsl { get; set; } }";

    static readonly (string, string) Insecure = Json(Host + ", \"UseSsl\": false");

    [Theory]
    [InlineData("AddSingleton<MailOptions>(_ => MAIL)")]
    [InlineData("AddScoped<MailOptions>(_ => MAIL)")]
    [InlineData("AddTransient<MailOptions>(_ => MAIL)")]
    [InlineData("TryAddSingleton<MailOptions>(_ => MAIL)")]
    [InlineData("TryAddScoped<MailOptions>(_ => MAIL)")]
    [InlineData("TryAddTransient<MailOptions>(_ => MAIL)")]
    [InlineData("AddKeyedSingleton<MailOptions>(1, (_, _) => MAIL)")]
    [InlineData("AddKeyedScoped<MailOptions>(1, (_, _) => MAIL)")]
    [InlineData("AddKeyedTransient<MailOptions>(1, (_, _) => MAIL)")]
    [InlineData("TryAddKeyedSingleton<MailOptions>(1, (_, _) => MAIL)")]
    [InlineData("TryAddKeyedScoped<MailOptions>(1, (_, _) => MAIL)")]
    [InlineData("TryAddKeyedTransient<MailOptions>(1, (_, _) => MAIL)")]
    public async Task A_registration_hands_out_options(string register)
    {
        var startup = $$"""
            using Microsoft.Extensions.DependencyInjection.Extensions;
            {{Options}}
            static class Startup {
                public static void Add(IServiceCollection services, IConfiguration config) =>
                    services.{{register.Replace(
                "MAIL",
                "config.GetSection(\"Smtp\").Get<MailOptions>()!",
                StringComparison.Ordinal
            )}};
            }
            """;
        Assert.Equal(
            ["SMTP2001 Mailer.cs:3"],
            await Findings(startup, Mailer(Net("options.Host", "587", "options.UseSsl"), "MailOptions options"))
        );
    }

    [Theory]
    [InlineData("IConfiguration")]
    [InlineData("IConfigurationRoot")]
    [InlineData("IConfigurationManager")]
    [InlineData("ConfigurationManager")]
    [InlineData("ConfigurationRoot")]
    [InlineData("ConfigurationSection")]
    public async Task A_type_reads_the_configuration(string type) =>
        Assert.Equal(
            ["SMTP2001 Mailer.cs:3"],
            await Findings(
                "",
                Mailer(
                    Net("config[\"Smtp:Host\"]", "587", "config.GetValue<bool>(\"Smtp:UseSsl\")"),
                    $"Microsoft.Extensions.Configuration.{type} config"
                )
            )
        );

    [Theory]
    [InlineData("IConfigureOptions<MailOptions>", "")]
    [InlineData("IConfigureNamedOptions<MailOptions>", "public void Configure(string? name, MailOptions options) { }")]
    [InlineData(
        "IPostConfigureOptions<MailOptions>",
        "public void PostConfigure(string? name, MailOptions options) { }"
    )]
    [InlineData("IDisposable", "public void Dispose() { }")]
    public async Task A_class_that_configures_leaves_nothing_known(string contract, string member)
    {
        var startup = $$"""
            {{Options}}
            class Setup : {{contract}} { public void Configure(MailOptions options) { } {{member}} }
            static class Startup {
                public static void Add(IServiceCollection services, IConfiguration config) =>
                    services.Configure<MailOptions>(config.GetSection("Smtp"));
            }
            """;
        Assert.Equal(
            contract == "IDisposable" ? ["SMTP2001 Mailer.cs:3"] : [],
            await Findings(
                startup,
                Mailer(Net("options.Value.Host", "587", "options.Value.UseSsl"), "IOptions<MailOptions> options")
            )
        );
    }

    [Theory]
    [InlineData("Dictionary")]
    [InlineData("IDictionary")]
    [InlineData("IReadOnlyDictionary")]
    public async Task A_table_of_options_is_bound(string table)
    {
        var send = Net("all[\"Smtp\"].Host", "587", "all[\"Smtp\"].UseSsl");
        Assert.Equal(
            ["SMTP2001 Mailer.cs:3"],
            await Findings(Options, Mailer($"var all = config.Get<{table}<string, MailOptions>>()!; {send}"))
        );
    }

    [Theory]
    [InlineData("System.Configuration.ConfigurationManager")]
    [InlineData("System.Configuration.ConfigurationSettings")]
    [InlineData("System.Web.Configuration.WebConfigurationManager")]
    public async Task A_type_reads_appSettings(string type)
    {
        var parts = type.Split('.');
        var stub = type.EndsWith(".ConfigurationManager", StringComparison.Ordinal)
            ? ""
            : $$"""
                namespace {{string.Join('.', parts[..^1])}} {
                    public static class {{parts[
                    ^1
                ]}} { public static System.Collections.Specialized.NameValueCollection AppSettings => null!; }
                }
                """;
        var project = new MiniatureProject(
            type,
            (
                "app.config",
                """<configuration><appSettings><add key="SmtpHost" value="smtp.office365.com" /><add key="Tls" value="false" /></appSettings></configuration>"""
            ),
            ("Stub.cs", stub),
            Mailer(
                Net($"{type}.AppSettings[\"SmtpHost\"]", "587", $"bool.Parse({type}.AppSettings[\"Tls\"]!)"),
                "int unused"
            )
        )
        {
            IsNetFramework = true,
        };
        Assert.Contains("SMTP2001 Mailer.cs:3", await project.Findings(wrong: true));
    }

    static Task<IEnumerable<string>> Findings(string startup, (string, string) mailer) =>
        new MiniatureProject("names", Insecure, ("Startup.cs", startup), mailer).Findings(wrong: true);
}
