using System.Text.RegularExpressions;
using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>Writes type names in new text according to a plan, and records the imports they need.</summary>
internal sealed class TypeNames(TypeNaming naming, int position, SemanticModel model, IEnumerable<string> namespaces)
{
    /// <summary>Names that System.Net.Mail has too.</summary>
    public static readonly string[] Clashing = [MailKitNames.Client, MailKitNames.StatusCode];

    public HashSet<string> Namespaces { get; } = [.. namespaces];

    public HashSet<string> Aliases { get; } = [];

    /// <summary>The text with its <c>global::Ns.Type</c> names shortened.</summary>
    public string In(string text) => Regex.Replace(text, @"global::[\w.]+", name => Written(name.Value));

    public static string Simple(string type) => type.Substring(type.LastIndexOf('.') + 1);

    public static string Namespace(string type) => type.Substring(0, Math.Max(0, type.LastIndexOf('.')));

    /// <param name="name">A type, optionally followed by a member.</param>
    string Written(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
            if (model.Compilation.GetTypeByMetadataName(Full(name.Substring(0, end))) is { } type)
                return OfType(name.Substring(0, end), type) + name.Substring(end);
        return name;
    }

    string OfType(string name, INamedTypeSymbol type)
    {
        var known = model
            .LookupNamespacesAndTypes(position, name: type.Name)
            .Where(known => known is not INamedTypeSymbol { Arity: var arity } || arity == type.Arity)
            .ToList();
        if (known is [var only] && SymbolEqualityComparer.Default.Equals(only, type))
            return type.Name;
        var isNetMails = Clashing.Contains(name);
        if (
            naming == TypeNaming.Full
            || name.StartsWith("global::System.", StringComparison.Ordinal)
            || known.Count > 0 && !isNetMails
            || naming == TypeNaming.Qualified && Namespace(Full(name)) == MailKitNames.ClientsNamespace
        )
            return Full(name);
        if (isNetMails && naming == TypeNaming.Alias)
            Aliases.Add(Full(name));
        else
            Namespaces.Add(Namespace(Full(name)));
        return type.Name;
    }

    static string Full(string name) => name.Substring("global::".Length);
}
