using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Tool.Senders;

/// <summary>A senders file; entries are added but never removed.</summary>
internal sealed class SendersDocument
{
    const string Schema =
        "https://raw.githubusercontent.com/M365SmtpAnalyzers/M365SmtpAnalyzers/main/docs/m365smtp.senders.schema.json";

    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly string path;
    readonly JsonObject root;

    SendersDocument(string path, JsonObject root) => (this.path, this.root) = (path, root);

    public JsonObject Root => root;

    public string? Salt => (string?)root["salt"];

    public IEnumerable<JsonObject> Mailboxes => List(root, "mailboxes").OfType<JsonObject>();

    /// <summary>The file, or an empty one if it does not exist.</summary>
    /// <exception cref="UsageException">It cannot be read, or contains mistakes, or comments that rewriting would
    /// lose.</exception>
    public static SendersDocument Open(string path)
    {
        if (!File.Exists(path))
            return new(
                path,
                new JsonObject
                {
                    ["$schema"] = Schema,
                    ["version"] = 1,
                    ["mailboxes"] = new JsonArray(),
                }
            );
        var text = ReadText(path);
        if (Mistakes(path, text) is [_, ..] mistakes)
            throw new UsageException(string.Join(Environment.NewLine, mistakes));
        try
        {
            return new(
                path,
                (JsonObject)
                    JsonNode.Parse(text.TrimStart('\uFEFF'), documentOptions: new() { AllowTrailingCommas = true })!
            );
        }
        catch (JsonException)
        {
            throw new UsageException(
                $"{path} has comments, which would be lost: turn them into \"comment\" properties first."
            );
        }
    }

    /// <summary>The mistakes in the file, one per line.</summary>
    public static IReadOnlyList<string> Mistakes(string path, string text) =>
        [.. SendersFile.Read(path, SourceText.From(text)).Mistakes.Select(mistake => Line(path, mistake))];

    static string Line(string path, SendersMistake mistake)
    {
        var place = mistake.At.Location.GetLineSpan().StartLinePosition;
        return $"{path}({place.Line + 1},{place.Character + 1}): SMTP3000: '{Shown.Name(mistake.At.Text)}' {mistake.What}";
    }

    public static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>The list with that name; created if it is missing.</summary>
    public static JsonArray List(JsonObject owner, string name)
    {
        if (owner[name] is JsonArray list)
            return list;
        var made = new JsonArray();
        owner[name] = made;
        return made;
    }

    /// <summary>Whether an entry of the file is that address, in clear text or hashed.</summary>
    public bool Is(string? listed, string address) =>
        listed is not null
        && AddressForm.Of(address) is { } form
        && (
            AddressForm.Of(listed) == form
            || (
                Salt is { } salt
                && string.Equals(listed, AddressHash.Of(salt, form), StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>An address in the form in which this file stores addresses other than UPNs.</summary>
    public string Written(string address) =>
        Salt is { } salt && AddressForm.Of(address) is { } form ? AddressHash.Of(salt, form) : address;

    /// <summary>Replaces all addresses except UPNs with hashes, with a new salt if there is none.</summary>
    public void Hash()
    {
        if (Salt is null)
            root.Insert(
                root.IndexOf("version") + 1,
                "salt",
                Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))
            );
        foreach (
            var list in Mailboxes
                .SelectMany(mailbox => new[] { mailbox["addresses"], mailbox["sendAs"] })
                .OfType<JsonArray>()
        )
            for (var i = 0; i < list.Count; i++)
                if ((string?)list[i] is { } address && !AddressHash.IsMeant(address))
                    list[i] = Written(address);
    }

    /// <summary>Writes the whole file or nothing.</summary>
    public void Save()
    {
        var draft = path + ".new";
        try
        {
            File.WriteAllText(draft, root.ToJsonString(Readable) + "\n");
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {unwritable.Message}");
        }
    }
}
