using System.Collections.Concurrent;
using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Scanning;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>
/// The code of a compilation that mail code leads to: bodies, initializers and accessors as operations.
/// </summary>
internal sealed class Source(Compilation compilation, SettingsIndex settings, Runtime runtime)
{
    readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();
    readonly ConcurrentDictionary<SyntaxTree, bool> mailTexts = new();
    readonly ConcurrentDictionary<ISymbol, bool> mailSymbols = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<string, bool> assigned = new();
    readonly ConcurrentDictionary<INamespaceSymbol, string> namespaces = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<ITypeSymbol, Concern> mailConcerns = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, OptionsBindings> bindings = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, bool> injected = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, bool> hostDefaults = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, Members> members = new(SymbolEqualityComparer.Default);

    public Compilation Compilation => compilation;

    public SettingsIndex Settings => settings;

    public Runtime Runtime => runtime;

    public MailTypes Types { get; } = new(compilation);

    public CodeCache Code { get; } = new();

    public Implementations Implementations { get; } = new(compilation);

    public NamedHosts NamedHosts { get; } = new(compilation, settings);

    /// <summary>The words of mail code; in MailKit's own source its name is not one.</summary>
    public MailText Words => Types.DeclaresMailKit ? MailText.InMailKit : MailText.Anywhere;

    public void Use(SemanticModel model) => models[model.SyntaxTree] = model;

    // Another file's model is requested only if mail code in this file calls into it.
#pragma warning disable RS1030
    SemanticModel Model(SyntaxTree tree) =>
        models.TryGetValue(tree, out var known) ? known : models[tree] = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030

    /// <summary>The operation as written, with its parents, for one that the flow graph rewrote.</summary>
    public IOperation? Written(IOperation operation) =>
        Code.Written(
            operation.Syntax,
            static (syntax, source) => source.Model(syntax.SyntaxTree).GetOperation(syntax),
            this
        );

    public bool IsMailFile(SyntaxTree tree, CancellationToken cancel) =>
        mailTexts.TryGetValue(tree, out var known) ? known : mailTexts[tree] = Words.MayHoldMail(tree.GetText(cancel));

    /// <summary>Whether any code in the project may assign a property of that name; false is certain.</summary>
    public bool MayAssign(string property, CancellationToken cancel) =>
        assigned.GetOrAdd(property, property => Assignments.MayHold(compilation, property, cancel));

    /// <summary>The body of a method, constructor or accessor in source; null if there is none.</summary>
    public IOperation? Body(IMethodSymbol method, CancellationToken cancel)
    {
        foreach (var reference in Declarations.Of(method, compilation))
        {
            var syntax = reference.GetSyntax(cancel);
            var model = Model(syntax.SyntaxTree);
            if (model.GetOperation(syntax, cancel) is ILocalFunctionOperation { Body: var inner })
                return inner;
            // A Visual Basic method is declared by its first line; the body belongs to the parent.
            var body =
                model.GetOperation(syntax, cancel)
                ?? (
                    syntax.Parent is { } block && method.MethodKind != MethodKind.Constructor
                        ? model.GetOperation(block, cancel)
                        : null
                )
                ?? (method.AssociatedSymbol is null ? null : First<IBlockOperation>(model, syntax, cancel));
            if (body is { Parent: null } and (IMethodBodyOperation or IConstructorBodyOperation or IBlockOperation))
                return body;
        }
        return null;
    }

    /// <summary>
    /// The body or its callees may produce a client, or values that build one; no other body needs a flow graph.
    /// </summary>
    public bool MayMakeClient(IOperation body, CancellationToken cancel)
    {
        var seen = new HashSet<SyntaxNode>();
        var level = new List<IOperation> { body };
        for (var calls = 0; calls <= CallPath.Deepest && level.Count > 0; calls++)
        {
            level.RemoveAll(next => !seen.Add(next.Syntax));
            if (level.Exists(next => About(next, cancel).MakesClient))
                return true;
            level = [.. level.SelectMany(next => Callees(next, cancel))];
        }
        return false;
    }

