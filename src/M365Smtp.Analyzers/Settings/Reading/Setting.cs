using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A single value of a settings file.</summary>
/// <param name="Name">The last part of the key: <c>Port</c> of <c>Smtp:Port</c>.</param>
/// <param name="Value">The text with its escapes resolved; numbers and booleans as written; null for JSON's
/// null.</param>
/// <param name="Span">What a fix replaces: the value without its quotes.</param>
internal sealed record Setting(SettingsSource Source, string Name, string? Value, TextSpan Span)
{
    public Origin Origin => Source.At(Span);

    /// <summary>The location of a part of the value, or of the whole value if escapes shift its characters.</summary>
    public Origin Part(int start, int length) =>
        Value is not null && Span.Length == Value.Length ? Source.At(new TextSpan(Span.Start + start, length)) : Origin;
}
