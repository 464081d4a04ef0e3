using System.Collections.Concurrent;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Scanning;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>The code of one compilation, as far as mail code leads into it: bodies, initializers and accessors as operations.</summary>
internal sealed class Source(Compilation compilation, SettingsIndex settings, Runtime runtime)
{
    readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();
    readonly ConcurrentDictionary<SyntaxTree, bool> mailTexts = new();
    readonly ConcurrentDictionary<string, bool> assigned = new();
    readonly ConcurrentDictionary<ITypeSymbol, bool> mailConcerns = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, OptionsBindings> bindings = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, bool> injected = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, bool> hostDefaults = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, Members> members = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, INamedTypeSymbol?> implementations = new(SymbolEqualityComparer.Default);

    public Compilation Compilation => compilation;

    public SettingsIndex Settings => settings;

    public Runtime Runtime => runtime;

    public MailTypes Types { get; } = new(compilation);

    public CodeCache Code { get; } = new();

    public void Use(SemanticModel model) => models[model.SyntaxTree] = model;

    // A model of another file is asked for only where mail code of this file calls into it.
#pragma warning disable RS1030
    SemanticModel Model(SyntaxTree tree) => models.GetOrAdd(tree, tree => compilation.GetSemanticModel(tree));
#pragma warning restore RS1030

    /// <summary>The operation as written, with its parents, of one that the flow graph has rewritten.</summary>
    public IOperation? Written(IOperation operation) => Model(operation.Syntax.SyntaxTree).GetOperation(operation.Syntax);

    public bool IsMailFile(SyntaxTree tree, CancellationToken cancel) =>
        mailTexts.GetOrAdd(tree, tree => tree.TryGetText(out var text) ? MailText.MayHoldMail(text) : MailText.MayHoldMail(tree.GetText(cancel)));

    /// <summary>Whether any code of the project may assign a property of that name; false is certain.</summary>
    public bool MayAssign(string property, CancellationToken cancel) => assigned.GetOrAdd(property, property => Assignments.MayHold(compilation, property, cancel));

    /// <summary>The body of a method, constructor or accessor in source; null without one.</summary>
    public IOperation? Body(IMethodSymbol method, CancellationToken cancel)
    {
        foreach (var reference in Declarations.Of(method.PartialImplementationPart ?? method, compilation))
        {
            var syntax = reference.GetSyntax(cancel);
            var model = Model(syntax.SyntaxTree);
            // Visual Basic declares a method by its first line; the body hangs on the parent.
            var body = model.GetOperation(syntax, cancel) ?? (syntax.Parent is { } block && method.MethodKind != MethodKind.Constructor ? model.GetOperation(block, cancel) : null) ?? (method.AssociatedSymbol is null ? null : First<IBlockOperation>(model, syntax, cancel));
            if (body is { Parent: null } and (IMethodBodyOperation or IConstructorBodyOperation or IBlockOperation)) return body;
        }
        return null;
    }

    /// <summary>Something about mail may come to light in the body; every other body needs no flow graph.</summary>
    public bool ConcernsMail(IOperation body, CancellationToken cancel) => Code.Concerns(body, body => body.DescendantsAndSelf().Any(operation =>
        operation.ConstantValue is { HasValue: true, Value: string text } && Hosts.Find(text) is not null
        || ConcernsMail(operation.Type, cancel)
        || operation switch
        {
            IMemberReferenceOperation reference => ConcernsMail(reference.Member.ContainingType, cancel),
            IInvocationOperation call => ConcernsMail(call.TargetMethod.ContainingType, cancel),
            _ => false,
        }));

    bool ConcernsMail(ITypeSymbol? type, CancellationToken cancel) =>
        type is not null && (mailConcerns.TryGetValue(type, out var known) ? known : mailConcerns[type] = MailConcern.Of(type, this, cancel));

    /// <summary>The initializer of a field, property or parameter in source; null without one.</summary>
    public ISymbolInitializerOperation? Initializer(ISymbol symbol, CancellationToken cancel)
    {
        foreach (var reference in Declarations.Of(symbol, compilation))
        {
            var syntax = reference.GetSyntax(cancel);
            var model = Model(syntax.SyntaxTree);
            // Visual Basic hangs the initializer on the declarator, the parent of the name. In C# that is the class, with the initializers of others.
            if ((First<ISymbolInitializerOperation>(model, syntax, cancel) ?? (syntax.Parent is { } declarator && symbol is not IParameterSymbol ? First<ISymbolInitializerOperation>(model, declarator, cancel) : null)) is { } found && IsOf(symbol, found))
                return found;
        }
        return null;
    }

    static bool IsOf(ISymbol symbol, ISymbolInitializerOperation initializer) => initializer switch
    {
        IFieldInitializerOperation field => field.InitializedFields.Contains(symbol.OriginalDefinition, SymbolEqualityComparer.Default),
        IPropertyInitializerOperation property => property.InitializedProperties.Contains(symbol.OriginalDefinition, SymbolEqualityComparer.Default),
        _ => true,
    };

    /// <summary>The place where a constant is written, for a message to underline and a fix to edit.</summary>
    public Origin? Declaration(ISymbol constant, CancellationToken cancel)
    {
        if (constant is not ILocalSymbol) return Literals.Of(constant, compilation, cancel)?.Origin ?? (Initializer(constant, cancel) is { Value.Syntax: var written } ? Scope.Origin(written) : null);
        foreach (var reference in Declarations.Of(constant, compilation))
            if (First<IVariableInitializerOperation>(Model(reference.SyntaxTree), reference.GetSyntax(cancel), cancel) is { } found) return Scope.Origin(found.Value.Syntax);
        return null;
    }

