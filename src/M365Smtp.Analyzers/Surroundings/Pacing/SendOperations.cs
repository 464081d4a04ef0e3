using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>The calls in a file that send or sign in, directly or through a method of the same file.</summary>
internal sealed class SendOperations
{
    readonly Dictionary<SyntaxNode, SmtpUsage> sites = [];
    readonly Dictionary<ISymbol, SmtpUsage> methods = new(SymbolEqualityComparer.Default);
    readonly Dictionary<(ISymbol Method, object Client), SmtpUsage> clients = [];

    public SendOperations(SemanticModel model, IEnumerable<SmtpUsage> usages, CancellationToken cancel)
    {
        foreach (var usage in usages)
        {
            if (
                usage.Site.Call.Location is not { SourceTree: { } tree, SourceSpan: var span }
                || tree != model.SyntaxTree
            )
                continue;
            sites[tree.GetRoot(cancel).FindNode(span, getInnermostNodeForTie: true)] = usage;
            for (
                var symbol = model.GetEnclosingSymbol(span.Start, cancel);
                symbol is IMethodSymbol method;
                symbol = symbol.ContainingSymbol
            )
                if (method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction)
                {
                    methods[method] = usage;
                    if (usage.Site.Client is { } client)
                        clients[(method, client)] = usage;
                    break;
                }
                else if (method.MethodKind == MethodKind.AnonymousFunction)
                    break;
        }
    }

    public bool Any => sites.Count > 0;

    /// <summary>What is known about the client of this call; null if the call itself does not send.</summary>
    public SmtpUsage? At(IOperation operation) =>
        operation is IInvocationOperation call && sites.TryGetValue(call.Syntax, out var direct) ? direct : null;

    /// <summary>What is known about the client that an operation sends with; null if it does not send.</summary>
    public SmtpUsage? Of(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => sites.TryGetValue(call.Syntax, out var direct) ? direct
            : Handed(call) is { } own ? own
            : methods.TryGetValue(Declarations.WithBody(call.TargetMethod), out var through) ? through
            : null,
            IMethodReferenceOperation reference => methods.TryGetValue(
                Declarations.WithBody(reference.Method),
                out var handed
            )
                ? handed
                : null,
            _ => null,
        };

    /// <summary>'Send(client, message)': what is known about the client of this call.</summary>
    public SmtpUsage? Handed(IOperation operation) =>
        operation is IInvocationOperation call && methods.ContainsKey(call.TargetMethod.OriginalDefinition)
            ? call
                .Arguments.Select(argument => Creation(argument.Value))
                .OfType<SyntaxNode>()
                .Select(made =>
                    clients.TryGetValue((call.TargetMethod.OriginalDefinition, made), out var usage) ? usage : null
                )
                .FirstOrDefault(usage => usage is not null)
            : null;

    static SyntaxNode? Creation(IOperation handed) =>
        ClientCalls.Unconverted(handed) is ILocalReferenceOperation reference
            ? OnlyValues.Of(reference, [Enclosing.Root(reference)])?.Syntax
            : null;
}
