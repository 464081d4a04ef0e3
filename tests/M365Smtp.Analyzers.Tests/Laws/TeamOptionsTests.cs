using System.Collections.Immutable;
using M365Smtp.Analyzers.Tests.Extraction;
using M365Smtp.Analyzers.Tests.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>A team's options in .editorconfig or .globalconfig, read by the compiler's own reader.</summary>
public class TeamOptionsTests
{
    const string Code = """
        using System.Net; using System.Net.Mail;
        class C {
            void Relay(MailMessage m, string pw) { var c = new SmtpClient("relay.contoso.com", 465) { EnableSsl = true, Credentials = new NetworkCredential("a@contoso.com", pw) }; c.Send(m); }
            void Port25(NetworkCredential l) { var c = new SmtpClient("smtp.office365.com", 25) { EnableSsl = true, Credentials = l }; c.Send("a@contoso.com", "b@contoso.com", "s", "b"); }
            void From(string pw) { var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("a@contoso.com", pw) }; c.Send("a@fabrikam.com", "b@contoso.com", "s", "b"); }
        }
        """;

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    public async Task Without_options_the_defaults_apply(string file) =>
        Assert.Equal("SMTP1005 SMTP3003", await Said(file, "unrelated = true"));

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    public async Task An_additional_host_counts_as_Microsoft_365(string file) =>
        Assert.Equal(
            "SMTP1004 SMTP1005 SMTP3003",
            await Said(file, "m365smtp.additional_hosts = mail.contoso.com, RELAY.contoso.com")
        );

    [Fact]
    public async Task An_additional_host_may_be_the_only_one_in_the_project() =>
        Assert.Equal(
            "SMTP4005 SMTP1004",
            Ids(
                await Report.DiagnosticsOf(
                    Compilation(
                        """
                        class C { void Send() => new System.Net.Mail.SmtpClient("mail.contoso.com", 465) { EnableSsl = true }.Send(null); }
                        """
                    ),
                    Config(".editorconfig", "m365smtp.additional_hosts = mail.contoso.com")
                )
            )
        );

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    public async Task An_allowed_host_is_not_reported(string file) =>
        Assert.Equal("", await Said(file, "m365smtp.allowed_hosts = smtp.office365.com"));

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    public async Task Port_25_may_be_allowed(string file) =>
        Assert.Equal("SMTP3003", await Said(file, "m365smtp.allow_port_25 = true"));

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    public async Task Another_sender_may_be_allowed(string file) =>
        Assert.Equal("SMTP1005", await Said(file, "m365smtp.allow_other_from = true"));

