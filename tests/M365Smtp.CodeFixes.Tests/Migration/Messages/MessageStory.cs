using System.Reflection;
using System.Runtime.Loader;
using M365Smtp.CodeFixes.Migration.Messages;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>
/// A method that sends <c>[|a message|]</c>: its expected result, that it compiles without new warnings, and that the
/// same message is sent for any arguments.
/// </summary>
static class MessageStory
{
    public const string Parameters =
        "string from, string to, string subject, string text, bool isHtml, string path, byte[] bytes, string[] recipients, string? name, MailAddress known";

    static readonly object?[][] Runs =
    [
        [
            "app@contoso.com",
            "ann@contoso.com",
            "Report",
            "See below.\nAnn",
            false,
            "/tmp/report.csv",
            new byte[] { 1, 10, 13, 200 },
            new[] { "bob@fabrikam.com" },
            null,
            new System.Net.Mail.MailAddress("known@contoso.com"),
        ],
        [
            "Überwachung <app@contoso.com>",
            "\"Smith, Ann\" <ann@contoso.com>, bob@fabrikam.com",
            "Störung 1 – 日本",
            "<p>Schöne Grüße</p>\r\n<p>" + new string('x', 1200) + "</p>",
            true,
            "/tmp/report.csv",
            "a;b\n1;2\n"u8.ToArray(),
            new[] { "bob@fabrikam.com", "Carol Jones <carol@contoso.com>", "bob@fabrikam.com" },
            "Ünal, App",
            new System.Net.Mail.MailAddress("known@contoso.com", "Known, K."),
        ],
    ];

    public static Task VerifyAsync(
        string before,
        string after,
        string usings = "",
        LanguageVersion version = LanguageVersion.Latest
    ) => VerifyFileAsync(Frame(before, usings), Frame(after, usings), version);

    /// <summary>The same for a complete file.</summary>
    public static async Task VerifyFileAsync(
        string before,
        string after,
        LanguageVersion version = LanguageVersion.Latest
    )
    {
        var code = MarkedCode.Parse(before);
        var solution = Create(code.Files, version);
        Assert.Empty(await solution.ErrorsAsync());
        var rewrite = await RewriteAsync(solution, code);
        Assert.NotNull(rewrite);
        Assert.All(
            rewrite.Changes.Zip(rewrite.Changes.Skip(1)),
            pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start)
        );
        var changed = SourceText.From(code.Files[0].Text).WithChanges(rewrite.Changes).ToString();
        Assert.Equal(after, changed);
        await SameAsync(code.Files[0].Text, changed, rewrite, version);

