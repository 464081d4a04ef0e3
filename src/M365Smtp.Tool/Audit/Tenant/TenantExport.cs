using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Tool.Lint.Reading;

namespace M365Smtp.Tool.Audit.Tenant;

/// <summary>A mailbox in an export.</summary>
/// <param name="Upn">Null if the export has none.</param>
/// <param name="Addresses">Primary and other SMTP addresses, in the form in which Exchange compares them.</param>
/// <param name="SmtpAuth">"on", "off" or "as the tenant"; null if the export does not include it.</param>
internal sealed record ExportedMailbox(string? Upn, IReadOnlyList<string> Addresses, string? SmtpAuth);

/// <summary>A mailbox that signed in.</summary>
internal sealed record ExportedSignIn(string Address, SignIn SignIn, long? Messages, string? At);

/// <summary>Reads exports from the tenant. Columns are matched by the words in the header, because they differ between
/// report versions.</summary>
internal static partial class TenantExport
{
    /// <summary>The "SMTP AUTH clients" report of the Exchange admin center, as CSV.</summary>
    /// <exception cref="FormatException">No column names the mailbox; the message lists the existing
    /// columns.</exception>
    public static IReadOnlyList<ExportedSignIn> SmtpAuthReport(string text)
    {
        using var csv = new CsvReader(
            new StringReader(text.TrimStart('\ufeff')),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                DetectDelimiter = true,
                DetectDelimiterValues = [",", ";", "\t", "|"],
                BadDataFound = null,
                MissingFieldFound = null,
            }
        );
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } header)
            throw new FormatException("it is empty");
        var sender =
            Column(
                header,
                ["sender", "address"],
                ["sender"],
                ["upn"],
                ["user", "principal"],
                ["mailbox"],
                ["user"],
                ["email"]
            )
            ?? throw new FormatException(
                $"no column names the mailbox (Sender address). Its columns are: {string.Join(", ", header)}"
            );
        var protocol = Column(
            header,
            ["auth", "protocol"],
            ["auth", "type"],
            ["auth", "method"],
            ["authentication"],
            ["auth"]
        );
        var count = Column(header, ["message", "count"], ["count"], ["messages"], ["volume"], ["submission"]);
        var date = Column(header, ["last", "date"], ["date"], ["last"]);
        var found = new List<ExportedSignIn>();
        while (csv.Read())
            if (AddressForm.Of(csv.GetField(sender) ?? "") is { } address)
                found.Add(
                    new(
                        address,
                        protocol is { } auth ? SignInOf(csv.GetField(auth) ?? "") : SignIn.Unknown,
                        count is { } number
                        && long.TryParse(
                            csv.GetField(number),
                            NumberStyles.AllowThousands,
                            CultureInfo.InvariantCulture,
                            out var messages
                        )
                            ? messages
                            : null,
                        date is { } day
                            ? csv.GetField(day)?.Trim() is { Length: > 0 } at
                                ? at
                                : null
                            : null
                    )
                );
        return found;
    }

    /// <summary>Get-CASMailbox, Get-EXOMailbox or Get-Mailbox as JSON.</summary>
    /// <exception cref="FormatException">It is not JSON, or no object in it has an address.</exception>
    public static IReadOnlyList<ExportedMailbox> Mailboxes(string text)
    {
        var rows = Rows(text);
        var found = rows.Select(Mailbox).OfType<ExportedMailbox>().ToList();
        if (found.Count == 0 && rows.Count > 0)
            throw new FormatException(
                "no object has UserPrincipalName, PrimarySmtpAddress or EmailAddresses. "
                    + $"Its properties are: {Names(rows[0])}"
            );
        return found;
    }

    /// <summary>The sign-ins to submit mail in a sign-in log of Microsoft Entra, as JSON.</summary>
    /// <exception cref="FormatException">It is not JSON, or no object in it has a user and a client app.</exception>
    public static IReadOnlyList<ExportedSignIn> SignIns(string text)
    {
        var rows = Rows(text);
        if (rows.Count > 0 && !rows.Any(row => Text(row, "userPrincipalName") is not null && Has(row, "clientAppUsed")))
            throw new FormatException(
                $"no object has userPrincipalName and clientAppUsed. Its properties are: {Names(rows[0])}"
            );
        return
        [
            .. rows.Where(IsSmtp)
                .Where(IsSuccess)
                .Select(row =>
                    AddressForm.Of(Text(row, "userPrincipalName") ?? "") is { } upn
                        ? new ExportedSignIn(
                            upn,
                            SignIn.Password,
                            null,
                            Text(row, "createdDateTime") ?? Text(row, "date")
                        )
                        : null
                )
                .OfType<ExportedSignIn>(),
        ];
    }

    /// <summary>The text of an export, in whatever encoding the shell used.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static string Read(string option, FileInfo file)
    {
        try
        {
            return FileText.Read(file.FullName).Text;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{option}: {file.Name} cannot be read: "
                    + unreadable.Message.Replace(file.FullName, file.Name, StringComparison.Ordinal)
            );
        }
    }

    // Entra uses this name for Basic auth sign-ins; a token is requested by an app with a different name.
    static bool IsSmtp(JsonElement row) =>
        Text(row, "clientAppUsed") is { } app && app.Contains("SMTP", StringComparison.OrdinalIgnoreCase);

    // A rejected sign-in is not mail that stops; without a status all count.
    static bool IsSuccess(JsonElement row) =>
        !Property(row, "status", out var status)
        || status.ValueKind != JsonValueKind.Object
        || !Property(status, "errorCode", out var code)
        || (code.ValueKind == JsonValueKind.Number ? code.GetInt64() == 0 : code.ToString() is "0" or "");

    static SignIn SignInOf(string text) =>
        text.Contains("oauth", StringComparison.OrdinalIgnoreCase)
        || text.Contains("modern", StringComparison.OrdinalIgnoreCase)
            ? SignIn.OAuth
        : text.Contains("basic", StringComparison.OrdinalIgnoreCase)
        || text.Contains("login", StringComparison.OrdinalIgnoreCase)
        || text.Contains("password", StringComparison.OrdinalIgnoreCase)
            ? SignIn.Password
        : SignIn.Unknown;

    /// <summary>The first column whose header has words starting with all those of a choice, in order of
    /// preference.</summary>
    static int? Column(string[] header, params string[][] choices)
    {
        var names = header.Select(name => Word().Matches(name).Select(word => word.Value).ToList()).ToList();
        return choices
            .Select(words =>
                names.FindIndex(name =>
                    words.All(word => name.Any(part => part.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
                )
            )
            .Where(index => index >= 0)
            .Select(index => (int?)index)
            .FirstOrDefault();
    }

    // "Sender address", "SenderAddress", "sender_address"; letters of every language.
    [GeneratedRegex(@"\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Lo}+")]
    private static partial Regex Word();

    static ExportedMailbox? Mailbox(JsonElement row)
    {
        var upn = AddressForm.Of(Text(row, "UserPrincipalName") ?? "");
        var all = Texts(row, "EmailAddresses")
            .Concat(Texts(row, "ProxyAddresses"))
            .Where(address => address.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase) || !address.Contains(':'))
            .Append(Text(row, "PrimarySmtpAddress"))
            .Append(Text(row, "WindowsEmailAddress"))
            .Append(Text(row, "mail"));
        var addresses = all.OfType<string>().Select(AddressForm.Of).OfType<string>().Distinct().ToList();
        return upn is null && addresses.Count == 0 ? null : new(upn, addresses, SwitchOf(row));
    }

    static string? SwitchOf(JsonElement row) =>
        !Property(row, "SmtpClientAuthenticationDisabled", out var value)
            ? null
            : value.ValueKind switch
            {
                JsonValueKind.True => "off",
                JsonValueKind.False => "on",
                JsonValueKind.Null => "as the tenant",
                _ => null,
            };

    static IReadOnlyList<JsonElement> Rows(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(
                text,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            var root = json.RootElement.Clone();
            if (
                root.ValueKind == JsonValueKind.Object
                && Property(root, "value", out var list)
                && list.ValueKind == JsonValueKind.Array
            )
                root = list;
            var rows = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
            return [.. rows.Where(row => row.ValueKind == JsonValueKind.Object)];
        }
        catch (JsonException broken)
        {
            throw new FormatException($"it is not JSON (line {broken.LineNumber + 1})");
        }
    }

    static string Names(JsonElement row) => string.Join(", ", row.EnumerateObject().Select(property => property.Name));

    static bool Has(JsonElement row, string name) => Property(row, name, out _);

    // PowerShell writes capitals, Graph does not.
    static bool Property(JsonElement row, string name, out JsonElement value)
    {
        foreach (var property in row.EnumerateObject())
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                value = property.Value;
                return true;
            }
        value = default;
        return false;
    }

    static string? Text(JsonElement row, string name) =>
        Property(row, name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    static IEnumerable<string> Texts(JsonElement row, string name) =>
        !Property(row, name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)
        : Text(row, name)?.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
