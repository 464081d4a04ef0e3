using System.Runtime.CompilerServices;
using System.Text.Json;

namespace M365Smtp.Audit.Tests;

/// <summary>A copy of a folder of projects, outside the repository, for the real command to read.</summary>
sealed class AuditedFolder : IDisposable
{
    AuditedFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>A copy of one of the folders in Projects.</summary>
    public static AuditedFolder Of(string project) => CopyOf(System.IO.Path.Combine(Here(), "Projects", project));

    public static AuditedFolder CopyOf(string folder)
    {
        var copy = Empty();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = System.IO.Path.GetRelativePath(folder, file);
            if (name.Split('/', '\\').Any(part => part is "bin" or "obj"))
                continue;
            copy.Write(name, File.ReadAllText(file));
        }
        return copy;
    }

    public static AuditedFolder Empty() => new(Directory.CreateTempSubdirectory("audit-").FullName);

    public AuditedFolder Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Runs the command over this folder.</summary>
    public Task<AuditRunResult> AuditAsync(params string[] options) => AuditRunResult.OfAsync([Path, .. options]);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public static string Repository => System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "../.."));

    static string Here([CallerFilePath] string path = "") => System.IO.Path.GetDirectoryName(path)!;
}

/// <summary>One run of <c>m365smtp audit</c> with captured streams.</summary>
sealed record AuditRunResult(int ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>"Stops Mail/OrderMailer.cs orders@contoso.com smtp.office365.com Password", one line per
    /// sender.</summary>
    public string[] Senders =>
        [
            .. Rows("Sender")
                .Select(row =>
                    string.Join(
                        ' ',
                        Text(row, "afterSwitch"),
                        row.GetProperty("place").GetProperty("path"),
                        Text(row, "mailbox") ?? Text(row, "mailboxFrom") ?? "?",
                        Text(row, "host") ?? Text(row, "hostFrom") ?? "?",
                        Text(row, "signIn")
                    )
                ),
        ];

    public IEnumerable<JsonElement> Rows(string kind) =>
        Json.GetProperty("rows").EnumerateArray().Where(row => Text(row, "kind") == kind);

    public JsonElement Row(string path) =>
        Json.GetProperty("rows")
            .EnumerateArray()
            .First(row => row.GetProperty("place").GetProperty("path").GetString() == path);

    /// <summary>"SMTP2001 Build", ordered by rule.</summary>
    public string[] Findings(string path) =>
        [
            .. Row(path)
                .GetProperty("findings")
                .EnumerateArray()
                .Select(finding => $"{Text(finding, "rule")} {Text(finding, "source")}")
                .Order(StringComparer.Ordinal),
        ];

    public string[] Problems =>
        [
            .. Json.GetProperty("problems")
                .EnumerateArray()
                .Select(problem => $"{Text(problem, "path")}: {Text(problem, "message")}"),
        ];

    public static async Task<AuditRunResult> OfAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await M365Smtp.Tool.CommandLine.RunAsync(
            ["audit", .. args],
            new(TextReader.Null, output, error, IsInteractive: false)
        );
        return new(exitCode, output.ToString(), error.ToString());
    }

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ToString() : null;
}
