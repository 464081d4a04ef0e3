using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Senders;

/// <summary>Collects the mistakes in a senders file, each once and with its location.</summary>
internal sealed class SendersMistakes(SettingsSource source)
{
    readonly Dictionary<TextSpan, SendersMistake> mistakes = [];

    public ImmutableArray<SendersMistake> All =>
        mistakes.Values.OrderBy(mistake => mistake.At.Location.SourceSpan.Start).ToImmutableArray();

    public void Add(TextSpan span, string what)
    {
        var place = TextSpan.FromBounds(
            Math.Min(span.Start, source.Text.Length),
            Math.Min(span.End, source.Text.Length)
        );
        if (!mistakes.ContainsKey(place))
            mistakes.Add(place, new(source.At(place), what));
    }

    /// <summary>The text is not valid JSON from there on.</summary>
    public void Broken(int position) =>
        Add(
            new TextSpan(position, 1),
            position >= source.Text.Length
                ? "ends before it is complete"
                : "is not valid JSON: a comma, a quote or a bracket is missing or superfluous"
        );

    public void Missing(SettingsSection section, string what) => Add(PlaceOf(section), what);

    /// <summary>A misspelled property would have no effect and no warning.</summary>
    public void Unexpected(SettingsSection section, ImmutableArray<string> known)
    {
        foreach (var setting in section.Settings.Where(setting => !known.Contains(setting.Name)))
            Add(
                setting.Span,
                $"is the value of \"{Shown.Name(setting.Name)}\", which is not a known property; use one of {string.Join(", ", known)}"
            );
        foreach (var child in section.Sections.Where(child => !known.Contains(child.Name)))
            Add(child.NameSpan, $"is not a known property; use one of {string.Join(", ", known)}");
        var names = section
            .Settings.Select(setting => (setting.Name, setting.Span))
            .Concat(section.Sections.Select(child => (child.Name, Span: child.NameSpan)));
        foreach (var twice in names.GroupBy(property => property.Name).Where(same => same.Count() > 1))
            Add(twice.Last().Span, $"is the value of a second \"{Shown.Name(twice.Key)}\"; the last one is used");
    }

    /// <summary>The members of a list of objects; empty if there is none.</summary>
    public IEnumerable<SettingsSection> Objects(SettingsSection section, string name)
    {
        if (section.Find(name) is { } wrong)
            Add(wrong.Span, $"is not a list, which \"{name}\" must be");
        if (section.Child(name) is not { } list)
            return [];
        foreach (var member in list.Settings)
            Add(member.Span, "is not an object with a \"upn\"");
        return list.Sections;
    }

    /// <summary>The members of a list of strings; null if there is none.</summary>
    public IReadOnlyList<Setting>? Strings(SettingsSection section, string name)
    {
        if (section.Find(name) is { } wrong)
            Add(wrong.Span, $"is not a list, which \"{name}\" must be");
        if (section.Child(name) is not { } list)
            return null;
        foreach (var member in list.Sections)
            Add(PlaceOf(member), "is not a string");
        return list.Settings;
    }

    // A list member has no name, so its first value marks the place.
    static TextSpan PlaceOf(SettingsSection section) =>
        !section.NameSpan.IsEmpty ? section.NameSpan
        : section.Settings.IsEmpty ? section.Sections.Select(PlaceOf).DefaultIfEmpty(new TextSpan(0, 1)).First()
        : section.Settings[0].Span;
}
