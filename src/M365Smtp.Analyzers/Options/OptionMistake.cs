namespace M365Smtp.Analyzers.Options;

/// <summary>An option that has no effect.</summary>
/// <param name="Value">The invalid value or its invalid part; null if no option has this key.</param>
/// <param name="Instead">What to write instead.</param>
internal sealed record OptionMistake(string Key, string? Value, string Instead)
{
    /// <summary>The option as it is written in the file.</summary>
    public string Written => Value is null ? Key : $"{Key} = {Value}";
}
