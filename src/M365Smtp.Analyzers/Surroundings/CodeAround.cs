using M365Smtp.Analyzers.Extraction;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>
/// What the code of a file says beside its clients: about the mail it sends, and about what opens the mailbox.
/// </summary>
/// <param name="Bodies">The code, without unit tests.</param>
/// <param name="Literals">The values that alone initialize fields and properties.</param>
internal sealed record CodeAround(
    SemanticModel Model,
    IReadOnlyList<IOperation> Bodies,
    IReadOnlyList<Value.Constant> Literals,
    IReadOnlyList<SmtpUsage> Usages,
    CancellationToken Cancel
)
{
    /// <summary>One more usage for each thing found.</summary>
    public IEnumerable<SmtpUsage> Found() =>
        [
            .. WebServicesAddresses.Of(this),
            .. LiteralRecipients.Of(this),
            .. KeptTokens.Of(this),
            .. Credentials.PerMessage(this),
            .. Credentials.WithSecret(this),
        ];

    public IEnumerable<IOperation> Operations
    {
        get
        {
            foreach (var operation in Bodies.SelectMany(body => body.DescendantsAndSelf()))
            {
                Cancel.ThrowIfCancellationRequested();
                yield return operation;
            }
        }
    }

    /// <summary>A client of the file is known to be another service's.</summary>
    public bool ServesOthers => Usages.Any(use => use.Host.Is(out var host) && Hosts.Find(host) is null);

    /// <summary>A usage of no client.</summary>
    public static SmtpUsage At(Origin place) => new(SmtpApi.None, Moment.Mention, new(place, place, null, null));

    public static Origin Origin(IOperation operation) => new(operation.Syntax.GetLocation());
}
