using M365Smtp.Analyzers.Extraction.Pacing;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>Everything one file does with SMTP clients: its types one by one, each with its initializers, its constructors, then its methods.</summary>
internal sealed class FileExtraction(Source source, SemanticModel model, CancellationToken cancel)
{
    readonly Scope scope = new(source, model.SyntaxTree, cancel);

    public IEnumerable<SmtpUsage> Run()
    {
        source.Use(model);
        var roots = Roots(model.SyntaxTree.GetRoot(cancel)).ToList();
        foreach (var type in roots.GroupBy(root => root.Type, SymbolEqualityComparer.Default))
            if (type.Any(root => root.ConcernsMail)) Run(type.Key as INamedTypeSymbol, [.. type]);
        if (scope.Exhausted) return [];
        var usages = scope.Usages.Where(IsOfThisFile).ToList();
        usages.AddRange(MisreadStatuses.Of(usages, roots.Select(root => root.Body), cancel).ToList());
        usages.AddRange(PacedSends.Of(model, usages, roots.Select(root => root.Body), cancel).ToList());
        return usages;
    }

    void Run(INamedTypeSymbol? type, IReadOnlyList<Root> roots)
    {
        var self = type is null ? Value.Unknown : new Value.Instance(new Allocation(type, null, type));
        var start = self is Value.Instance { Allocation: var allocation } ? State.Empty.Allocate(allocation).Expose(allocation) : State.Empty;
        State[] states = [start];
        foreach (var root in roots.Where(root => root.Body is ISymbolInitializerOperation)) states = After(root, self, states);
        var constructors = roots.Where(root => root.Method?.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor).ToList();
        if (constructors.Count > 0) states = [.. constructors.SelectMany(root => After(root, self, states))];
        if (type is not null) states = [.. Joined(states.Select(state => Settled(state, type, self)))];
        foreach (var root in roots.Except(constructors).Where(root => root.ConcernsMail && root.Body is not ISymbolInitializerOperation)) After(root, self, states);
    }

    State[] After(Root root, Value self, State[] states)
    {
        if (scope.Graph(root.Body) is not { } graph) return states;
        scope.IsTest = IsTest(root.Method);
        var frame = new Frame(null, self);
        var entries = states.SelectMany(state => Entries(root.Method, state)).ToArray();
        var outcomes = scope.Run(graph, frame, entries);
        foreach (var local in graph.LocalFunctions)
            scope.Run(graph.GetLocalFunctionControlFlowGraph(local, cancel), frame, [.. states.SelectMany(state => Entries(local, state))]);
        return outcomes.Count == 0 ? states : [.. outcomes.Select(outcome => outcome.State)];
    }

    // A parameter is unknown; one whose default is a Microsoft host is also tried with every default in place.
    IEnumerable<State> Entries(IMethodSymbol? method, State state)
    {
        yield return state;
        if (method is null || !DefaultsToHost(method)) yield break;
        foreach (var parameter in method.Parameters)
            if (parameter.HasExplicitDefaultValue && source.Declaration(parameter, cancel) is { ConstantValue: { HasValue: true, Value: var data } } declared)
                state = state.SetVariable(parameter, new Value.Constant(data, scope.Origin(declared.Syntax)));
        yield return state;
    }

    static bool DefaultsToHost(IMethodSymbol method) =>
        method.Parameters.Any(parameter => parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: string text } && Hosts.Find(text) is not null);

    /// <summary>What a method may rely on: members that keep what the constructor gave them.</summary>
    State Settled(State state, INamedTypeSymbol type, Value self)
    {
        var members = source.MembersOf(type, cancel);
        ISymbol? Member(Slot slot) => slot.Owner as ISymbol ?? (self is Value.Instance { Allocation: var mine } && mine.Equals(slot.Owner) ? type.GetMembers(slot.Member).FirstOrDefault() : null);
        foreach (var pair in state.All)
            if (pair.Value is Value.Instance held && Member(pair.Key) is IFieldSymbol or IPropertySymbol) state = Interpreter.Settle(state, held, Member(pair.Key)!, members);
        return state.Where((slot, _) => slot.Owner switch
        {
            ILocalSymbol or IParameterSymbol => false,
            IFieldSymbol or IPropertySymbol => members.IsSettled((ISymbol)slot.Owner),
            Allocation owner when owner.Equals((self as Value.Instance)?.Allocation) => Member(slot) is not (IFieldSymbol or IPropertySymbol) || members.IsSettled(Member(slot)!),
            _ => true,
        });
    }

    static IEnumerable<State> Joined(IEnumerable<State> states) =>
        states.GroupBy(state => state.Path).Select(same => same.Aggregate((a, b) => a.Agree(b)));

    IEnumerable<Root> Roots(SyntaxNode top)
    {
        foreach (var node in top.DescendantNodesAndSelf(node => model.GetOperation(node, cancel) is not { Parent: null }))
            if (model.GetOperation(node, cancel) is { Parent: null } body and (IMethodBodyOperation or IConstructorBodyOperation or IBlockOperation or ISymbolInitializerOperation and not IParameterInitializerOperation))
            {
                var symbol = model.GetDeclaredSymbol(node, cancel) ?? (node.Parent is { } parent ? model.GetDeclaredSymbol(parent, cancel) : null) ?? model.GetEnclosingSymbol(node.SpanStart, cancel);
                yield return new(body, symbol as IMethodSymbol, symbol as INamedTypeSymbol ?? symbol?.ContainingType)
                {
                    ConcernsMail = source.ConcernsMail(body, cancel) || symbol is IMethodSymbol method && DefaultsToHost(method),
                };
            }
    }

    // What a call leads to in another file is that file's own finding, unless the host stands here.
    bool IsOfThisFile(SmtpUsage usage) =>
        usage.Site.Call.Location.SourceTree == scope.Tree
        || usage.Host.Is(out _, out var host) && (host.Location.SourceTree == scope.Tree || host.Via?.SourceTree == scope.Tree);

    // A unit test writes wrong values on purpose.
    static bool IsTest(IMethodSymbol? method) =>
        method?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestCaseAttribute" or "TestMethodAttribute" or "DataTestMethodAttribute") == true;

    sealed record Root(IOperation Body, IMethodSymbol? Method, INamedTypeSymbol? Type)
    {
        /// <summary>Something about mail may come to light in it.</summary>
        public bool ConcernsMail { get; init; }
    }
}
