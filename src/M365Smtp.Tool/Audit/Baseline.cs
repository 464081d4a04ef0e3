using System.Text.Json;

namespace M365Smtp.Tool.Audit;

/// <summary>The results of an earlier run, identified by the fingerprints in its JSON.</summary>
internal sealed class Baseline(IReadOnlySet<string> fingerprints)
{
    /// <exception cref="UsageException">The file cannot be read, or is not the output of audit.</exception>
    public static Baseline? Read(FileInfo? file)
    {
        if (file is null)
            return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file.FullName));
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("rows", out var rows)
                || rows.ValueKind != JsonValueKind.Array
            )
                throw new UsageException($"--baseline: {file.Name} is not what 'm365smtp audit --json' prints.");
            return new(rows.EnumerateArray().SelectMany(Fingerprints).ToHashSet(StringComparer.Ordinal));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"--baseline: {file.Name} cannot be read. 'm365smtp audit --json > {file.Name}' writes it."
            );
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new UsageException($"--baseline: {file.Name} is not what 'm365smtp audit --json' prints.");
        }
    }

    /// <summary>The rows and findings, each marked as new or not.</summary>
    public IReadOnlyList<AuditRow> Mark(IReadOnlyList<AuditRow> rows) =>
        [
            .. rows.Select(row =>
                row with
                {
                    IsNew = !fingerprints.Contains(row.Fingerprint),
                    Findings =
                    [
                        .. row.Findings.Select(finding =>
                            finding with
                            {
                                IsNew = !fingerprints.Contains(finding.Fingerprint),
                            }
                        ),
                    ],
                }
            ),
        ];

    static IEnumerable<string> Fingerprints(JsonElement row)
    {
        if (Fingerprint(row) is { } own)
            yield return own;
        if (!row.TryGetProperty("findings", out var findings) || findings.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var finding in findings.EnumerateArray())
            if (Fingerprint(finding) is { } one)
                yield return one;
    }

    static string? Fingerprint(JsonElement element) =>
        element.TryGetProperty("fingerprint", out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