    /// <summary>The value of an optional parameter, and where it is written; null where it has none that is a constant.</summary>
    public Value.Constant? Default(IParameterSymbol parameter, CancellationToken cancel) =>
        parameter.HasExplicitDefaultValue && Initializer(parameter, cancel)?.Value is { ConstantValue: { HasValue: true, Value: var data } } written ? new(data, Scope.Origin(written.Syntax)) : null;

    public Members MembersOf(INamedTypeSymbol type, CancellationToken cancel) =>
        members.GetOrAdd(type, type => new Members(type, this, cancel));

    /// <summary>Whether a field or property of the type starts as a Microsoft mail host.</summary>
    public bool NamesMicrosoftHost(INamedTypeSymbol type, CancellationToken cancel) => hostDefaults.GetOrAdd(type, type =>
        Declarations.Of(type, compilation).Any(reference => IsMailFile(reference.SyntaxTree, cancel))
        && type.GetMembers().Any(member => member is IPropertySymbol { Type.SpecialType: SpecialType.System_String } or IFieldSymbol { IsImplicitlyDeclared: false, Type.SpecialType: SpecialType.System_String }
            && (Literals.Of(member, compilation, cancel) is { } literal ? literal.Host is not null : Initializer(member, cancel)?.Value.ConstantValue is { HasValue: true, Value: string text } && Hosts.Find(text) is not null)));

    public OptionsBindings BindingsOf(INamedTypeSymbol options, CancellationToken cancel) =>
        bindings.GetOrAdd(options, options => OptionsBindings.Find(options, this, cancel));

    /// <summary>Whether the container hands out the type, which holds options, as itself and not as <c>IOptions&lt;T&gt;</c>.</summary>
    public bool IsInjected(INamedTypeSymbol type, CancellationToken cancel) =>
        injected.GetOrAdd(type, type => InjectedOptions.Include(type, this, cancel));

    /// <summary>A class of the project implements <c>IConfigureOptions&lt;T&gt;</c> or one of its siblings.</summary>
    public bool IsConfiguredByClass(INamedTypeSymbol options) => TypesOf(compilation.Assembly.GlobalNamespace).Any(type => type.AllInterfaces.Any(contract =>
        contract is { Name: "IConfigureOptions" or "IConfigureNamedOptions" or "IPostConfigureOptions", TypeArguments: [var configured] } && SymbolEqualityComparer.Default.Equals(configured, options)));

    /// <summary>Every call in the files that name a type and hold one of the words.</summary>
    public IEnumerable<IInvocationOperation> CallsThatMention(INamedTypeSymbol type, WordScan words, CancellationToken cancel)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancel.ThrowIfCancellationRequested();
            var text = tree.GetText(cancel);
            if (!words.Any(text, new TextSpan(0, text.Length)) || !text.ToString().Contains(type.Name)) continue;
            foreach (var call in Calls(tree, cancel)) yield return call;
        }
    }

    /// <summary>Every call in a file.</summary>
    public IEnumerable<IInvocationOperation> Calls(SyntaxTree tree, CancellationToken cancel)
    {
        var model = Model(tree);
        foreach (var node in tree.GetRoot(cancel).DescendantNodesAndSelf(node => model.GetOperation(node, cancel) is not { Parent: null }))
            if (model.GetOperation(node, cancel) is { Parent: null } root)
                foreach (var call in root.DescendantsAndSelf().OfType<IInvocationOperation>()) yield return call;
    }

    /// <summary>The bodies of a type's methods, constructors and accessors, as written.</summary>
    public IEnumerable<(IMethodSymbol Method, IOperation Body)> Bodies(INamedTypeSymbol type, CancellationToken cancel)
    {
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { IsImplicitlyDeclared: false } method && Body(method, cancel) is { } body)
                yield return (method, body);
    }

    /// <summary>The one class in source that implements an interface of the source; null where there are none or several.</summary>
    public INamedTypeSymbol? OnlyImplementation(INamedTypeSymbol contract) => implementations.GetOrAdd(contract, contract =>
    {
        if (!Declarations.IsOwn(contract, compilation)) return null;
        INamedTypeSymbol? only = null;
        foreach (var type in TypesOf(compilation.Assembly.GlobalNamespace))
            if (type.TypeKind is TypeKind.Class or TypeKind.Struct && !type.IsAbstract && type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default))
            {
                if (only is not null) return null;
                only = type;
            }
        return only;
    });

    static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol parent)
    {
        foreach (var member in parent.GetMembers())
        {
            if (member is INamedTypeSymbol type) yield return type;
            if (member is INamespaceOrTypeSymbol inner)
                foreach (var nested in TypesOf(inner)) yield return nested;
        }
    }

    static T? First<T>(SemanticModel model, SyntaxNode syntax, CancellationToken cancel) where T : class, IOperation
    {
        foreach (var node in syntax.DescendantNodesAndSelf())
            if (model.GetOperation(node, cancel) is { } operation)
            {
                if (operation is T found) return found;
                if (typeof(T) != typeof(IVariableInitializerOperation) && operation is IBlockOperation or IMethodBodyOperation) return null;
            }
        return null;
    }
}
