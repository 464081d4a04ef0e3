using System.Collections.Immutable;
using System.Text;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Tool.Lint.Reading;

namespace M365Smtp.Tool.Lint.Fixing;

/// <summary>A settings file after all possible fixes.</summary>
/// <param name="Remaining">The findings that must be fixed by hand.</param>
internal sealed record FileFix(SettingsFile File, ImmutableArray<RuleFinding> Remaining)
{
    // A fix may uncover another finding; each removes one, so this many rounds are never needed.
    const int MostRounds = 20;

    public string Text => File.Source.Text;

    /// <param name="judge">Returns the findings for the changed file.</param>
    public static FileFix Of(
        FoundFile found,
        SettingsFile file,
        ImmutableArray<RuleFinding> findings,
        Func<SettingsFile, ImmutableArray<RuleFinding>> judge
    )
    {
        for (var round = 0; round < MostRounds && Edits(file, findings) is { Count: > 0 } edits; round++)
        {
            if (Read(found, Applied(file.Source.Text, edits)) is not { } changed)
                break;
            (file, findings) = (changed, judge(changed));
        }
        return new(file, findings);
    }

    // All edits of a finding or none; if two overlap, the first wins.
    static List<Edit> Edits(SettingsFile file, ImmutableArray<RuleFinding> findings)
    {
        var taken = new List<Edit>();
        foreach (var found in findings)
            if (!IsGuess(found) && found.Finding.Edits.All(edit => IsWritable(edit, file)))
            {
                var wanted = found.Finding.Edits.Except(taken).ToList();
                if (
                    !wanted.Exists(edit =>
                        taken.Exists(other => other.At.Location.SourceSpan.OverlapsWith(edit.At.Location.SourceSpan))
                    )
                )
                    taken.AddRange(wanted);
            }
        return taken;
    }

    // Within one domain the login may be allowed to send as another address; a senders file can confirm it.
    static bool IsGuess(RuleFinding found) => found is { Rule.Id: nameof(RuleId.SMTP3003), Severity: Severity.Info };

    // Fixing an environment's file must not change the base file of all others, and a value that would need quotes or
    // escapes in any format is left to the user.
    static bool IsWritable(Edit edit, SettingsFile file) =>
        edit.Kind == EditKind.Replace
        && edit.Path == file.Source.Path
        && edit.Text != edit.At.Text
        && edit.IsPlainSetting;

    static string Applied(string text, List<Edit> edits)
    {
        var written = new StringBuilder(text);
        foreach (var edit in edits.OrderByDescending(edit => edit.At.Location.SourceSpan.Start))
        {
            var span = edit.At.Location.SourceSpan;
            written.Remove(span.Start, span.Length).Insert(span.Start, edit.Text);
        }
        return written.ToString();
    }

    static SettingsFile? Read(FoundFile found, string text)
    {
        try
        {
            return SettingsReading.Read(found with { IsNamed = true }, text);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }
}
