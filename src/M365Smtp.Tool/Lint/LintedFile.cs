using System.Collections.Immutable;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Tool.Lint.Fixing;

namespace M365Smtp.Tool.Lint;

/// <summary>The findings for one file.</summary>
/// <param name="Problem">Why it could not be read; null if it could.</param>
internal sealed record LintedFile(string Path, ImmutableArray<RuleFinding> Findings, FileProblem? Problem)
{
    /// <summary>The fixed text; null if fixes were not requested or change nothing.</summary>
    public FixedText? Fixed { get; init; }
}

/// <summary>A file could not be read or written.</summary>
internal sealed record FileProblem(string Path, long? Line, string Message)
{
    public override string ToString() => Line is null ? $"{Path}: {Message}" : $"{Path}({Line}): {Message}";
}