        var windows = MarkedCode.Parse(before.ReplaceLineEndings("\r\n"));
        var changes = (await RewriteAsync(Create(windows.Files, version), windows))!.Changes;
        Assert.Equal(
            changed.ReplaceLineEndings("\r\n"),
            SourceText.From(windows.Files[0].Text).WithChanges(changes).ToString()
        );
    }

    /// <summary>If it is understood, the same message is sent.</summary>
    public static async Task VerifySameAsync(string before)
    {
        var code = MarkedCode.Parse(Frame(before, ""));
        var solution = MailProject.Create(code.Files);
        Assert.Empty(await solution.ErrorsAsync());
        if (await RewriteAsync(solution, code) is not { } rewrite)
            return;
        await SameAsync(
            code.Files[0].Text,
            SourceText.From(code.Files[0].Text).WithChanges(rewrite.Changes).ToString(),
            rewrite
        );
    }

    /// <summary>Incomplete code, whatever is missing, causes no exception.</summary>
    public static async Task HalfTypedAsync(string whole)
    {
        var code = MarkedCode.Parse(Frame(whole, ""));
        var file = code.Files[0];
        foreach (
            var token in CSharpSyntaxTree
                .ParseText(file.Text)
                .GetRoot()
                .DescendantTokens()
                .Where(token => token.SpanStart > file.Text.IndexOf("Yield", StringComparison.Ordinal))
        )
        {
            var document = MailProject
                .Create([new MarkedFile(file.Path, file.Text.Remove(token.SpanStart, token.Span.Length), [])])
                .Projects.Single()
                .Documents.First();
            var (root, model) = ((await document.GetSyntaxRootAsync())!, (await document.GetSemanticModelAsync())!);
            foreach (
                var argument in root.DescendantNodes()
                    .OfType<ArgumentSyntax>()
                    .Where(argument => argument.Parent!.Parent!.ToString().Contains(".Send", StringComparison.Ordinal))
            )
                if (
                    MessageRewrite.Of(
                        argument.Expression,
                        (SyntaxNode?)argument.FirstAncestorOrSelf<MethodDeclarationSyntax>() ?? root,
                        model,
                        default
                    ) is
                    { } rewrite
                )
                    (await document.GetTextAsync()).WithChanges(rewrite.Changes);
        }
    }

    /// <summary>A part of it is not understood.</summary>
    public static async Task NotUnderstoodAsync(string before, string usings = "")
    {
        var code = MarkedCode.Parse(Frame(before, usings));
        var solution = MailProject.Create(code.Files);
        Assert.Empty(await solution.ErrorsAsync());
        Assert.Null(await RewriteAsync(solution, code));
    }

    static Solution Create(IEnumerable<MarkedFile> files, LanguageVersion version)
    {
        var project = MailProject.Create(files).Projects.Single();
        return project
            .WithParseOptions(((CSharpParseOptions)project.ParseOptions!).WithLanguageVersion(version))
            .Solution;
    }

    static string Frame(string body, string usings) =>
        $$"""
            using System.Net.Mail;
            {{usings}}
            static class Mailer
            {
                static async Task Send({{Parameters}})
                {
                    await Task.Yield();
                    {{body.ReplaceLineEndings("\n        ")}}
                }
            }
            """.Replace("\n        \n", "\n\n");

    static async Task<MessageRewrite?> RewriteAsync(Solution solution, MarkedCode code)
    {
        var document = solution.GetDocument(solution.GetDocumentIdsWithFilePath(code.Files[0].Path).Single())!;
        var root = (await document.GetSyntaxRootAsync())!;
        var sent = root.FindNode(Assert.Single(code.Files[0].Marks), getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<ExpressionSyntax>()!;
        return MessageRewrite.Of(
            sent,
            (SyntaxNode?)sent.FirstAncestorOrSelf<MethodDeclarationSyntax>() ?? root,
            (await document.GetSemanticModelAsync())!,
            default
        );
    }

    static async Task SameAsync(
        string before,
        string after,
        MessageRewrite rewrite,
        LanguageVersion version = LanguageVersion.Latest
    )
    {
        var imports = string.Concat(rewrite.Namespaces.Select(name => $"global using {name};\n"));
        var (old, rewritten) = (
            await CompileAsync(before, "Client", "", version),
            await CompileAsync(Finished(after, rewrite), "Mime", imports, version)
        );
        Assert.Equal(old.Warnings, rewritten.Warnings);
        foreach (var run in Runs)
        {
            var (one, other) = (await SentAsync(old.Program, run), await SentAsync(rewritten.Program, run));
            Assert.NotEmpty(one);
            Assert.Equal(one.Count, other.Count);
            foreach (var (sent, now) in one.Zip(other))
                SameMessage.Verify(sent, now);
        }
    }

    /// <summary>With the statements that the migration writes before each sending call.</summary>
    static string Finished(string after, MessageRewrite rewrite)
    {
        var text = SourceText.From(after);
        var sent =
            from call in CSharpSyntaxTree
                .ParseText(text)
                .GetRoot()
                .DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
            where
                call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Send" or "SendMailAsync" }
            select call.ArgumentList.Arguments[0].Span;
        var changes = sent.SelectMany(span =>
            new[]
            {
                new TextChange(new TextSpan(span.Start, 0), "Finish.Of("),
                new TextChange(new TextSpan(span.End, 0), ")"),
            }
        );
        var statements = string.Concat(
            rewrite.Finish.Select(statement => "        " + string.Format(null, statement, "message") + "\n")
        );
        return text.WithChanges(changes)
            + $$"""

                static class Finish
                {
                    public static MimeKit.MimeMessage Of(MimeKit.MimeMessage message)
                    {
                {{statements}}
                        return message;
                    }
                }
                """;
    }

    static async Task<(Assembly Program, IReadOnlyList<string> Warnings)> CompileAsync(
        string source,
        string client,
        string imports,
        LanguageVersion version
    )
    {
        var linked = new MarkedFile(
            "/src/Mail.cs",
            source.Replace("new SmtpClient()", $"{typeof(Outbox).FullName}.{client}()"),
            []
        );
        var project = Create([linked, new MarkedFile("/src/Imports.cs", imports, [])], version).Projects.Single();
        var compilation = (
            await project
                .AddMetadataReference(MetadataReference.CreateFromFile(typeof(Outbox).Assembly.Location))
                .GetCompilationAsync()
        )!;
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics) + "\n" + source);
        image.Position = 0;
        return (
            new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image),
            [
                .. emitted
                    .Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Warning)
                    .Select(problem => problem.Id)
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    static async Task<IReadOnlyList<byte[]>> SentAsync(Assembly program, object?[] arguments)
    {
        using var outbox = new Outbox();
        using var folder = new Attached();
        var given = arguments.ToArray();
        given[5] = folder.Path;
        if (program.EntryPoint is { } main)
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null);
        else
            await (Task)
                program
                    .GetType("Mailer")!
                    .GetMethod("Send", BindingFlags.Static | BindingFlags.NonPublic)!
                    .Invoke(null, BindingFlags.DoNotWrapExceptions, null, given, null)!;
        return outbox.Sent;
    }

    /// <summary>A file to attach.</summary>
    sealed class Attached : IDisposable
    {
        readonly string folder = Directory.CreateTempSubdirectory("attached").FullName;

        public Attached() => File.WriteAllText(Path, "a;b\n1;ü\n");

        public string Path => System.IO.Path.Combine(folder, "Zahlen ü.csv");

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
