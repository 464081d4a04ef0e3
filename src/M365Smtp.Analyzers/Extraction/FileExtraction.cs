using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Surroundings;
using M365Smtp.Analyzers.Surroundings.Pacing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>
/// Everything a file does with SMTP clients, type by type: initializers, then constructors, then methods.
/// </summary>
internal sealed class FileExtraction(Source source, SemanticModel model, CancellationToken cancel)
{
    readonly Scope scope = new(source, model.SyntaxTree, cancel);

    /// <summary>The code that takes too many steps to read, identified by its first token.</summary>
    public IEnumerable<Location> Unread => scope.Unread.Select(code => code.GetFirstToken().GetLocation());

    public IEnumerable<SmtpUsage> Run()
    {
        source.Use(model);
        var roots = Roots(model.SyntaxTree.GetRoot(cancel)).ToList();
        foreach (var type in roots.GroupBy(root => root.Type, SymbolEqualityComparer.Default))
            if (type.Any(root => root.ConcernsMail))
                Run(type.Key as INamedTypeSymbol, [.. type]);
        var bodies = roots.Select(root => root.Body).OfType<IOperation>();
        var connections = new Connections(scope.Usages);
        var handled = new Lazy<HashSet<SmtpApi>>(() => ClientsHandled(roots));
        var usages = scope
            .Usages.Where(use => IsOfThisFile(use) && (use.Moment != Moment.Process || IsReadBy(handled.Value, use)))
            .Select(connections.Of)
            .ToList();
        usages.AddRange(PasswordsByDefault(roots));
        usages.AddRange(MisreadStatuses.Of(usages, bodies, cancel).ToList());
        usages.AddRange(PacedSends.Of(model, usages, bodies, cancel).ToList());
        usages.AddRange(Around(roots, usages).Found());
        return usages;
    }

    CodeAround Around(IEnumerable<Root> roots, List<SmtpUsage> usages)
    {
        var members =
            from root in roots
            where !IsTest(root.Member as IMethodSymbol)
            select new WrittenMember(root.Member, root.Body, root.Literal);
        return new(model, [.. members], [.. usages], cancel);
    }

    IEnumerable<SmtpUsage> PasswordsByDefault(IEnumerable<Root> roots) =>
        from root in roots
        where root.Literal?.Host() is not null && root.Member is IPropertySymbol
        let found = root.Type is { } type ? DefaultPasswords.Of(type, model.Compilation, cancel) : null
        where found is not null && found.Value.Password.Origin.Location.SourceTree == scope.Tree
        select DefaultPasswords.Usage(found.Value.Host, found.Value.Password);

