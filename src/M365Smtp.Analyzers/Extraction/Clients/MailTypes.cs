using System.Collections.Immutable;
using M365Smtp.Analyzers.Apis;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>The client types visible to a compilation.</summary>
internal sealed class MailTypes
{
    static readonly ClientApi[] Apis = [SystemNetMail.Client, Analyzers.Apis.MailKit.Client];

    readonly ImmutableArray<(INamedTypeSymbol Type, ClientApi Api)> clients;
    readonly Compilation compilation;

    public MailTypes(Compilation compilation)
    {
        var found = ImmutableArray.CreateBuilder<(INamedTypeSymbol, ClientApi)>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Insert(0, compilation.Assembly))
            foreach (var api in Apis)
                if (ReferenceEquals(assembly, compilation.Assembly) || api.Assemblies.Contains(assembly.Name))
                    foreach (var name in api.Types)
                        if (assembly.GetTypeByMetadataName(name) is { } type)
                            found.Add((type, api));
        clients = found.ToImmutable();
        this.compilation = compilation;
    }

    /// <summary>
    /// The compilation can create a client and is not the library itself, which may use its own clients as it likes.
    /// </summary>
    public bool Any =>
        !clients.IsEmpty
        && !(DeclaresMailKit && Analyzers.Apis.MailKit.Client.Assemblies.Contains(compilation.Assembly.Name));

    /// <summary>MailKit's source is part of the compilation.</summary>
    public bool DeclaresMailKit =>
        clients.Any(client => client.Api.Api == SmtpApi.MailKit && Declarations.IsOwn(client.Type, compilation));

    public bool HasMailKit => clients.Any(client => client.Api.Api == SmtpApi.MailKit);

    public bool IsClient(ITypeSymbol? type) => ApiOf(type) is not null;

    /// <summary>Another author's subclass of a library's client.</summary>
    public bool IsSubclassOfClient(ITypeSymbol type) =>
        IsClient(type) && !clients.Any(client => SymbolEqualityComparer.Default.Equals(client.Type, type));

    /// <summary>The library of a client type, of its subclass, or of an implementation of its interface.</summary>
    public ClientApi? ApiOf(ITypeSymbol? type)
    {
        // 'where T : SmtpClient, new()'
        if (type is ITypeParameterSymbol { ConstraintTypes: var constraints })
            return constraints.OfType<INamedTypeSymbol>().Select(ApiOf).FirstOrDefault(api => api is not null);
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            foreach (var (known, api) in clients)
                if (SymbolEqualityComparer.Default.Equals(known, candidate))
                    return api;
        if (!Declarations.IsOwn(type, compilation))
            return null;
        foreach (var contract in type.AllInterfaces)
            foreach (var (known, api) in clients)
                if (SymbolEqualityComparer.Default.Equals(known, contract))
                    return api;
        return null;
    }
}
