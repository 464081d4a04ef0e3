using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>Tells the types that may carry something about mail. Most code of a file that sends mail has to do with others.</summary>
internal static class MailConcern
{
    // What stands here hands on neither hosts nor clients nor settings. The environment does: its variables may name a host.
    static readonly string[] Silent =
        ["System", "System.Collections", "System.Collections.Generic", "System.Globalization", "System.IO", "System.Linq", "System.Runtime.CompilerServices", "System.Text", "System.Text.RegularExpressions", "System.Threading", "System.Threading.Tasks", "System.Net.WebUtility"];

    public static bool Of(ITypeSymbol type, Compilation compilation, CancellationToken cancel) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType, compilation, cancel),
        INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Error } named when !IsSilent(named) => true,
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Of(argument, compilation, cancel))
            || (Declarations.IsOwn(named, compilation) ? Speaks(named, compilation, cancel) : !IsSilent(named)),
        _ => type.TypeKind == TypeKind.Dynamic,
    };

    static bool Speaks(INamedTypeSymbol type, Compilation compilation, CancellationToken cancel) =>
        Declarations.Of(type, compilation).Any(part => MailText.MayHoldMail(part.SyntaxTree.GetText(cancel), part.Span));

    static bool IsSilent(INamedTypeSymbol type) =>
        type.ContainingNamespace is { } space && type.Name != "Environment" && space.ToDisplayString() is var name && (Silent.Contains(name) || Silent.Contains(name + "." + type.Name));
}
