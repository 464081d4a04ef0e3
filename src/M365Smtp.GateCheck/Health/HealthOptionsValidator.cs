using M365Smtp.Probe;
using Microsoft.Extensions.Options;

namespace M365Smtp.Health;

/// <summary>Validates the options before the first check.</summary>
internal sealed class HealthOptionsValidator(string validated) : IValidateOptions<GateCheckHealthOptions>
{
    public ValidateOptionsResult Validate(string? name, GateCheckHealthOptions options)
    {
        if (name != validated)
            return ValidateOptionsResult.Skip;
        var problems = options.Check is null ? ["Check is missing."] : Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    static IEnumerable<string> Problems(GateCheckHealthOptions options)
    {
        foreach (var problem in OptionsCheck.Problems(options.Check))
            yield return problem;
        if (options.Check.SendTestFrom is not null)
            yield return "SendTestFrom is not available here: a health check never sends mail.";
        if (options.SignIn && !options.Check.WantsSignIn)
            yield return "SignIn needs a password or a token.";
        if (options.MinimumInterval < TimeSpan.FromSeconds(1))
            yield return "MinimumInterval must be at least one second.";
    }
}
