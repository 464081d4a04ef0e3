using M365Smtp.Analyzers.Extraction;
using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>Finds code that takes a status name literally: <c>MustIssueStartTlsFirst</c> for a TLS problem.</summary>
internal static class MisreadStatuses
{
    /// <summary>A library's name for a number.</summary>
    /// <param name="Taken">Words of code that takes the name literally.</param>
    /// <param name="Meant">Words of code that knows the real meaning.</param>
    sealed record Status(string Name, SmtpApi Api, string Type, string[] Taken, string[] Meant);

    static readonly Status[] Misleading =
    [
        new(
            "MustIssueStartTlsFirst",
            SmtpApi.SystemNetMail,
            "System.Net.Mail.SmtpStatusCode",
            ["tls", "ssl", "secure", "encrypt"],
            ["auth", "sign", "log in", "login", "logged in", "530"]
        ),
        new(
            "PasswordTransitionNeeded",
            SmtpApi.MailKit,
            "MailKit.Net.Smtp.SmtpStatusCode",
            ["password", "credential"],
            ["connection", "concurren", "limit", "throttl", "432"]
        ),
    ];

    /// <summary>
    /// One more usage for each such place in a file whose clients of that library all target Microsoft 365.
    /// </summary>
    public static IEnumerable<SmtpUsage> Of(
        IReadOnlyCollection<SmtpUsage> usages,
        IEnumerable<IOperation> bodies,
        CancellationToken cancel
    )
    {
        var clients = Misleading
            .Select(status => usages.Where(use => use.Api == status.Api && use.Host.Is(out _)).ToList())
            .ToList();
        if (clients.All(list => list.Count == 0))
            yield break;
        foreach (var operation in bodies.SelectMany(body => body.Descendants()).OfType<IFieldReferenceOperation>())
        {
            cancel.ThrowIfCancellationRequested();
            var at = Array.FindIndex(
                Misleading,
                status =>
                    status.Name == operation.Field.Name
                    && status.Type == operation.Field.ContainingType.ToDisplayString()
            );
            if (at < 0 || clients[at] is not [var client, ..] || !clients[at].All(IsAimedAtMicrosoft))
                continue;
            if (Consequence(operation) is { } then && IsMisread(then, Misleading[at]))
                yield return client with
                {
                    MisreadStatus = Fact.Known(operation.Field.Name, Scope.Origin(operation.Syntax)),
                };
        }
    }

    static bool IsAimedAtMicrosoft(SmtpUsage use) => use.Host.Is(out var host) && Hosts.Find(host) is not null;

    /// <summary>The code that runs for this status; null if the status is not the only condition.</summary>
    static IOperation? Consequence(IOperation status)
    {
        for (var (inner, outer) = (status, status.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
            switch (outer)
            {
                case IConversionOperation
                or IConstantPatternOperation
                or IPropertySubpatternOperation
                or IRecursivePatternOperation
                or IIsPatternOperation
                or ISingleValueCaseClauseOperation
                or IPatternCaseClauseOperation
                or IParenthesizedOperation:
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals }:
                    break;
                case IConditionalOperation decided when decided.Condition == inner:
                    return decided.WhenTrue;
                case ISwitchCaseOperation { Clauses.Length: 1 } section:
                    return section;
                case ISwitchExpressionArmOperation arm when arm.Pattern == inner:
                    return arm.Value;
                case ICatchClauseOperation clause when clause.Filter == inner:
                    return clause.Handler;
                default:
                    return null;
            }
        return null;
    }

    static bool IsMisread(IOperation then, Status status)
    {
        var said = then.DescendantsAndSelf().Select(Words).ToList();
        return said.Any(text => HasAny(text, status.Taken)) && !said.Any(text => HasAny(text, status.Meant));
    }

    static bool HasAny(string text, string[] words) =>
        words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    // In a string, or in the name of what is set, returned or called.
    static string Words(IOperation said) =>
        said switch
        {
            IFieldReferenceOperation { Field: { Name: var name, ContainingType.Name: not "SmtpStatusCode" } } => name,
            { ConstantValue: { HasValue: true, Value: string constant } } => constant,
            IInvocationOperation { TargetMethod.Name: var name } => name,
            IObjectCreationOperation { Type.Name: var name } => name,
            _ => "",
        };
}
