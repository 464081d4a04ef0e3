using System.CommandLine;

namespace M365Smtp.Tool.Simulate;

/// <summary>Options with a number in a range.</summary>
internal static class NumberOption
{
    public static Option<int?> NotNegative(string name, string helpName, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value < 0)
                result.AddError($"{name} must not be negative.");
        });
        return option;
    }

    public static Option<int> Port(string description, int byDefault)
    {
        var option = new Option<int>("--port")
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => byDefault,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var port) && port is < 0 or > 65535)
                result.AddError("--port must lie between 0 and 65535.");
        });
        return option;
    }
}
