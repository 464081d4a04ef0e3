namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>Code whose verdict depends on one name, and the same code without it.</summary>
/// <param name="Finds">All findings in it, except <see cref="NameSamples.Advice"/>.</param>
/// <param name="Without">The code without the name; null for the code in which the name is replaced.</param>
sealed record NameSample(string Name, string Code, string Finds, string? Without = null)
{
    public string CodeWithout => Without ?? Code.Replace(Name, "Renamed", StringComparison.Ordinal);

    public override string ToString() => Name;
}