    /// <summary>
    /// A method that returns a mail value, or calls one that does, and is therefore worth reading for its callers.
    /// </summary>
    public bool ConcernsMail(IOperation body, CancellationToken cancel) =>
        About(body, cancel).IsMail || Callees(body, cancel).Any(callee => About(callee, cancel).IsMail);

    IEnumerable<IOperation> Callees(IOperation body, CancellationToken cancel) =>
        About(body, cancel).Calls.Select(method => Body(method, cancel)).OfType<IOperation>();

    BodyFacts About(IOperation body, CancellationToken cancel) =>
        Code.About(
            body.Syntax,
            () =>
            {
                HashSet<IMethodSymbol>? calls = null;
                var (isMail, makesClient) = (false, false);
                foreach (var operation in body.DescendantsAndSelf())
                {
                    if (Called(operation) is { } method && IsDeclaredInMailFile(method, cancel))
                        (calls ??= new(SymbolEqualityComparer.Default)).Add(method);
                    var concern = ConcernOf(operation, cancel);
                    isMail |= concern != Concern.None;
                    if (makesClient |= concern == Concern.Client)
                        break;
                }
                return new(isMail, makesClient, calls is null ? [] : [.. calls]);
            }
        );

    IMethodSymbol? Called(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { TargetMethod: var method } => Implemented(method),
            IMethodReferenceOperation { Method: var method } => Implemented(method),
            IObjectCreationOperation { Constructor: var constructor } => constructor?.OriginalDefinition,
            IPropertyReferenceOperation { Property.GetMethod: { } getter } => Implemented(getter),
            _ => null,
        };

    // A call of an interface member calls its implementation.
    IMethodSymbol Implemented(IMethodSymbol method) =>
        method.ContainingType.TypeKind == TypeKind.Interface && Implementations.Only(method.ContainingType) is { } only
            ? only.FindImplementationForInterfaceMember(method.OriginalDefinition) as IMethodSymbol
                ?? method.OriginalDefinition
            : (method.ReducedFrom ?? method).OriginalDefinition;

    // Asked of every call: most methods are a library's, and no closure is allocated for them.
    bool IsDeclaredInMailFile(IMethodSymbol method, CancellationToken cancel)
    {
        if (!Declarations.IsOwn(method, compilation))
            return false;
        foreach (var part in Declarations.Of(method, compilation))
            if (IsMailFile(part.SyntaxTree, cancel))
                return true;
        return false;
    }

    Concern ConcernOf(IOperation operation, CancellationToken cancel)
    {
        if (operation.ConstantValue is { HasValue: true, Value: string text } && Hosts.Find(text) is not null)
            return Concern.Client;
        var concern = operation is IInstanceReferenceOperation ? Concern.None : ConcernOf(operation.Type, cancel);
        var member = operation switch
        {
            IMemberReferenceOperation reference => reference.Member,
            IInvocationOperation call => call.TargetMethod,
            _ => null,
        };
        return concern == Concern.Client || member is null ? concern : Most(concern, ConcernOf(member, cancel));
    }

    static Concern Most(Concern one, Concern other) => one > other ? one : other;

    // A type related to mail has other members, too: only those that concern mail count.
    Concern ConcernOf(ISymbol member, CancellationToken cancel) =>
        !Declarations.IsOwn(member, compilation) ? ConcernOf(member.ContainingType, cancel)
        : !MayHoldMail(member.OriginalDefinition, cancel) ? Concern.None
        // What the method returns depends on its body.
        : member is IMethodSymbol ? Concern.Value
        : Concern.Client;

    Concern ConcernOf(ITypeSymbol? type, CancellationToken cancel) =>
        type is null ? Concern.None
        : mailConcerns.TryGetValue(type, out var known) ? known
        : mailConcerns[type] = MailConcern.Of(type, this, cancel);

