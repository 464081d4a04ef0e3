namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>The next token of a JSON text.</summary>
internal enum JsonToken
{
    /// <summary>An object or an array begins.</summary>
    Open,

    /// <summary>An object or an array ends.</summary>
    Close,

    /// <summary>A string, a number, true, false or null.</summary>
    Value,

    /// <summary>The root object has ended, with nothing after it.</summary>
    End,

    /// <summary>Not a JSON object, or nested too deep.</summary>
    Broken,
}
