using System.Collections.Immutable;
using M365Smtp.Analyzers.Rules.Endpoint;
using M365Smtp.Analyzers.Rules.Transport;

namespace M365Smtp.Analyzers.Rules;

/// <summary>Every rule, in the order of their ids.</summary>
internal static class AllRules
{
    public static readonly ImmutableArray<Rule> List = ImmutableArray.Create(
        WrongPort.Rule,
        StartTlsMissing.Rule);
}
