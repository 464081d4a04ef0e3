using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Settings.Sections;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>How a type relates to mail.</summary>
internal enum Concern
{
    None,

    /// <summary>Its values are used with a client: a login, a message, a token.</summary>
    Value,

    /// <summary>It is a client, or what a client is built from: a host, settings, options.</summary>
    Client,
}

/// <summary>Recognizes types that may carry mail data. Most code in a file that sends mail uses other types.</summary>
internal static class MailConcern
{
    // Namespaces in which libraries keep mail types. Types in other namespaces pass nothing of it on.
    static readonly Dictionary<string, Concern> Namespaces = new()
    {
        ["System.Net"] = Concern.Value,
        ["System.Net.Mail"] = Concern.Value,
        ["System.Net.Security"] = Concern.Value,
        ["System.Security.Authentication"] = Concern.Value,
        ["Microsoft.Identity.Client"] = Concern.Value,
        ["Azure.Core"] = Concern.Value,
        ["MailKit"] = Concern.Value,
        ["MailKit.Security"] = Concern.Value,
        ["MimeKit"] = Concern.Value,
    };

    // Types from which code reads its settings. Their values concern a client if they name a host.
    static readonly HashSet<string> Configuration =
    [
        "System.Net.Configuration",
        "System.Configuration",
        "System.Web.Configuration",
        "System.Collections.Specialized",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.Options",
    ];

    public static Concern Of(ITypeSymbol type, Source source, CancellationToken cancel)
    {
        if (type is IArrayTypeSymbol array)
            return Of(array.ElementType, source, cancel);
        if (type is not INamedTypeSymbol named)
            return type.TypeKind == TypeKind.Dynamic ? Concern.Client : Concern.None;
        if (named.TypeKind == TypeKind.Error)
            return Concern.Value;
        if (source.Types.IsClient(named))
            return Concern.Client;
        var concern = Declarations.IsOwn(named, source.Compilation)
            ? Carries(named, source, cancel)
                ? Concern.Client
                : Concern.None
            : OfLibrary(named, source);
        foreach (var argument in named.TypeArguments)
            if (concern != Concern.Client && Of(argument, source, cancel) is var inner && inner > concern)
                concern = inner;
        return concern;
    }

    // A type of this project carries mail data if it holds a client or names a host; for other relations its members
    // decide.
    static bool Carries(INamedTypeSymbol type, Source source, CancellationToken cancel)
    {
        for (var part = type; Declarations.IsOwn(part, source.Compilation); part = part.BaseType)
            if (source.MayHoldMail(part, cancel) && part.GetMembers().Any(member => HoldsMail(member, source)))
                return true;
        return false;
    }

    static bool HoldsMail(ISymbol member, Source source) =>
        member switch
        {
            IFieldSymbol { IsImplicitlyDeclared: false } field => HoldsMail(field.Type, field.Name, source),
            IPropertySymbol property => HoldsMail(property.Type, property.Name, source),
            _ => false,
        };

    static bool HoldsMail(ITypeSymbol type, string name, Source source) =>
        type.SpecialType == SpecialType.System_String
            ? IsHost(name)
            : source.Types.IsClient(type) || LibraryFacts.OptionsOf(type) is not null;

    /// <summary>"SmtpServer" is a mail server, "CdnServer" is not.</summary>
    public static bool IsHost(string name) => KeyName.Of(name) is { Role: KeyRole.Host, Group.Length: 0 };

    static Concern OfLibrary(INamedTypeSymbol type, Source source)
    {
        // The service point manager affects every client of the process.
        if (LibraryFacts.IsOfLibrary(type) || type.Name is "ServicePointManager")
            return Concern.Client;
        var space = source.NamespaceOf(type);
        // A launch profile sets environment variables.
        if (type.Name is "Environment" || Configuration.Contains(space))
            return source.Settings.MayNameHost ? Concern.Client : Concern.Value;
        return Namespaces.TryGetValue(space, out var concern) ? concern : Concern.None;
    }
}
