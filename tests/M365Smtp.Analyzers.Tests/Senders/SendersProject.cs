using System.Collections.Immutable;
using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis.VisualBasic;

namespace M365Smtp.Analyzers.Tests.Senders;

/// <summary>A project with a senders file, and the findings of both analyzers about its sign-ins and senders.</summary>
static class SendersProject
{
    static readonly MetadataReference[] References = Framework.Alone;

    public static Task<string> OfCSharp(string body, string? senders) => JudgeAsync(CSharp(body), Files(senders));

    public static Task<string> OfVisualBasic(string body, string? senders) =>
        JudgeAsync(
            VisualBasicCompilation.Create(
                "Test",
                [
                    VisualBasicSyntaxTree.ParseText(
                        $"""
                        Imports System.Net
                        Imports System.Net.Mail
                        Class Mailer
                            Sub Send(secret As String, login As String, sender As String)
                        {body}
                            End Sub
                        End Class
                        """,
                        path: "Mail.vb"
                    ),
                ],
                References,
                new(OutputKind.DynamicallyLinkedLibrary)
            ),
            Files(senders)
        );

    public static Task<string> OfSettings(string path, string text, string? senders) =>
        JudgeAsync(CSharp(""), Files(senders).Add(new Text("/app/" + path, text)));

    public static Task<ImmutableArray<Diagnostic>> FindingsAsync(
        Compilation compilation,
        ImmutableArray<AdditionalText> files
    ) => Analysis.Of(compilation, new AnalyzerOptions(files), true, new SmtpCodeAnalyzer(), new SmtpSettingsAnalyzer());

    public static CSharpCompilation CSharp(string body) =>
        CSharpCompilation.Create(
            "Test",
            [
                CSharpSyntaxTree.ParseText(
                    $$"""
                    using System.Net; using System.Net.Mail; using MimeKit; using MailKit.Security;
                    class Mailer
                    {
                        void Send(string secret, string login, string sender)
                        {
                            {{body}}
                        }
                    }
                    """,
                    path: "Mail.cs"
                ),
            ],
            References,
            new(OutputKind.DynamicallyLinkedLibrary)
        );

    public static ImmutableArray<AdditionalText> Files(string? senders) =>
        senders is null ? [] : [new Text("/app/" + SendersFile.Name, senders)];

    // "3002 Warning, 3003 Info": only the identity rules, each once.
    static async Task<string> JudgeAsync(Compilation compilation, ImmutableArray<AdditionalText> files)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await FindingsAsync(compilation, files);
        Assert.Equal(found.Length, found.Select(finding => finding.Location).Distinct().Count());
        return string.Join(
            ", ",
            found
                .Where(finding => finding.Id[4] == '3')
                .Select(finding => $"{finding.Id[4..]} {finding.Severity}")
                .Order(StringComparer.Ordinal)
        );
    }

    internal sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
