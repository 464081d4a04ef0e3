namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>What a JSON text holds next.</summary>
internal enum JsonToken
{
    /// <summary>An object or an array begins.</summary>
    Open,

    /// <summary>An object or an array ends.</summary>
    Close,

    /// <summary>A string, a number, true, false or null.</summary>
    Value,

    /// <summary>The root object has ended, and nothing follows.</summary>
    End,

    /// <summary>It is no JSON object, or nests too deep.</summary>
    Broken,
}
