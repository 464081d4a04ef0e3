using System.Collections.Concurrent;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>How a project fills an options type, anywhere in the project.</summary>
internal sealed class OptionsBindings
{
    static readonly WordScan Words = new(
        "configure<",
        "configure(",
        "configureall",
        "bind",
        "get<",
        "get(of",
        "singleton",
        "scoped",
        "transient"
    );
    static readonly string[] InCode = ["Configure", "PostConfigure", "ConfigureAll", "PostConfigureAll"];

    readonly List<(string Name, string Section)> sections = [];
    readonly List<RegisteredOptions?> registered = [];
    readonly OptionsInCode code;
    readonly ConcurrentDictionary<string, OptionsBinding?> byName = new();

    OptionsBindings(INamedTypeSymbol options, Source source, CancellationToken cancel)
    {
        code = new(options) { IsOpen = source.IsConfiguredByClass(options) };
        foreach (var call in source.CallsThatMention(options, Words, cancel))
            if (Array.IndexOf(InCode, call.TargetMethod.Name) >= 0 && code.Takes(call))
                code.Add(call, call.TargetMethod.Name.EndsWith("All", StringComparison.Ordinal) ? null : NameOf(call));
            else if (Binds(call, options) && NameOf(call) is { } name && SectionOf(call) is { } path)
                sections.Add((name, path));
            else if (RegisteredOptions.Of(call, options, out var isKnown) is { } made)
                registered.Add(isKnown ? made : null);
    }

    public static OptionsBindings Find(INamedTypeSymbol options, Source source, CancellationToken cancel) =>
        new(options, source, cancel);

    /// <param name="name">Empty for unnamed options.</param>
    /// <returns>Null if nothing fills them, or several sections do, or code that is not followed.</returns>
    public OptionsBinding? Named(string name) => byName.GetOrAdd(name, Filling);

    OptionsBinding? Filling(string name)
    {
        var paths = sections
            .Where(section => section.Name == name)
            .Select(section => section.Section)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var set = code.Named(name);
        if (code.IsOpen || paths.Count > 1)
            return null;
        if (paths.Count == 1 || !set.IsEmpty)
            return new(paths.FirstOrDefault()) { InCode = set };
        return registered is [{ } only] ? new(null) { Registered = only } : null;
    }

    static bool Binds(IInvocationOperation call, INamedTypeSymbol options) =>
        call.TargetMethod.Name switch
        {
            "Configure" or "BindConfiguration" or "Get" => Is(
                call.TargetMethod.TypeArguments.FirstOrDefault(),
                options
            ),
            "Bind" => Is(call.TargetMethod.TypeArguments.FirstOrDefault(), options)
                || call.Arguments.Any(argument =>
                    argument.Parameter?.Name == "instance" && Is(Operand(argument.Value).Type, options)
                ),
            _ => false,
        };

    static bool Is(ITypeSymbol? type, INamedTypeSymbol options) => SymbolEqualityComparer.Default.Equals(type, options);

    /// <summary>
    /// The name of named options, from the call itself or from the <c>AddOptions</c> before it; null if it is computed
    /// at run time.
    /// </summary>
    static string? NameOf(IInvocationOperation call)
    {
        for (
            IOperation? link = call;
            link is IInvocationOperation on;
            link = on.Instance ?? on.Arguments.FirstOrDefault()?.Value
        )
            if (
                on.Arguments.FirstOrDefault(argument =>
                    argument is { Parameter.Name: "name", ArgumentKind: ArgumentKind.Explicit }
                ) is
                { Value: var name }
            )
                return name.ConstantValue is { HasValue: true, Value: string text } ? text : null;
        return "";
    }

    static string? SectionOf(IInvocationOperation call)
    {
        var arguments = call.Arguments.Where(argument => argument.Parameter is not null).ToList();
        if (
            arguments.FirstOrDefault(argument => argument.Parameter!.Name == "configSectionPath") is
            { Value.ConstantValue: { HasValue: true, Value: string path } }
        )
            return path;
        var section =
            call.Instance
            ?? arguments
                .FirstOrDefault(argument => ConfigurationTypes.IsConfiguration(argument.Parameter!.Type))
                ?.Value;
        var key =
            arguments.FirstOrDefault(argument => argument.Parameter!.Name == "key")?.Value.ConstantValue.Value
            as string;
        return section is not null && PathOf(section) is { } outer ? Join(outer, key) : null;
    }

    /// <summary>The path of a chain of GetSection calls with literals; null for any other expression.</summary>
    static string? PathOf(IOperation section)
    {
        section = Operand(section);
        if (section is not IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call)
            return ConfigurationTypes.IsConfiguration(section.Type) && section.Type!.Name != "IConfigurationSection"
                ? ""
                : null;
        var outer =
            call.Instance
            ?? call.Arguments.FirstOrDefault(argument =>
                ConfigurationTypes.IsConfiguration(argument.Parameter?.Type)
            )?.Value;
        var key = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key")?.Value.ConstantValue;
        return outer is not null && key is { HasValue: true, Value: string name } && PathOf(outer) is { } path
            ? Join(path, name)
            : null;
    }

    static IOperation Operand(IOperation operation) =>
        operation is IConversionOperation conversion ? Operand(conversion.Operand) : operation;

    static string Join(string path, string? key) =>
        key is null ? path
        : path.Length == 0 ? key
        : path + ":" + key;
}
