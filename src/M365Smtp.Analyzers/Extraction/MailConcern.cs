using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>Tells the types that may carry something about mail. Most code of a file that sends mail has to do with others.</summary>
internal static class MailConcern
{
    // Where libraries keep clients, messages, logins, tokens and settings. Types of other namespaces hand on none of them.
    static readonly string[] Namespaces =
    [
        "System.Net", "System.Net.Mail", "System.Net.Security", "System.Net.Configuration", "System.Security.Authentication",
        "System.Configuration", "System.Web.Configuration", "System.Collections.Specialized",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Options", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Identity.Client", "Azure.Core", "Azure.Identity", "MailKit", "MimeKit",
    ];

    // Its variables may name a host.
    const string Environment = "System.Environment";

    public static bool Of(ITypeSymbol type, Source source, CancellationToken cancel) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType, source, cancel),
        INamedTypeSymbol { TypeKind: TypeKind.Error } => true,
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Of(argument, source, cancel))
            || (Declarations.IsOwn(named, source.Compilation) ? Speaks(named, source, cancel) : IsOfMail(named)),
        _ => type.TypeKind == TypeKind.Dynamic,
    };

    static bool Speaks(INamedTypeSymbol type, Source source, CancellationToken cancel) =>
        Holds(type, source, cancel)
        // Who calls an interface calls what stands behind it.
        || type.TypeKind == TypeKind.Interface && source.OnlyImplementation(type) is { } only && Holds(only, source, cancel);

    static bool Holds(INamedTypeSymbol type, Source source, CancellationToken cancel) =>
        Declarations.Of(type, source.Compilation).Any(part => MailText.MayHoldMail(part.SyntaxTree.GetText(cancel), part.Span));

    static bool IsOfMail(INamedTypeSymbol type)
    {
        if (LibraryFacts.IsOfLibrary(type)) return true;
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return Array.Exists(Namespaces, known => space == known || known is "MailKit" or "MimeKit" && space.StartsWith(known, StringComparison.Ordinal))
            || space + "." + type.Name == Environment;
    }
}
