using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>MimeKit's types as the code names them once MimeKit is imported.</summary>
internal sealed class MimeTypes(SemanticModel model, int position)
{
    const string Namespace = "MimeKit";

    /// <summary>Qualified if another type of that name is in scope.</summary>
    public string Name(string type) =>
        model
            .LookupNamespacesAndTypes(position, name: type)
            .All(known => known.ContainingNamespace?.ToDisplayString() == Namespace)
            ? type
            : $"{Namespace}.{type}";

    /// <summary>A type of System.IO.</summary>
    public string OfSystemIO(string type) =>
        model.LookupNamespacesAndTypes(position, name: type) is [{ ContainingNamespace: var home }]
        && home.ToDisplayString() == "System.IO"
            ? type
            : $"System.IO.{type}";
}
