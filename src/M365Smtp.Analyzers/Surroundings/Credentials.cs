using M365Smtp.Analyzers.Extraction;
using M365Smtp.Analyzers.Extraction.Pacing;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>How the credentials of Azure.Identity and MSAL are made.</summary>
internal static class Credentials
{
    // Each has a cache of its own. Source: Azure.Identity token caching; MSAL in-memory cache.
    static readonly string[] WithOwnCache =
    [
        "ClientSecretCredential",
        "ClientCertificateCredential",
        "ClientAssertionCredential",
        "DefaultAzureCredential",
    ];

    /// <summary>Credentials that a loop makes anew for each message it sends.</summary>
    public static IEnumerable<SmtpUsage> PerMessage(CodeAround code)
    {
        if (code.ServesOthers)
            yield break;
        var senders = new Extraction.Pacing.Senders(
            code.Model,
            code.Usages.Where(use => use.Moment == Moment.Send),
            code.Cancel
        );
        if (!senders.Any)
            yield break;
        foreach (var made in code.Operations)
            if (
                TypeOf(made) is { } type
                && LoopAround(made) is { } loop
                && loop.Body.Descendants().Any(inner => senders.Of(inner) is not null)
            )
                yield return CodeAround.At(CodeAround.Origin(made)) with
                {
                    CredentialPerMessage = Fact.Known(type, CodeAround.Origin(made)),
                };
    }

    /// <summary>Client secrets written into the code.</summary>
    public static IEnumerable<SmtpUsage> WithSecret(CodeAround code)
    {
        foreach (var secret in code.Operations.Select(Secret).OfType<IOperation>())
            if (secret.ConstantValue is { HasValue: true, Value: string text })
                yield return CodeAround.At(CodeAround.Origin(secret)) with
                {
                    ClientSecret = Fact.Known(text, CodeAround.Origin(secret)),
                };
    }

    static string? TypeOf(IOperation made) =>
        made switch
        {
            IObjectCreationOperation { Type: { Name: var name, ContainingNamespace.Name: "Identity" } }
                when WithOwnCache.Contains(name) => name,
            IInvocationOperation
            {
                TargetMethod: { Name: "Build", ContainingType.Name: "ConfidentialClientApplicationBuilder" }
            } => "ConfidentialClientApplication",
            _ => null,
        };

    static ILoopOperation? LoopAround(IOperation made)
    {
        for (var outer = made.Parent; outer is not null; outer = outer.Parent)
            switch (outer)
            {
                case IAnonymousFunctionOperation
                or ILocalFunctionOperation
                or IConditionalOperation
                or ICatchClauseOperation:
                    return null;
                case ILoopOperation loop:
                    return loop.Body.Descendants().Contains(made) ? loop : null;
            }
        return null;
    }

    static IOperation? Secret(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation
            {
                Type: { Name: "ClientSecretCredential", ContainingNamespace.Name: "Identity" }
            } made => made.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "clientSecret")?.Value,
            IInvocationOperation
            {
                TargetMethod: { Name: "WithClientSecret", ContainingType.ContainingNamespace.Name: "Client" },
                Arguments: [var only]
            } => only.Value,
            _ => null,
        };
}
