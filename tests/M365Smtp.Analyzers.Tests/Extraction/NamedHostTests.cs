using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Scanning;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// In a project that names no Microsoft host, only what is wrong at any host is reported; one that names a host
/// anywhere is read.
/// </summary>
public class NamedHostTests
{
    [Theory]
    [InlineData("a constant", "public const string Host = \"smtp.office365.com\";")]
    [InlineData("a part of one", "const string Domain = \"live.com\"; public const string Host = \"smtp.\" + Domain;")]
    [InlineData("a misspelling", "public const string Host = \"smtp.ofice365.con\";")]
    [InlineData("a host without a mail word", "public const string Host = \"webmail.apps.mil\";")]
    [InlineData("a tenant's endpoint", "public const string Host = \"contoso-com.mail.protection.outlook.com\";")]
    [InlineData("a tenant's new endpoint", "public const string Host = \"contoso-com.a-v1.mx.microsoft\";")]
    [InlineData("in capitals", "public const string Host = \"SMTP.OFFICE365.COM\";")]
    [InlineData("written with the port", "public const string Host = \"smtp.office365.com:587\";")]
    public async Task A_host_may_be_named_in_another_file_or_project(string story, string member)
    {
        const string App = """
            using System.Net; using System.Net.Mail;
            class App
            {
                public void Send(MailMessage message)
                {
                    using var client = new SmtpClient(Places.Host, 25) { Credentials = new NetworkCredential("app@contoso.com", "Heron#Copper72") };
                    client.Send(message);
                }
            }
            """;
        var places = $$"""public static class Places { {{member}} }""";
        var library = Report.CSharp(places).WithAssemblyName("Library");
        var app = Report.CSharp(App);

        var inFile = await Report.Of(Report.CSharp(App, places));
        var inAssembly = await Report.Of(app.AddReferences(TwoProjects.Image(library)));
        var inProject = await Report.Of(app.AddReferences(library.ToMetadataReference()));

        Assert.True(inFile.Length > 0, story);
        Assert.True(inAssembly.Length > 0, story);
        Assert.Equal(inAssembly, inProject);
    }

    [Fact]
    public async Task A_reference_whose_constants_an_obfuscator_broke_may_name_a_host()
    {
        var library = Report.CSharp("public static class Places { public const string Host = \"a\"; }");
        using var stream = new MemoryStream();
        Assert.True(library.WithAssemblyName("Library").Emit(stream).Success);
        var image = stream.ToArray();
        using (var file = new PEReader(image.ToImmutableArray()))
        {
            var row = file.PEHeaders.MetadataStartOffset
                + file.GetMetadataReader().GetTableMetadataOffset(TableIndex.Constant);
            // The type and the parent come before the value, which no blob is at now.
            image.AsSpan(row + 4, 2).Fill(0xFF);
        }
        var app = Report
            .CSharp("class App { void Send(System.Net.Mail.SmtpClient client) => client.Send(null); }")
            .AddReferences(MetadataReference.CreateFromImage(image));

        Assert.True(new NamedHosts(app, SettingsIndex.Empty).MayBeKnownIn(SourceText.From("")));
        Assert.Equal("", await Report.Of(app));
    }

    [Fact]
    public void A_project_that_sends_through_another_provider_names_none()
    {
        var app = Report.CSharp(
            """
            // Sends mail by SMTP, from the lookup list of Microsoft.Extensions users.
            class App { void Send() => new System.Net.Mail.SmtpClient("smtp.example.net", 587).Send(null); }
            """
        );

        Assert.False(new NamedHosts(app, SettingsIndex.Empty).MayBeKnownIn(app.SyntaxTrees.Single().GetText()));
    }

    [Theory]
    [InlineData("ClientSecretCredential")]
    [InlineData("ClientCertificateCredential")]
    [InlineData("ClientAssertionCredential")]
    [InlineData("DefaultAzureCredential")]
    [InlineData("EnvironmentCredential")]
    [InlineData("OnBehalfOfCredential")]
    [InlineData("WorkloadIdentityCredential")]
    public async Task A_credential_for_each_message_is_reported_whatever_the_host_is(string type) =>
        Assert.Equal(
            "SMTP4013",
            await Report.Of(
                Report.CSharp(
                    $$"""
                    using System.Collections.Generic; using System.Net.Mail; using Azure.Identity;
                    class App
                    {
                        public void Send(SmtpClient client, IEnumerable<MailMessage> messages)
                        {
                            foreach (var message in messages)
                            {
                                var credential = new {{type}}();
                                client.Send(message);
                            }
                        }
                    }
                    """,
                    $"namespace Azure.Identity {{ public class {type}; }}"
                )
            )
        );

    [Theory]
    [InlineData("class App { object securityProtocol; }", true)]
    [InlineData("// ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;\nclass App { }", false)]
    [InlineData("class App\n{\n    /// <summary>Sets <see cref=\"SecurityProtocol\"/>.</summary>\n    void M() { }\n}", false)]
    [InlineData("class App\n{\n#if OLD\n    object SecurityProtocol;\n#endif\n}", false)]
    [InlineData("class App { string ews = \"https://example.net/EWS/Exchange.asmx\"; }", true)]
    public void Only_code_that_runs_can_be_reported_at_any_host(string code, bool may) =>
        Assert.Equal(may, AnyHost.MayBeReportedIn(Report.CSharp(code).SyntaxTrees.Single(), default));

    [Fact]
    public async Task Secrets_in_a_protocol_log_are_reported_whatever_the_host_is() =>
        Assert.Equal(
            "SMTP4008",
            await Report.Of(
                Report.CSharp(
                    """
                    using MailKit; using MailKit.Net.Smtp;
                    class App { SmtpClient Logged() => new SmtpClient(new ProtocolLogger("smtp.log") { RedactSecrets = false }); }
                    """
                )
            )
        );

    [Fact]
    public void Every_host_and_every_misspelling_of_one_is_noticed() =>
        Assert.All(
            Hosts
                .All.Select(host => host.Name)
                .Append("contoso-com.mail.protection.outlook.com")
                .Append("contoso-com.a-v1.mx.microsoft")
                .SelectMany(host => Misspelt(host).SelectMany(Misspelt).Append(host))
                .Distinct()
                .Where(host => Hosts.Find(host) is not null),
            host => Assert.True(HostTraces.InCode.Any(SourceText.From($"\"{host}\"")), host)
        );

    // One letter less, changed or more.
    static IEnumerable<string> Misspelt(string host) =>
        Enumerable
            .Range(0, host.Length)
            .SelectMany(at =>
                new[] { host.Remove(at, 1), host.Remove(at, 1).Insert(at, "q"), host.Insert(at, "q") }
            );
}
