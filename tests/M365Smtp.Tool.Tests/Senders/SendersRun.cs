using System.Text.Json;
using System.Text.Json.Nodes;

namespace M365Smtp.Tool.Tests.Senders;

/// <summary><c>m365smtp senders</c> on a senders file in a separate folder.</summary>
sealed class SendersRun : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("m365smtp-senders");

    public SendersRun(string? file = null)
    {
        if (file is not null)
            File.WriteAllText(Path, file);
    }

    public string Path => System.IO.Path.Combine(folder.FullName, "m365smtp.senders.json");

    public string Text => File.ReadAllText(Path);

    public JsonNode Mailbox(int index) => JsonNode.Parse(Text)!["mailboxes"]![index]!;

    /// <summary>One line per mailbox: UPN, kind, addresses, grants.</summary>
    public string[] Mailboxes =>
        [
            .. JsonDocument
                .Parse(Text)
                .RootElement.GetProperty("mailboxes")
                .EnumerateArray()
                .Select(mailbox =>
                    string.Join(
                        " | ",
                        new[] { "upn", "kind", "addresses", "sendAs" }.Select(name => Show(mailbox, name))
                    )
                ),
        ];

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<ToolRun> RunAsync(params string[] args) => RunWithInputAsync("", args);

    public Task<ToolRun> RunWithInputAsync(string input, params string[] args) =>
        ToolRun.WithInputAsync(input, ["senders", "--file", Path, .. args]);

    public void Dispose() => folder.Delete(recursive: true);

    static string Show(JsonElement mailbox, string name) =>
        !mailbox.TryGetProperty(name, out var value) ? "-"
        : value.ValueKind == JsonValueKind.Array ? string.Join(' ', value.EnumerateArray())
        : value.ToString();
}
