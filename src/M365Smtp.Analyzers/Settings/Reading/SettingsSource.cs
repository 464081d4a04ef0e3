using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>The text of a settings file, and how a span of it becomes a place.</summary>
internal sealed class SettingsSource
{
    readonly SourceText source;
    readonly Lazy<int[]> traces;

    public SettingsSource(string path, SourceText text)
    {
        (Path, Text, source) = (path, text.ToString(), text);
        traces = new(() => HostTraces.In(Text));
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>Whether a Microsoft mail host may be named there; false is certain.</summary>
    public bool HasTrace(TextSpan span)
    {
        var next = Array.BinarySearch(traces.Value, span.Start);
        if (next < 0) next = ~next;
        return next < traces.Value.Length && traces.Value[next] < span.End;
    }

    public Origin At(TextSpan span) =>
        new(Location.Create(Path, span, source.Lines.GetLinePositionSpan(span)), Text.Substring(span.Start, span.Length)) { IsSetting = true };
}
