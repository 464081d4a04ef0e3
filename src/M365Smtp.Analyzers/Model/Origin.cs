using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Model;

/// <summary>Where a value is written: the place a message underlines and a fix edits.</summary>
/// <param name="Location">In a source file or in a settings file.</param>
/// <param name="Written">What stands there where the location is not in a source file.</param>
/// <param name="IsDefault">Nothing stands there: the value is the library's default, and the location is the code that
/// leaves it.</param>
internal sealed record Origin(Location Location, string? Written = null, bool IsDefault = false)
{
    const int Most = 4096;

    /// <summary>What stands there, letter for letter; a fix is offered only while it still does.</summary>
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

    /// <summary>Tells it from every other place, in the order of the files and of the code.</summary>
    public (string Path, int Start) Place => (Location.GetLineSpan().Path, Location.SourceSpan.Start);

    /// <summary>What an edit adds the value to, where nothing stands yet or it stands outside the code: the client
    /// creation, in MailKit the call that connects.</summary>
    public Origin? SetOn { get; init; }

    /// <summary>For a value written in another file: the expression that brings it into this one.</summary>
    public Location? Via { get; init; }

    /// <summary>It is a member of an object that code of another file makes, whose host and port are judged
    /// there.</summary>
    public bool IsOfMadeObject { get; init; }

    /// <summary>It is the password that an options class has by default, which the file of that class
    /// reports.</summary>
    public bool IsDefaultPassword { get; init; }

    /// <summary>It stands in a settings file, where a fix writes the bare value.</summary>
    public bool IsSetting { get; init; }
}
