using System.Collections.Immutable;
using System.Globalization;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Reporting;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>A .globalconfig or .editorconfig file.</summary>
/// <param name="LinesBefore">The number of lines added before the file's own text.</param>
internal sealed record ConfigFile(string Path, AnalyzerConfig Config, string Text, int LinesBefore)
{
    public static ConfigFile Read(string path, string text, int linesBefore = 0) =>
        new(path, AnalyzerConfig.Parse(text, path), text, linesBefore);

    /// <summary>Null for an unreadable file, because lint was not asked to check it.</summary>
    public static ConfigFile? TryRead(string path)
    {
        try
        {
            return Read(path, File.ReadAllText(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The 1-based line of a mistake; null if it is in none.</summary>
    public int? LineOf(OptionMistake mistake)
    {
        var lines = Text.Split('\n');
        var found = Array.FindLastIndex(
            lines,
            line =>
                line.TrimStart().StartsWith(mistake.Key, StringComparison.OrdinalIgnoreCase)
                && line.Contains(mistake.Value ?? "", StringComparison.OrdinalIgnoreCase)
        );
        return found < 0 ? null : found + 1 - LinesBefore;
    }
}

/// <summary>The configuration files that apply to a folder, nearest first.</summary>
internal sealed class ConfigFiles(ImmutableArray<ConfigFile> all)
{
    public static readonly ConfigFiles None = new([]);

    public ImmutableArray<ConfigFile> All => all;

    public AnalyzerConfigSet Set { get; } = AnalyzerConfigSet.Create(all.Select(file => file.Config).ToList());

    /// <summary>A mistake with the message of SMTP0001, at its location.</summary>
    public FileProblem ProblemOf(OptionMistake mistake)
    {
        var file = all.FirstOrDefault(file => file.LineOf(mistake) is not null) ?? all[0];
        var format = Descriptors.InvalidOption.MessageFormat.ToString(CultureInfo.InvariantCulture);
        var message = string.Format(CultureInfo.InvariantCulture, format, mistake.Written, mistake.Instead);
        return new(file.Path, file.LineOf(mistake), message);
    }
}
