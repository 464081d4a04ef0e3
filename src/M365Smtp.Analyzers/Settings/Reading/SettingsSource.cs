using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>The text of a settings file; turns spans into locations.</summary>
internal sealed class SettingsSource
{
    readonly Lazy<string> text;
    readonly Lazy<int[]> traces;

    public SettingsSource(string path, SourceText source)
    {
        (Path, Source) = (path, source);
        text = new(source.ToString);
        traces = new(() => HostTraces.InSettings.All(source));
    }

    public string Path { get; }

    public SourceText Source { get; }

    /// <summary>The text as a string, for readers that need all of it.</summary>
    public string Text => text.Value;

    /// <summary>Whether the text may name a Microsoft mail host; false is certain.</summary>
    public bool HasAnyTrace => traces.Value.Length > 0;

    /// <summary>Whether that span may name a Microsoft mail host; false is certain.</summary>
    public bool HasTrace(TextSpan span)
    {
        var next = Array.BinarySearch(traces.Value, span.Start);
        if (next < 0)
            next = ~next;
        return next < traces.Value.Length && traces.Value[next] < span.End;
    }

    public Origin At(TextSpan span) =>
        new(Location.Create(Path, span, Source.Lines.GetLinePositionSpan(span)), Source.ToString(span))
        {
            IsSetting = true,
        };
}