    /// <summary>The name of the namespace that contains a type.</summary>
    public string NamespaceOf(ITypeSymbol type) =>
        type.ContainingNamespace is { } space
            ? namespaces.GetOrAdd(space, static space => space.ToDisplayString())
            : "";

    /// <summary>The declaration contains a mail word.</summary>
    public bool MayHoldMail(ISymbol symbol, CancellationToken cancel) =>
        mailSymbols.TryGetValue(symbol, out var known) ? known : mailSymbols[symbol] = HoldsMailWord(symbol, cancel);

    bool HoldsMailWord(ISymbol symbol, CancellationToken cancel)
    {
        foreach (var part in Declarations.Of(symbol, compilation))
            if (IsMailFile(part.SyntaxTree, cancel) && Words.MayHoldMail(part.SyntaxTree.GetText(cancel), part.Span))
                return true;
        return false;
    }

    /// <summary>Whether the declaration of a field or property has an initializer.</summary>
    public bool IsInitialized(ISymbol member, CancellationToken cancel) =>
        Literals.Of(member, compilation, cancel) is not null || Initializer(member, cancel) is not null;

    /// <summary>The initializer of a field, property or parameter in source; null if there is none.</summary>
    public ISymbolInitializerOperation? Initializer(ISymbol symbol, CancellationToken cancel)
    {
        foreach (var reference in Declarations.Of(symbol, compilation))
        {
            var syntax = reference.GetSyntax(cancel);
            var model = Model(syntax.SyntaxTree);
            // Visual Basic attaches the initializer to the declarator, the parent of the name. In C# that parent is the
            // class, with the initializers of other members.
            if (
                (
                    First<ISymbolInitializerOperation>(model, syntax, cancel)
                    ?? (
                        syntax.Parent is { } declarator && symbol is not IParameterSymbol
                            ? First<ISymbolInitializerOperation>(model, declarator, cancel)
                            : null
                    )
                )
                    is { } found
                && IsOf(symbol, found)
            )
                return found;
        }
        return null;
    }

    static bool IsOf(ISymbol symbol, ISymbolInitializerOperation initializer) =>
        initializer switch
        {
            IFieldInitializerOperation field => field.InitializedFields.Contains(
                symbol.OriginalDefinition,
                SymbolEqualityComparer.Default
            ),
            IPropertyInitializerOperation property => property.InitializedProperties.Contains(
                symbol.OriginalDefinition,
                SymbolEqualityComparer.Default
            ),
            _ => true,
        };

    /// <summary>The place where a constant is written, for a message to underline and a fix to edit.</summary>
    public Origin? Declaration(ISymbol constant, CancellationToken cancel)
    {
        if (constant is not ILocalSymbol)
            return Literals.Of(constant, compilation, cancel)?.Origin
                ?? (Initializer(constant, cancel) is { Value.Syntax: var written } ? Scope.Origin(written) : null);
        foreach (var reference in Declarations.Of(constant, compilation))
            if (
                First<IVariableInitializerOperation>(
                    Model(reference.SyntaxTree),
                    reference.GetSyntax(cancel),
                    cancel
                ) is
                { } found
            )
                return Scope.Origin(found.Value.Syntax);
        return null;
    }

    /// <summary>
    /// The default value of an optional parameter and its location; null if it has no constant default.
    /// </summary>
    public Value.Constant? Default(IParameterSymbol parameter, CancellationToken cancel) =>
        parameter.HasExplicitDefaultValue
        && Initializer(parameter, cancel)?.Value is { ConstantValue: { HasValue: true, Value: var data } } written
            ? new(data, Scope.Origin(written.Syntax))
            : null;

    public Members MembersOf(INamedTypeSymbol type, CancellationToken cancel) =>
        members.GetOrAdd(type, type => new Members(type, this, cancel));

