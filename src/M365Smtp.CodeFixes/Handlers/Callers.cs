using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Handlers;

/// <summary>Finds the code that sees the exceptions of a client's sends: all direct and indirect callers.</summary>
/// <param name="sends">The calls of that client.</param>
/// <param name="isClient">Recognizes clients of that library.</param>
internal sealed class Callers(
    Document document,
    IReadOnlyList<SyntaxNode> sends,
    SemanticModel model,
    Func<ITypeSymbol, bool> isClient
)
{
    static readonly string[] SendMethods = ["Send", "SendAsync", "SendMailAsync"];

    HashSet<ISymbol>? own,
        any;

    /// <summary>The files of the project and of the projects that reference it.</summary>
    public static IReadOnlyList<Document> Documents(Document document)
    {
        var solution = document.Project.Solution;
        var graph = solution.GetProjectDependencyGraph();
        var dependents = graph
            .GetProjectsThatTransitivelyDependOnThisProject(document.Project.Id)
            .Select(solution.GetProject)
            .OfType<Project>()
            .Where(project => project.Language == LanguageNames.CSharp);
        return [.. document.Project.Documents, .. dependents.SelectMany(project => project.Documents)];
    }

    /// <summary>
    /// Whether the block can throw such a failure: it sends, calls code that sends, or calls unknown code.
    /// </summary>
    public async Task<bool> MayCome(TryStatementSyntax attempt, SemanticModel around, CancellationToken cancel)
    {
        if (Sends(attempt))
            return true;
        own ??= await Of(document, sends.Select(send => Member(send, model)), cancel).ConfigureAwait(false);
        if (Calls(attempt, around).Any(called => IsUnknown(called) || own.Contains(called.OriginalDefinition)))
            return true;
        // A handler expects it from somewhere: from another client, or from this one in a way we cannot see.
        any ??= await Of(document, await AllSenders(cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        return !SendsByOthers(attempt, around)
            && !Calls(attempt, around).Any(called => any.Contains(called.OriginalDefinition));
    }

    /// <summary>Another client sends in the block, and its exceptions stay the same.</summary>
    public bool SendsByOthers(TryStatementSyntax attempt, SemanticModel around) =>
        SendsIn(attempt.Block, around).Any(call => !sends.Contains(call));

    static bool IsUnknown(ISymbol called) => called is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke };

    bool Sends(TryStatementSyntax attempt) =>
        sends.Any(send => send.SyntaxTree == attempt.SyntaxTree && attempt.Block.Span.Contains(send.Span));

    /// <summary>The members that the block calls.</summary>
    public static IEnumerable<ISymbol> Calls(TryStatementSyntax attempt, SemanticModel around) =>
        from node in attempt.Block.DescendantNodes()
        where node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax
        let symbol = around.GetSymbolInfo(node).Symbol
        where symbol is IMethodSymbol or IPropertySymbol
        select symbol;

    IEnumerable<InvocationExpressionSyntax> SendsIn(SyntaxNode within, SemanticModel around) =>
        from call in within.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where
            call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
            && SendMethods.Contains(name)
            && around.GetSymbolInfo(call).Symbol is IMethodSymbol method
            && isClient(method.ContainingType)
        select call;

    async Task<IReadOnlyList<ISymbol?>> AllSenders(CancellationToken cancel)
    {
        var senders = new List<ISymbol?>();
        foreach (var known in Documents(document))
            if (
                (await known.GetTextAsync(cancel).ConfigureAwait(false)).ToString() is var text
                && SendMethods.Any(text.Contains)
                && await known.GetSemanticModelAsync(cancel).ConfigureAwait(false) is { } knownModel
            )
                senders.AddRange(
                    SendsIn(knownModel.SyntaxTree.GetRoot(cancel), knownModel).Select(call => Member(call, knownModel))
                );
        return senders;
    }

    /// <summary>The members and all their direct and indirect callers.</summary>
    public static async Task<HashSet<ISymbol>> Of(
        Document document,
        IEnumerable<ISymbol?> members,
        CancellationToken cancel
    )
    {
        var (known, open) = (new HashSet<ISymbol>(SymbolEqualityComparer.Default), new Queue<ISymbol>());
        var documents = Documents(document);
        Add(members);
        while (open.Count > 0)
        {
            var member = open.Dequeue();
            var name = IsConstructor(member) ? member.ContainingType.Name : member.Name;
            foreach (var other in documents)
            {
                if (!(await other.GetTextAsync(cancel).ConfigureAwait(false)).ToString().Contains(name))
                    continue;
                if (await other.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } otherModel)
                    continue;
                Add(
                    otherModel
                        .SyntaxTree.GetRoot(cancel)
                        .DescendantNodes()
                        .OfType<SimpleNameSyntax>()
                        .Where(at => at.Identifier.ValueText == name && IsNamed(at, member, otherModel))
                        .Select(at => Member(at, otherModel))
                );
            }
        }
        return known;

        void Add(IEnumerable<ISymbol?> found)
        {
            foreach (var member in found.OfType<ISymbol>().SelectMany(Contracts))
                if (known.Add(member))
                    open.Enqueue(member);
        }
    }

    static bool IsConstructor(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor };

    static bool IsNamed(SimpleNameSyntax at, ISymbol member, SemanticModel around)
    {
        SyntaxNode named =
            IsConstructor(member)
            && at.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { } made
            && made.Type.Span.Contains(at.Span)
                ? made
                : at;
        return SymbolEqualityComparer.Default.Equals(around.GetSymbolInfo(named).Symbol?.OriginalDefinition, member);
    }

    /// <summary>The enclosing method, constructor or property; null for top-level statements.</summary>
    static ISymbol? Member(SyntaxNode place, SemanticModel around) =>
        Enclosing.Member(place) is MemberDeclarationSyntax member ? around.GetDeclaredSymbol(member) : null;

    /// <summary>The member, and the interface and base class members through which it is called.</summary>
    static IEnumerable<ISymbol> Contracts(ISymbol member)
    {
        yield return member.OriginalDefinition;
        for (var known = (member as IMethodSymbol)?.OverriddenMethod; known is not null; known = known.OverriddenMethod)
            yield return known.OriginalDefinition;
        foreach (
            var declared in member.ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(member.Name))
        )
        {
            var implemented = member.ContainingType.FindImplementationForInterfaceMember(declared);
            if (SymbolEqualityComparer.Default.Equals(implemented, member))
                yield return declared.OriginalDefinition;
        }
    }
}
