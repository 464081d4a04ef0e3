using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>What is known about a called method.</summary>
internal static class Callees
{
    /// <summary>The body of a method or a local function in the file; null for every other method.</summary>
    public static IOperation? BodyOf(IMethodSymbol method, IEnumerable<IOperation> bodies) =>
        method.MethodKind == MethodKind.LocalFunction
            ? bodies
                .SelectMany(body => body.Descendants())
                .OfType<ILocalFunctionOperation>()
                .FirstOrDefault(local => SymbolEqualityComparer.Default.Equals(local.Symbol, method.OriginalDefinition))
                ?.Body
            : bodies.FirstOrDefault(body =>
                Declarations
                    .Of(method, body.SemanticModel?.Compilation)
                    .Any(reference =>
                        reference.SyntaxTree == body.Syntax.SyntaxTree && reference.Span.Contains(body.Syntax.Span)
                    )
            );

    /// <summary>Its behavior is documented: .NET, or a library that sends mail.</summary>
    public static bool IsOfLibrary(IMethodSymbol method) =>
        OutermostNamespace(method) is "System" or "Microsoft" or "MailKit" or "MimeKit";

    public static string? OutermostNamespace(IMethodSymbol method)
    {
        var outermost = method.ContainingNamespace;
        while (outermost is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            outermost = outer;
        return outermost?.Name;
    }
}