    void Run(INamedTypeSymbol? type, IReadOnlyList<Root> roots)
    {
        var self = type is null ? Value.Unknown : new Value.Instance(new Allocation(type, null, type));
        State[] states = [NothingKnown(self)];
        foreach (var root in roots.Where(root => root.IsInitializer))
            states = root.Literal is { } literal
                ? [.. states.Select(state => Started(state, root.Member!, literal, self))]
                : After(root, self, states);
        var constructors = roots
            .Where(root =>
                root.Member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor }
            )
            .ToList();
        if (constructors.Count > 0)
            states = [.. constructors.SelectMany(root => After(root, self, states))];
        if (type is not null)
            states = [.. Joined(states.Select(state => Settled(state, type, (Value.Instance)self)))];
        var methods = roots.Except(constructors).Where(root => !root.IsInitializer).ToList();
        foreach (var root in methods.Where(root => root.ConcernsMail))
            After(root, self, states);
        if (type is not null && Declarations.Of(type, model.Compilation).Length == 1)
            RunTogether(type, (Value.Instance)self, methods, states);
    }

    // Only if several methods fill the fields, as some may know only the message.
    void RunTogether(INamedTypeSymbol type, Value.Instance self, List<Root> methods, State[] states)
    {
        if (states is not [var settled] || methods.Count < 2)
            return;
        var fields = new SharedFields(
            type,
            self,
            scope.Types,
            [
                .. methods.Select(root =>
                    (root.Body!, (Func<State, IReadOnlyList<Outcome>?>)(state => TryRead(root, self, state)))
                ),
            ]
        );
        if (fields.Together(settled) is not { } together)
            return;
        foreach (var root in methods.Where(root => fields.Concern(root.Body!)))
        {
            if (scope.Graph(root.Body!) is not { } graph)
                continue;
            scope.IsTest = IsTest(root.Member as IMethodSymbol);
            scope.ReadAgain(graph, new Frame(null, self), Entries(root.Member as IMethodSymbol, together));
        }
    }

    IReadOnlyList<Outcome>? TryRead(Root root, Value self, State state) =>
        scope.Graph(root.Body!) is { } graph ? scope.TryRead(graph, new Frame(null, self), [state]) : null;

    State NothingKnown(Value self) =>
        self is Value.Instance { Allocation: var allocation } ? scope.Start.Expose(allocation) : scope.Start;

    static State Started(State state, ISymbol member, Value.Constant literal, Value self) =>
        member is IFieldSymbol { IsConst: true } ? state
        : member.IsStatic || self is not Value.Instance { Allocation: var mine } ? state.SetVariable(member, literal)
        : state.SetMember(mine, member.Name, literal);

    State[] After(Root root, Value self, State[] states)
    {
        if (root.Body is null || scope.Graph(root.Body) is not { } graph)
            return states;
        scope.IsTest = IsTest(root.Member as IMethodSymbol);
        var frame = new Frame(null, self);
        var outcomes = scope.Read(
            graph,
            frame,
            states.SelectMany(state => Entries(root.Member as IMethodSymbol, state))
        );
        foreach (var local in graph.LocalFunctions)
            if (FlowGraphs.OfLocalFunction(graph, local, cancel) is { } inner)
                scope.Read(inner, frame, states.SelectMany(state => Entries(local, state)));
        return outcomes switch
        {
            null => [NothingKnown(self)],
            { Count: 0 } => states,
            _ => [.. outcomes.Select(outcome => outcome.State)],
        };
    }

    // Parameters are unknown; if a default is a Microsoft host, the code is also read with all defaults in place.
    IEnumerable<State> Entries(IMethodSymbol? method, State state)
    {
        yield return state;
        if (method is null || !Scope.DefaultsToHost(method))
            yield break;
        foreach (var parameter in method.Parameters)
            if (source.Default(parameter, cancel) is { } given)
                state = state.SetVariable(parameter, given);
        yield return state;
    }

    /// <summary>What a method may assume: members that keep their values from the constructor.</summary>
    State Settled(State state, INamedTypeSymbol type, Value.Instance self)
    {
        var members = source.MembersOf(type, cancel);
        // A constructor in another file replaces what this file initializes.
        var isMadeElsewhere = type.Constructors.Any(constructor =>
            Declarations.Of(constructor, model.Compilation).Any(part => part.SyntaxTree != scope.Tree)
        );
        bool IsKept(ISymbol member) =>
            members.IsSettled(member) && !(isMadeElsewhere && members.IsSetByConstructor(member));
        ISymbol? Named(Slot slot) =>
            slot.IsMember
            && type.GetMembers(slot.Name).FirstOrDefault() is var member
            && member is IFieldSymbol or IPropertySymbol
                ? member
                : null;
        foreach (var (variable, value) in state.Variables)
            if (value is Value.Instance held && variable.Symbol is IFieldSymbol or IPropertySymbol)
                state = MemberReads.Settle(state, held, variable.Symbol!, members);
        foreach (var (slot, value) in state.Members(self.Allocation))
            if (value is Value.Instance held && Named(slot) is { } member)
                state = MemberReads.Settle(state, held, member, members);
        return state
            .WithoutMembers(self.Allocation, slot => Named(slot) is { } member && !IsKept(member))
            .WithoutVariables(symbol => !IsKept(symbol));
    }

    static IEnumerable<State> Joined(IEnumerable<State> states) =>
        states.GroupBy(state => state.Path).Select(same => same.Aggregate((a, b) => a.Agree(b)));

    IEnumerable<Root> Roots(SyntaxNode top)
    {
        var rest = new Stack<SyntaxNode>();
        rest.Push(top);
        while (rest.Count > 0)
        {
            var node = rest.Pop();
            if (Literals.IsIn(node) && Literals.In(node, Declared(node)) is { } literal)
            {
                yield return new(null, Declared(node), literal) { ConcernsMail = literal.Host() is not null };
            }
            else if (model.GetOperation(node, cancel) is not { Parent: null } body)
            {
                Push(node);
            }
            else if (
                body
                is IMethodBodyOperation
                    or IConstructorBodyOperation
                    or IBlockOperation
                    or ISymbolInitializerOperation
                    and not IParameterInitializerOperation
            )
            {
                var symbol = Declared(node);
                yield return new(body, symbol, null)
                {
                    ConcernsMail =
                        source.MayMakeClient(body, cancel)
                        || symbol is IMethodSymbol method && Scope.DefaultsToHost(method),
                };
                // Types may follow top-level statements, whose body is the whole file.
                if (node == top)
                    Push(node);
            }
        }

        void Push(SyntaxNode parent)
        {
            var parts = parent.ChildNodesAndTokens();
            for (var i = parts.Count - 1; i >= 0; i--)
                if (parts[i].AsNode() is { } part)
                    rest.Push(part);
        }
    }

    ISymbol? Declared(SyntaxNode node) =>
        model.GetDeclaredSymbol(node, cancel)
        ?? (node.Parent is { } parent ? model.GetDeclaredSymbol(parent, cancel) : null)
        ?? model.GetEnclosingSymbol(node.SpanStart, cancel);

    // A process-wide setting concerns mail if a client that reads it is created, received or filled next to it.
    static bool IsReadBy(HashSet<SmtpApi> clients, SmtpUsage setting) =>
        // MailKit has its own SslProtocols. Source: MailKit, MailService.SslProtocols.
        clients.Any(client => client != SmtpApi.MailKit || setting.ObsoleteTls.IsUnknown);

    HashSet<SmtpApi> ClientsHandled(IEnumerable<Root> roots) =>
        [
            .. scope.Usages.Select(use => use.Api).Where(api => api != SmtpApi.None),
            .. roots
                .Select(root => root.Type)
                .OfType<INamedTypeSymbol>()
                .SelectMany(type => type.GetMembers())
                .SelectMany(TypesOf)
                .SelectMany(ClientsOf),
            .. roots
                .SelectMany(root => root.Body?.Descendants() ?? [])
                .SelectMany(operation => ClientsOf(operation.Type)),
        ];

    static IEnumerable<ITypeSymbol> TypesOf(ISymbol member) =>
        member switch
        {
            IFieldSymbol field => [field.Type],
            IPropertySymbol property => [property.Type],
            IMethodSymbol method => [method.ReturnType, .. method.Parameters.Select(parameter => parameter.Type)],
            _ => [],
        };

    IEnumerable<SmtpApi> ClientsOf(ITypeSymbol? type)
    {
        if (source.Types.ApiOf(type) is { } client)
            yield return client.Api;
        if (LibraryFacts.OptionsOf(type) is { } library)
            yield return library.Api;
    }

    // Code in another file is reported in that file, unless the host is written here.
    bool IsOfThisFile(SmtpUsage usage) =>
        usage.Site.Call.Location.SourceTree == scope.Tree
        || usage.Host.Is(out _, out var host)
            && (host.Location.SourceTree == scope.Tree || host.Via?.SourceTree == scope.Tree);

    // A unit test sets wrong values on purpose.
    static bool IsTest(IMethodSymbol? method) =>
        method
            ?.GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass?.Name
                    is "FactAttribute"
                        or "TheoryAttribute"
                        or "TestAttribute"
                        or "TestCaseAttribute"
                        or "TestMethodAttribute"
                        or "DataTestMethodAttribute"
            ) == true;

    /// <param name="Body">Null if the literal is everything.</param>
    sealed record Root(IOperation? Body, ISymbol? Member, Value.Constant? Literal)
    {
        /// <summary>It may reveal facts about mail.</summary>
        public bool ConcernsMail { get; init; }

        public bool IsInitializer => Literal is not null || Body is ISymbolInitializerOperation;

        public INamedTypeSymbol? Type => Member as INamedTypeSymbol ?? Member?.ContainingType;
    }
}
