using System.Collections.Immutable;
using M365Smtp.Analyzers.Tests.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>What a team writes into .editorconfig or .globalconfig, read by the compiler's own reader.</summary>
public class TeamOptionsTests
{
    const string Code =
        """
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
    public async Task Without_a_word_the_defaults_hold(string file) =>
        Assert.Equal("SMTP1005 SMTP3003", await Said(file, "unrelated = true"));

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    public async Task An_additional_host_counts_as_Microsoft_365(string file) =>
        Assert.Equal("SMTP1004 SMTP1005 SMTP3003", await Said(file, "m365smtp.additional_hosts = mail.contoso.com, RELAY.contoso.com"));

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    public async Task Nothing_is_said_of_an_allowed_host(string file) =>
        Assert.Equal("", await Said(file, "m365smtp.allowed_hosts = smtp.office365.com"));

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    public async Task Port_25_may_be_allowed(string file) => Assert.Equal("SMTP3003", await Said(file, "m365smtp.allow_port_25 = true"));

    [Theory]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    public async Task Another_sender_may_be_allowed(string file) => Assert.Equal("SMTP1005", await Said(file, "m365smtp.allow_other_from = true"));

    [Theory]
    [InlineData(".editorconfig", "m365smtp.allow_port_25", "yes")]
    [InlineData(".globalconfig", "m365smtp.allow_other_from", "1")]
    [InlineData(".editorconfig", "m365smtp.allowed_hosts", "not a host")]
    [InlineData(".globalconfig", "m365smtp.additional_hosts", "smtp://relay.contoso.com")]
    public async Task A_value_that_means_nothing_is_named(string file, string key, string value)
    {
        var all = await Diagnostics(file, $"{key} = {value}");
        var mistake = Assert.Single(all, diagnostic => diagnostic.Id == "SMTP0001");
        Assert.Contains($"'{key}' has the value '{value}'", mistake.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(all, diagnostic => diagnostic.Id == "SMTP1005");
    }

    [Fact]
    public async Task A_file_without_mail_hears_nothing_of_a_wrong_value() => Assert.Empty(
        await Report.DiagnosticsOf(Compilation("class C { }"), Config(".editorconfig", "m365smtp.allow_port_25 = yes")));

    static async Task<string> Said(string file, string line) => string.Join(" ", (await Diagnostics(file, line)).Select(diagnostic => diagnostic.Id).Where(id => id is not ("SMTP4001" or "SMTP4002")));

    static async Task<ImmutableArray<Diagnostic>> Diagnostics(string file, string line) => await Report.DiagnosticsOf(Compilation(Code), Config(file, line));

    static CSharpCompilation Compilation(string code) => CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText(code, path: "/repo/src/C.cs")], Facts.References, new(OutputKind.DynamicallyLinkedLibrary));

    static FromConfig Config(string file, string line)
    {
        var header = file == ".globalconfig" ? "is_global = true" : "root = true\n[*.cs]";
        return new(AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(SourceText.From(header + "\n" + line), "/repo/" + file))));
    }

    sealed class FromConfig(AnalyzerConfigSet files) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(files.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(files.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(files.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);

        sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key.ToLowerInvariant(), out value);
        }
    }
}
