using System.Collections.Immutable;
using System.Text;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Tool.Lint.Reading;

namespace M365Smtp.Tool.Lint.Fixing;

/// <summary>A settings file after all fixes that can be made in it.</summary>
/// <param name="Remaining">What only a person can put right.</param>
internal sealed record FileFix(SettingsFile File, ImmutableArray<RuleFinding> Remaining)
{
    // A fix may uncover another finding; each takes one away, so this many rounds are never needed.
    const int MostRounds = 20;

    public string Text => File.Source.Text;

    /// <param name="judge">What the rules say about the file as changed.</param>
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

    // All edits of a finding, or none: the first to claim a place has it.
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

    // Within one domain the login may well send as another address; who knows better says so in a senders file.
    static bool IsGuess(RuleFinding found) => found is { Rule.Id: nameof(RuleId.SMTP3003), Severity: Severity.Info };

    // Whoever fixes an environment's file must not change the base file under all the others;
    // and what would need quotes or escapes in any of the formats is left to a person.
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
