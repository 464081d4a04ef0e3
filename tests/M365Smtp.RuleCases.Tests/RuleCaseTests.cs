using System.Collections.Immutable;
using M365Smtp.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.RuleCases.Tests;

/// <summary>Each rule on programs that have its fault, and on programs that only look as if they had.</summary>
public class RuleCaseTests
{
    static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("M365Smtp.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // A library whose options contain a sign-in.
    static readonly SyntaxTree Serilog = CSharpSyntaxTree.ParseText(
        """
        namespace Serilog
        {
            public static class Log { public static ILogger? Logger { get; set; } }
            public interface ILogger { }
            public class LoggerConfiguration
            {
                public Configuration.LoggerSinkConfiguration WriteTo { get; } = new();
                public Core.Logger CreateLogger() => new();
            }
            public static class LoggerConfigurationEmailExtensions
            {
                public static LoggerConfiguration Email(
                    this Configuration.LoggerSinkConfiguration to,
                    Sinks.Email.EmailSinkOptions options
                ) => new();
            }
        }
        namespace Serilog.Core
        {
            public sealed class Logger : ILogger, System.IDisposable { public void Dispose() { } }
        }
        namespace Serilog.Configuration
        {
            public class LoggerSinkConfiguration { }
        }
        namespace Serilog.Sinks.Email
        {
            public class EmailSinkOptions
            {
                public string? Host { get; set; }
                public int Port { get; set; }
                public string? From { get; set; }
                public System.Collections.Generic.List<string> To { get; set; } = new();
                public System.Net.ICredentialsByHost? Credentials { get; set; }
                public MailKit.Security.SecureSocketOptions ConnectionSecurity { get; set; }
                public MailKit.Security.SaslMechanism? Sasl { get; set; }
            }
        }
        """
    );

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var known in RuleCase.All)
                data.Add(known.Rule, known.Story);
            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_rule_reports_its_fault_and_nothing_else(string rule, string story)
    {
        var known = RuleCase.All.Single(known => known.Rule == rule && known.Story == story);
        var tree = CSharpSyntaxTree.ParseText(known.Code, path: "/src/Mail.cs");
        var isProgram = tree.GetRoot().ChildNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement));
        var compilation = CSharpCompilation.Create(
            "Mail",
            [tree, Serilog],
            References,
            new(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        Assert.DoesNotContain(
            compilation.GetDiagnostics(),
            problem => problem.Severity == DiagnosticSeverity.Error
        );
        var found = await compilation
            .WithAnalyzers([new SmtpCodeAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(found, finding => finding.Id == "AD0001");
        Assert.Equal(
            known.IsMissed ? [] : known.Lines,
            found
                .Where(finding => finding.Id == rule)
                .Select(finding => finding.Location.GetLineSpan().StartLinePosition.Line + 1)
                .Distinct()
                .Order()
        );
    }

    [Fact]
    public void Each_rule_has_twenty_of_both_kinds() =>
        Assert.All(
            RuleCase.All.GroupBy(known => known.Rule),
            ofRule =>
            {
                Assert.True(ofRule.Count(known => known.IsFault && known.Lines.Count > 0) >= 20, ofRule.Key);
                Assert.True(ofRule.Count(known => !known.IsFault && known.Lines.Count == 0) >= 20, ofRule.Key);
            }
        );
}
