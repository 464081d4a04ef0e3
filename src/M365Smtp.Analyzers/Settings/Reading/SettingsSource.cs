using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>The text of a settings file, and how a span of it becomes a place.</summary>
internal sealed class SettingsSource(string path, SourceText text)
{
    readonly SourceText source = text;

    public string Path { get; } = path;

    public string Text { get; } = text.ToString();

    public Origin At(TextSpan span) =>
        new(Location.Create(Path, span, source.Lines.GetLinePositionSpan(span)), Text.Substring(span.Start, span.Length)) { IsSetting = true };
}
