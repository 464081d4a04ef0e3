using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>Types and calls through which settings reach mail code: each in a project that is judged otherwise without
/// it.</summary>
public class KnownTypeTests
{
    static readonly (string, string) Insecure = Json(Host + ", \"UseSsl\": false");

    /// <summary>The scopes of a token, whatever kind of list holds them.</summary>
    [Theory]
    [InlineData("List<string>")]
    [InlineData("IList<string>")]
    [InlineData("IReadOnlyList<string>")]
    [InlineData("IEnumerable<string>")]
    [InlineData("ICollection<string>")]
    [InlineData("IReadOnlyCollection<string>")]
    [InlineData("string[]")]
    public async Task A_list_of_texts_is_bound(string list)
    {
        var options = $$"""
            class MailOptions { public string Host { get; set; } = ""; public {{list}} Scopes { get; set; } = null!; }
            class Tokens { public static string Ask(object scopes) => throw new NotSupportedException(); }
            """;
        var settings = Json(Host + ", \"Scopes\": [ \"https://graph.microsoft.com/.default\" ]");
        var send =
            "var options = config.GetSection(\"Smtp\").Get<MailOptions>()!; "
            + Kit("options.Host", "587").Replace("token", "Tokens.Ask(options.Scopes)", StringComparison.Ordinal);

        var found = await new MiniatureProject("scopes", settings, ("Options.cs", options), Mailer(send)).Findings(
            wrong: true
        );

        Assert.Equal(["SMTP4007 Mailer.cs:3"], found);
    }

    [Theory]
    [InlineData("Configure", false)]
    [InlineData("PostConfigure", false)]
    [InlineData("ConfigureAll", false)]
    [InlineData("PostConfigureAll", false)]
    [InlineData("Inspect", true)]
    public async Task A_call_changes_options_in_code(string call, bool isJudged)
    {
        var startup = $$"""
            class MailOptions { public string Host { get; set; } = ""; public bool UseSsl { get; set; } }
            static class Startup {
                public static void Add(IServiceCollection services, IConfiguration config) {
                    services.Configure<MailOptions>(config.GetSection("Smtp"));
                    services.{{call}}<MailOptions>(mail => { mail.UseSsl = true; });
                }
                static void Inspect<T>(this IServiceCollection services, Action<T> look) { }
            }
            """;

        var found = await new MiniatureProject(
            "call",
            Insecure,
            ("Startup.cs", startup),
            Mailer(Net("options.Value.Host", "587", "options.Value.UseSsl"), "IOptions<MailOptions> options")
        ).Findings(wrong: true);

        Assert.Equal(isJudged ? ["SMTP2001 Mailer.cs:3"] : [], found);
    }

    const string MailSettings = """
        <configuration><system.net><mailSettings><smtp>
          <network host="smtp.office365.com" port="587" enableSsl="true" userName="mailer" />
        </smtp></mailSettings></system.net></configuration>
        """;

    [Theory]
    [InlineData("System.Web.Configuration", "WebConfigurationManager", "GetSection", true)]
    [InlineData("System.Web.Configuration", "WebConfigurationManager", "GetWebApplicationSection", true)]
    [InlineData("System.Web.Configuration", "WebConfigurationManager", "GetOther", false)]
    [InlineData("System.Web.Configuration", "OtherManager", "GetSection", false)]
    [InlineData("System.Web.Configuration", "WebConfigurationManager", "GetSection", true, ", \"~/shop/web.config\"")]
    public async Task A_call_reads_mailSettings(string space, string type, string method, bool isRead, string path = "")
    {
        var stub = $$"""
            namespace {{space}} { public static class {{type}} { public static object {{method}}(string name, string? path = null) => null!; } }
            """;
        var send =
            $"var section = (System.Net.Configuration.SmtpSection){space}.{type}.{method}(\"system.net/mailSettings/smtp\"{path}); "
            + Kit("section.Network.Host", "465", "SecureSocketOptions.SslOnConnect");
        var project = new MiniatureProject(
            "section",
            ("app.config", MailSettings),
            ("Stub.cs", stub),
            Mailer(send, "int unused")
        )
        {
            IsNetFramework = true,
        };

        Assert.Equal(isRead, (await project.Findings(wrong: true)).Contains("SMTP1004 Mailer.cs:3"));
    }

    [Theory]
    [InlineData("system.net/mailSettings", true)]
    [InlineData("system.net/otherSettings", false)]
    public async Task The_group_of_mailSettings_has_the_section(string name, bool isRead)
    {
        const string Stub = """
            namespace System.Configuration { public abstract class Configuration { public abstract object GetSectionGroup(string name); } }
            namespace System.Net.Configuration { public abstract class MailSettingsSectionGroup { public abstract SmtpSection Smtp { get; } } }
            """;
        var send =
            "System.Configuration.Configuration file = null!; "
            + $"var group = (System.Net.Configuration.MailSettingsSectionGroup)file.GetSectionGroup(\"{name}\"); "
            + Kit("group.Smtp.Network.Host", "465", "SecureSocketOptions.SslOnConnect");
        var project = new MiniatureProject(
            "group",
            ("app.config", MailSettings),
            ("Stub.cs", Stub),
            Mailer(send, "int unused")
        )
        {
            IsNetFramework = true,
        };

        Assert.Equal(isRead, (await project.Findings(wrong: true)).Contains("SMTP1004 Mailer.cs:3"));
    }
}
