using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Model;

/// <summary>Where a value is written: the location that a diagnostic underlines and a fix edits.</summary>
/// <param name="Location">In a source file or in a settings file.</param>
/// <param name="Written">The text at the location if it is not in a source file.</param>
/// <param name="IsDefault">No text exists: the value is the library's default, and the location is the code that does
/// not set it.</param>
internal sealed record Origin(Location Location, string? Written = null, bool IsDefault = false)
{
    const int Most = 4096;

    /// <summary>The exact text at the location; a fix is offered only while it is unchanged.</summary>
    public string Text
    {
        get =>
            Written
            ?? Location
                .SourceTree?.GetText()
                .ToString(new(Location.SourceSpan.Start, Math.Min(Location.SourceSpan.Length, Most)))
            ?? "";
        init => Written = value;
    }

    /// <summary>Identifies the location, ordered by file and position.</summary>
    public (string Path, int Start) Place => (Location.GetLineSpan().Path, Location.SourceSpan.Start);

    /// <summary>Where an edit adds the value if it is not written in code yet: the client creation, or the connecting
    /// call in MailKit.</summary>
    public Origin? SetOn { get; init; }

    /// <summary>For a value written in another file: the expression in this file that reads it.</summary>
    public Location? Via { get; init; }

    /// <summary>A member of an object created in another file, where host and port are judged.</summary>
    public bool IsOfMadeObject { get; init; }

    /// <summary>The default password of an options class; reported in the file of that class.</summary>
    public bool IsDefaultPassword { get; init; }

    /// <summary>The location is in a settings file, where a fix writes the bare value.</summary>
    public bool IsSetting { get; init; }
}