    [Theory]
    [InlineData(".editorconfig", "m365smtp.allow_port_25", "yes")]
    [InlineData(".globalconfig", "m365smtp.allow_other_from", "1")]
    [InlineData(".editorconfig", "m365smtp.allow_sign_in_changes", "always")]
    [InlineData(".editorconfig", "m365smtp.allowed_hosts", "not a host")]
    [InlineData(".globalconfig", "m365smtp.additional_hosts", "smtp://relay.contoso.com")]
    [InlineData(".editorconfig", "m365smtp.disabled_rules", "SMTP9999")]
    public async Task An_invalid_value_is_named(string file, string key, string value)
    {
        var all = await Diagnostics(file, $"{key} = {value}");
        var mistake = Assert.Single(all, diagnostic => diagnostic.Id == "SMTP0001");
        Assert.StartsWith($"'{key} = {value}' is ignored: use ", mistake.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(all, diagnostic => diagnostic.Id == "SMTP1005");
    }

    [Theory]
    [InlineData(".editorconfig", "m365smtp.allow_port25", "did you mean 'm365smtp.allow_port_25'?")]
    [InlineData(".globalconfig", "M365Smtp.Additional_Host", "did you mean 'm365smtp.additional_hosts'?")]
    [InlineData(".editorconfig", "m365smtp_allowed_hosts", "did you mean 'm365smtp.allowed_hosts'?")]
    [InlineData(".globalconfig", "m365smtp.severity", "the options are m365smtp.allow_port_25, ")]
    public async Task A_key_that_does_not_exist_is_named_with_the_nearest_that_does(
        string file,
        string key,
        string suggestion
    )
    {
        var all = await Diagnostics(file, $"{key} = true");
        var mistake = Assert.Single(all, diagnostic => diagnostic.Id == "SMTP0001");
        Assert.StartsWith(
            $"'{key.ToLowerInvariant()}' is ignored: no such option; {suggestion}",
            mistake.GetMessage(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Options_of_other_analyzers_are_ignored() =>
        Assert.Equal("SMTP1005 SMTP3003", await Said(".editorconfig", "smtp.allow_port_25 = true"));

    [Fact]
    public async Task A_host_that_cannot_list_its_keys_causes_no_exception() =>
        Assert.Equal(
            "SMTP1005 SMTP3003",
            Ids(
                await Report.DiagnosticsOf(
                    Compilation(Code),
                    new FromConfig(Set(".editorconfig", "m365smtp.allow_port25 = true"), canListKeys: false)
                )
            )
        );

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    public async Task A_mistake_is_reported_once_per_project_in_the_first_handwritten_mail_file(string file)
    {
        var project = Compilation(Code)
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(
                Tree("class NoMail { }", "NoMail.cs"),
                Tree("// <auto-generated/>\nclass Smtp { }", "Generated.cs"),
                Tree("class SmtpDesigner { }", "Form.Designer.cs"),
                Tree(Code, "First.cs"),
                Tree(Code.Replace("class C", "class D"), "Second.cs")
            );
        var all = await Report.DiagnosticsOf(
            project,
            Config(file, "m365smtp.allow_port_25 = yes\nm365smtp.allow_port25 = true")
        );
        var mistakes = all.Where(diagnostic => diagnostic.Id == "SMTP0001").ToList();
        Assert.Equal(2, mistakes.Count);
        Assert.All(
            mistakes,
            mistake => Assert.EndsWith("First.cs", mistake.Location.SourceTree!.FilePath, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_project_with_mail_only_in_its_settings_is_reported_there_once()
    {
        var settings = """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587 } }""";
        var all = await InSettings(
            Config(".globalconfig", "m365smtp.allow_port_25 = yes"),
            ("appsettings.json", settings),
            ("appsettings.Test.json", settings)
        );
        var mistake = Assert.Single(all, diagnostic => diagnostic.Id == "SMTP0001");
        Assert.EndsWith("appsettings.json", mistake.Location.GetLineSpan().Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m365smtp.disabled_rules = SMTP1004", "SMTP4003")]
    [InlineData("m365smtp.disabled_rules = smtp4003, SMTP1004", "")]
    [InlineData("m365smtp.disabled_rules = all", "")]
    [InlineData("m365smtp.disabled_rules = SMTP9999", "SMTP0001 SMTP1004 SMTP4003")]
    public async Task Rules_can_be_disabled_in_one_settings_file(string line, string left)
    {
        var settings =
            """{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "User": "a@contoso.com", "Password": "Orders-2019!" } }""";
        var config = new FromConfig(
            AnalyzerConfigSet.Create(
                ImmutableArray.Create(
                    AnalyzerConfig.Parse(
                        SourceText.From("root = true\n[appsettings.Development.json]\n" + line),
                        "/repo/.editorconfig"
                    )
                )
            )
        );
        var all = await InSettings(config, ("appsettings.Development.json", settings));
        Assert.Equal(left, string.Join(" ", all.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_file_without_mail_gets_no_finding_for_a_wrong_value() =>
        Assert.Empty(
            await Report.DiagnosticsOf(
                Compilation("class C { }"),
                Config(".editorconfig", "m365smtp.allow_port_25 = yes")
            )
        );

    static async Task<string> Said(string file, string line) => Ids(await Diagnostics(file, line));

    static string Ids(IEnumerable<Diagnostic> diagnostics) =>
        string.Join(
            " ",
            diagnostics.Select(diagnostic => diagnostic.Id).Where(id => id is not ("SMTP4001" or "SMTP4002"))
        );

    static async Task<ImmutableArray<Diagnostic>> Diagnostics(string file, string line) =>
        await Report.DiagnosticsOf(Compilation(Code), Config(file, line));

    static async Task<ImmutableArray<Diagnostic>> InSettings(
        FromConfig config,
        params (string Name, string Text)[] files
    )
    {
        var texts = files.Select(file => new SettingsProject.MemoryText("/repo/src/" + file.Name, file.Text));
        return await Compilation("class C { }")
            .WithAnalyzers([new SmtpSettingsAnalyzer()], new AnalyzerOptions([.. texts], config))
            .GetAnalyzerDiagnosticsAsync();
    }

    static CSharpCompilation Compilation(string code) =>
        CSharpCompilation.Create(
            "Test",
            [Tree(code, "C.cs")],
            Facts.References,
            new(OutputKind.DynamicallyLinkedLibrary)
        );

    static SyntaxTree Tree(string code, string name) => CSharpSyntaxTree.ParseText(code, path: "/repo/src/" + name);

    static FromConfig Config(string file, string line) => new(Set(file, line));

    static AnalyzerConfigSet Set(string file, string line)
    {
        var header = file == ".globalconfig" ? "is_global = true" : "root = true\n[*.cs]";
        return AnalyzerConfigSet.Create(
            ImmutableArray.Create(AnalyzerConfig.Parse(SourceText.From(header + "\n" + line), "/repo/" + file))
        );
    }

    sealed class FromConfig(AnalyzerConfigSet files, bool canListKeys = true) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions =>
            new Values(files.GlobalConfigOptions.AnalyzerOptions, canListKeys);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Of(tree.FilePath);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Of(textFile.Path);

        Values Of(string path) => new(files.GetOptionsForSourcePath(path).AnalyzerOptions, canListKeys);

        sealed class Values(ImmutableDictionary<string, string> values, bool canListKeys) : AnalyzerConfigOptions
        {
            public override IEnumerable<string> Keys => canListKeys ? values.Keys : base.Keys;

            public override bool TryGetValue(
                string key,
                [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value
            ) => values.TryGetValue(key.ToLowerInvariant(), out value);
        }
    }
}