    /// <summary>Whether a field or property of the type is initialized with a Microsoft mail host.</summary>
    public bool NamesMicrosoftHost(INamedTypeSymbol type, CancellationToken cancel) =>
        hostDefaults.GetOrAdd(
            type,
            type =>
                Declarations.Of(type, compilation).Any(reference => IsMailFile(reference.SyntaxTree, cancel))
                && type.GetMembers()
                    .Any(member =>
                        member
                            is IPropertySymbol { Type.SpecialType: SpecialType.System_String }
                                or IFieldSymbol
                            {
                                IsImplicitlyDeclared: false,
                                Type.SpecialType: SpecialType.System_String
                            }
                        && (
                            Literals.Of(member, compilation, cancel) is { } literal
                                ? literal.Host() is not null
                                : Initializer(member, cancel)?.Value.ConstantValue
                                    is { HasValue: true, Value: string text }
                                    && Hosts.Find(text) is not null
                        )
                    )
        );

    public OptionsBindings BindingsOf(INamedTypeSymbol options, CancellationToken cancel) =>
        bindings.GetOrAdd(options, options => OptionsBindings.Find(options, this, cancel));

    /// <summary>Whether the container provides the options type directly and not as <c>IOptions&lt;T&gt;</c>.</summary>
    public bool IsInjected(INamedTypeSymbol type, CancellationToken cancel) =>
        injected.GetOrAdd(type, type => InjectedOptions.Include(type, this, cancel));

    /// <summary>A class in the project implements <c>IConfigureOptions&lt;T&gt;</c> or a related interface.</summary>
    public bool IsConfiguredByClass(INamedTypeSymbol options) =>
        Implementations.Types.Any(type =>
            type.AllInterfaces.Any(contract =>
                contract
                    is
                {
                    Name: "IConfigureOptions" or "IConfigureNamedOptions" or "IPostConfigureOptions",
                    TypeArguments: [var configured]
                }
                && SymbolEqualityComparer.Default.Equals(configured, options)
            )
        );

    /// <summary>Every call in the files that name a type and contain one of the words.</summary>
    public IEnumerable<IInvocationOperation> CallsThatMention(
        INamedTypeSymbol type,
        WordScan words,
        CancellationToken cancel
    )
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancel.ThrowIfCancellationRequested();
            var text = tree.GetText(cancel);
            if (!words.Any(text) || !text.ToString().Contains(type.Name))
                continue;
            foreach (var call in Calls(tree, words, cancel))
                yield return call;
        }
    }

    /// <summary>Every call in the bodies that contain one of the words; no other body is bound.</summary>
    IEnumerable<IInvocationOperation> Calls(SyntaxTree tree, WordScan words, CancellationToken cancel)
    {
        var model = Model(tree);
        var text = tree.GetText(cancel);
        var rest = new Stack<SyntaxNode>();
        rest.Push(tree.GetRoot(cancel));
        while (rest.Count > 0)
        {
            var node = rest.Pop();
            if (!words.Any(text, node.FullSpan))
                continue;
            if (model.GetOperation(node, cancel) is { Parent: null } root)
                foreach (var call in root.DescendantsAndSelf().OfType<IInvocationOperation>())
                    yield return call;
            else
                foreach (var inner in node.ChildNodes().Reverse())
                    rest.Push(inner);
        }
    }

    /// <summary>The bodies of a type's methods, constructors and accessors, as written.</summary>
    public IEnumerable<(IMethodSymbol Method, IOperation Body)> Bodies(INamedTypeSymbol type, CancellationToken cancel)
    {
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { IsImplicitlyDeclared: false } method && Body(method, cancel) is { } body)
                yield return (method, body);
    }

    static T? First<T>(SemanticModel model, SyntaxNode syntax, CancellationToken cancel)
        where T : class, IOperation
    {
        foreach (var node in syntax.DescendantNodesAndSelf())
            if (model.GetOperation(node, cancel) is { } operation)
            {
                if (operation is T found)
                    return found;
                if (operation is IBlockOperation)
                    return null;
            }
        return null;
    }
}
