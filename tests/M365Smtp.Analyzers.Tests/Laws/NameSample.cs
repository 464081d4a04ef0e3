namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>Code that is judged by one name, and otherwise by the same code without it.</summary>
/// <param name="Finds">What all rules find in it, <see cref="NameSamples.Advice"/> aside.</param>
/// <param name="Without">
/// The code without the name; null for the code in which whatever bears it is called otherwise.
/// </param>
sealed record NameSample(string Name, string Code, string Finds, string? Without = null)
{
    public string CodeWithout => Without ?? Code.Replace(Name, "Renamed", StringComparison.Ordinal);

    public override string ToString() => Name;
}
