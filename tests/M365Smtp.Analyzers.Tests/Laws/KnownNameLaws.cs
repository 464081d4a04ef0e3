using M365Smtp.Analyzers.Tests.Extraction;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>Each name of an API that the engine knows changes what it says of some code.</summary>
public class KnownNameLaws
{
    public static TheoryData<string> Names => [.. NameSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_is_known(string name)
    {
        foreach (var sample in NameSamples.All.Where(sample => sample.Name == name))
        {
            Assert.Equal((name, sample.Finds), (name, await Of(sample.Code)));
            Assert.NotEqual((name, sample.Finds), (name, await Of(sample.CodeWithout)));
        }
    }

    static async Task<string> Of(string code) =>
        string.Join(
            ' ',
            (await Report.Of(Report.CSharp(code), NameSamples.Advice)).Split(' ').Order(StringComparer.Ordinal)
        );
}
