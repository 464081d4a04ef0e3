using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>Finds the one section that an options type is bound to, wherever in the project that is said.</summary>
internal static class OptionsBindings
{
    /// <summary>The section's path; null where the type is bound to none, or to several.</summary>
    /// <param name="name">Of named options; empty for those that have none.</param>
    public static string? Find(INamedTypeSymbol options, string name, Source source, CancellationToken cancel)
    {
        HashSet<string> paths = new(StringComparer.OrdinalIgnoreCase);
        foreach (var tree in source.Compilation.SyntaxTrees)
        {
            cancel.ThrowIfCancellationRequested();
            if (!Mentions(tree.GetText(cancel).ToString(), options.Name)) continue;
            foreach (var call in source.Calls(tree, cancel))
                if (Binds(call, options) && NameOf(call) == name && SectionOf(call) is { } path) paths.Add(path);
        }
        return paths.Count == 1 ? paths.First() : null;
    }

    static bool Mentions(string text, string name) =>
        text.Contains(name) && (text.Contains("Configure") || text.Contains("Bind") || text.Contains("Get<") || text.Contains("Get(Of"));

    static bool Binds(IInvocationOperation call, INamedTypeSymbol options) => call.TargetMethod.Name switch
    {
        "Configure" or "BindConfiguration" or "Get" => Is(call.TargetMethod.TypeArguments.FirstOrDefault(), options),
        "Bind" => Is(call.TargetMethod.TypeArguments.FirstOrDefault(), options) || call.Arguments.Any(argument => argument.Parameter?.Name == "instance" && Is(Operand(argument.Value).Type, options)),
        _ => false,
    };

    static bool Is(ITypeSymbol? type, INamedTypeSymbol options) => SymbolEqualityComparer.Default.Equals(type, options);

    // Configure<T>("name", …), AddOptions<T>("name").Bind(…); null for a name chosen at run time.
    static string? NameOf(IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "name") is { ArgumentKind: ArgumentKind.Explicit, Value.ConstantValue: var name }) return name.Value as string;
        var builder = call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "optionsBuilder")?.Value;
        return builder is not null && Operand(builder) is IInvocationOperation { Type.Name: "OptionsBuilder" } start ? NameOf(start) : "";
    }

    static string? SectionOf(IInvocationOperation call)
    {
        var arguments = call.Arguments.Where(argument => argument.Parameter is not null).ToList();
        if (arguments.FirstOrDefault(argument => argument.Parameter!.Name == "configSectionPath") is { Value.ConstantValue: { HasValue: true, Value: string path } }) return path;
        var section = call.Instance ?? arguments.FirstOrDefault(argument => ConfigurationTypes.IsConfiguration(argument.Parameter!.Type))?.Value;
        var key = arguments.FirstOrDefault(argument => argument.Parameter!.Name == "key")?.Value.ConstantValue.Value as string;
        return section is not null && PathOf(section) is { } outer ? Join(outer, key) : null;
    }

    /// <summary>The path that a chain of GetSection calls with literals leads to; null for any other expression.</summary>
    static string? PathOf(IOperation section)
    {
        section = Operand(section);
        if (section is not IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call)
            return ConfigurationTypes.IsConfiguration(section.Type) && section.Type!.Name != "IConfigurationSection" ? "" : null;
        var outer = call.Instance ?? call.Arguments.FirstOrDefault(argument => ConfigurationTypes.IsConfiguration(argument.Parameter?.Type))?.Value;
        var key = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key")?.Value.ConstantValue;
        return outer is not null && key is { HasValue: true, Value: string name } && PathOf(outer) is { } path ? Join(path, name) : null;
    }

    static IOperation Operand(IOperation operation) => operation is IConversionOperation conversion ? Operand(conversion.Operand) : operation;

    static string Join(string path, string? key) => key is null ? path : path.Length == 0 ? key : path + ":" + key;
}
