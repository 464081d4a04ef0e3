using System.CommandLine;
using M365Smtp.Simulator;

namespace M365Smtp.Tool.Simulate;

/// <summary>The name of a scenario on the command line.</summary>
internal static class ScenarioOption
{
    public static Option<Scenario> Create(string name, string description, Scenario? byDefault) =>
        new(name)
        {
            Description = description,
            HelpName = "NAME",
            DefaultValueFactory = _ => byDefault!,
            CustomParser = result =>
            {
                if (result.Tokens is not [var token])
                    return null;
                if (Scenario.Find(token.Value) is { } scenario)
                    return scenario;
                result.AddError(
                    $"There is no scenario '{token.Value}'. There are: {string.Join(", ", Scenario.All.Select(each => each.Name))}."
                );
                return null;
            },
        };
}
