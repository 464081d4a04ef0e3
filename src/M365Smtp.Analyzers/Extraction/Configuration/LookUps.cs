using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>
/// Configuration lookups: a section is followed as a value, a key is resolved from the project's settings files.
/// </summary>
internal sealed class LookUps(Visit visit)
{
    /// <summary>The environment in which only defaults apply.</summary>
    const string NothingSet = "(nothing set)";

    /// <summary>
    /// <c>config["a:b"]</c>, <c>section.Value</c>, <c>AppSettings["a"]</c>, <c>options.Value</c>; null for every other
    /// member.
    /// </summary>
    public Value? LookedUp(IMemberReferenceOperation reference)
    {
        if (ConfigurationTypes.IsAppSettings(reference))
            return ConfigurationValues.AppSettings;
        if (reference.Instance is not { } instance)
            return null;
        if (
            reference is IPropertyReferenceOperation { Arguments: [{ Value: var key }] }
            && visit.Evaluate(key) is Value.Constant { Data: string name }
        )
            return ConfigurationTypes.IsDictionary(instance.Type)
                    ? visit.BoundOptions.Entry(visit.Evaluate(instance), name)
                : ConfigurationTypes.IsSettingsTable(instance.Type)
                    ? visit.Evaluate(instance) == ConfigurationValues.AppSettings
                            ? ValueIn(visit.Scope.Source.Settings.FindAppSetting(name), true, null, reference)
                        : null
                : ConfigurationTypes.IsConfiguration(instance.Type)
                && PathOf(visit.Evaluate(instance), instance) is { } path
                    ? Lookup(PathTo(path, name), null, reference)
                : null;
        if (ConfigurationTypes.IsMailSettings(instance.Type))
            return visit.Evaluate(instance) switch
            {
                ConfigurationValues.Section group when reference.Member.Name == "Smtp" => group,
                ConfigurationValues.Section { Path: var path } => MailSetting(
                    PathTo(path, reference.Member.Name),
                    reference
                ),
                _ => null,
            };
        if (
            reference.Member.Name is "Value" or "CurrentValue"
            && ConfigurationTypes.OptionsOf(instance.Type) is { } options
        )
            return
                visit.Evaluate(instance) is Value.Instance { Allocation.Type: var made } wrapped
                && SymbolEqualityComparer.Default.Equals(made, options)
                ? wrapped
                : visit.BoundOptions.FromContainer(options, "");
        return
            reference.Member.Name == "Value"
            && ConfigurationTypes.IsConfiguration(instance.Type)
            && visit.Evaluate(instance) is ConfigurationValues.Section { Path: var own }
            ? Lookup(own, null, reference)
            : null;
    }

    /// <summary>The methods of the configuration libraries; null for every other call.</summary>
    public Value? LookedUp(IInvocationOperation call, Value? receiver, Arguments arguments)
    {
        var method = call.TargetMethod;
        if (method is { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" })
            return arguments["variable"] is Value.Constant { Data: string variable }
                ? ValueIn(visit.Scope.Source.Settings.FindEnvironmentVariable(variable), false, null, call)
                : null;
        if (
            method
                is
            {
                Name: "GetSection" or "GetWebApplicationSection",
                ContainingType.Name: "ConfigurationManager" or "WebConfigurationManager"
            }
            && arguments.FirstOrDefault().Value is Value.Constant { Data: "system.net/mailSettings/smtp" }
        )
            return new ConfigurationValues.Section("");
        // OpenExeConfiguration(…).GetSectionGroup("system.net/mailSettings"): its only section is smtp.
        if (
            method is { Name: "GetSectionGroup", ContainingType.Name: "Configuration" }
            && arguments.FirstOrDefault().Value is Value.Constant { Data: "system.net/mailSettings" }
        )
            return new ConfigurationValues.Section("");
        if (method.Name == "Get" && receiver == ConfigurationValues.AppSettings)
            return arguments.FirstOrDefault().Value is Value.Constant { Data: string name }
                ? ValueIn(visit.Scope.Source.Settings.FindAppSetting(name), true, null, call)
                : null;
        if (
            call.Instance is { } named
            && method.Name == "Get"
            && ConfigurationTypes.OptionsOf(named.Type) is { } options
        )
            return arguments["name"] is Value.Constant { Data: string given }
                ? visit.BoundOptions.FromContainer(options, given)
                : null;
        if (
            method.Name == "TryGetValue"
            && arguments["key"] is Value.Constant { Data: string wanted }
            && receiver is not null
            && visit.BoundOptions.Entry(receiver, wanted) is { } entry
            && arguments.Source("value") is { } target
        )
        {
            visit.Objects.Assign(target, entry, target);
            return Visit.Computed(true, call);
        }
        var on = call.Instance ?? arguments.Source("configuration");
        if (on is null || !ConfigurationTypes.IsConfiguration(ClientCalls.Unconverted(on).Type))
            return null;
        if (PathOf(receiver ?? arguments["configuration"], ClientCalls.Unconverted(on)) is not { } path)
            return null;
        var key = (arguments["key"] as Value.Constant)?.Data as string;
        return method.Name switch
        {
            "GetSection" or "GetRequiredSection" when key is not null => new ConfigurationValues.Section(
                PathTo(path, key)
            ),
            "GetConnectionString" when arguments["name"] is Value.Constant { Data: string name } => ValueIn(
                visit.Scope.Source.Settings.FindConnectionString(name),
                false,
                null,
                call
            ),
            "GetValue" when key is not null => ValueOr(
                Lookup(PathTo(path, key), method.TypeArguments.FirstOrDefault(), call),
                arguments["defaultValue"]
            ),
            "Get" when method.TypeArguments.FirstOrDefault() is { } type => visit.BoundOptions.Bound(new(path), type),
            "Bind" => visit.BoundOptions.Bind(key is null ? path : PathTo(path, key), arguments["instance"], call),
            _ => null,
        };
    }

    Value ValueOr(Value found, Value instead) =>
        instead != Value.Unset
        && (found == ConfigurationValues.Absent || found == Value.Unknown && IsDefault(instead) && IsNothingSet())
            ? instead
            : found;

    // A section passed in from outside is unknown; every other configuration is assumed to be the root.
    static string? PathOf(Value value, IOperation at) =>
        value is ConfigurationValues.Section section ? section.Path
        : at.Type?.Name == "IConfigurationSection" ? null
        : "";

    Value Lookup(string key, ITypeSymbol? type, IOperation at) =>
        InFiles(key, type, at) is var found && found != ConfigurationValues.Elsewhere ? found : Value.Unknown;

    /// <summary>The value of a key in the settings files, or how it is missing from them.</summary>
    public Value InFiles(string key, ITypeSymbol? type, IOperation at)
    {
        var parent = key.LastIndexOf(':') is var colon and > 0 ? key.Substring(0, colon) : "";
        return ValueIn(
            visit.Scope.Source.Settings.Find(key),
            !visit.Scope.Source.Settings.FindSection(parent).IsEmpty,
            type,
            at
        );
    }

    // 'section.Network.Host' is the attribute host of the element network.
    Value MailSetting(string path, IMemberReferenceOperation reference) =>
        ConfigurationTypes.IsMailSettings(reference.Type)
            ? new ConfigurationValues.Section(path)
            : ValueIn(visit.Scope.Source.Settings.FindMailSetting(path), false, reference.Type, reference);

    /// <param name="isComplete">The files contain the section of the key, so a key that is not there is absent.</param>
    Value ValueIn(ImmutableArray<LayeredValue> values, bool isComplete, ITypeSymbol? type, IOperation at)
    {
        if (values.IsEmpty)
            return isComplete ? ConfigurationValues.Absent : Value.Unknown;
        // No other environment has a value that only one environment's file sets.
        var isOfSome = isComplete && values.All(value => value.Environment is not null);
        if (InEnvironment(values, isOfSome) is { Setting: var setting })
            return SettingConversion.To(type, setting.Value) is { } data
                ? new Value.Constant(data, visit.Here(setting.Origin, at))
                : Value.Unknown;
        return values.All(value => value.Environment == "Development")
            ? ConfigurationValues.Absent
            : ConfigurationValues.Elsewhere;
    }

    /// <summary>
    /// <c>lookup ?? "465"</c> for a key missing from the files: read once as if it were set, once as if nothing were
    /// set. Empty strings that replace a missing login tell nothing.
    /// </summary>
    public bool IsLeftOut(IIsNullOperation test) =>
        visit.Scope.Source.Written(test.Operand)
            is
        {
            Parent: ICoalesceOperation { WhenNull.ConstantValue: { HasValue: true, Value: string fallback } }
        } lookUp
        && IsNumberOrFlag(fallback)
        && IsLookUp(lookUp)
        && IsNothingSet();

    /// <summary>
    /// <c>lookup ?? ""</c>, <c>lookup ?? throw</c>: the author expects the value from elsewhere, such as user secrets.
    /// </summary>
    public bool IsPlaceholder(IIsNullOperation test) =>
        visit.Scope.Source.Written(test.Operand) is { Parent: ICoalesceOperation { WhenNull: var fallback } }
        && ClientCalls.Unconverted(fallback)
            is IThrowOperation
                or { ConstantValue: { HasValue: true, Value: null or "" } };

    static bool IsDefault(Value value) =>
        value.Host() is not null
        || value is Value.Constant { Data: int or bool }
        || value is Value.Constant { Data: string text } && IsNumberOrFlag(text);

    static bool IsNumberOrFlag(string text) => int.TryParse(text, out _) || bool.TryParse(text, out _);

    /// <summary>
    /// <c>lookup ?? "465"</c> as written, in the code that creates an options object; a flow graph has a branch there.
    /// </summary>
    public Value Defaulted(ICoalesceOperation choice)
    {
        var (given, instead) = (visit.Evaluate(choice.Value), visit.Evaluate(choice.WhenNull));
        var isDefault =
            given == ConfigurationValues.Absent ? instead is Value.Constant { Data: not (null or "") }
            : given == Value.Unknown && IsLookUp(choice.Value) && IsDefault(instead) && IsNothingSet();
        return isDefault ? instead
            : given == ConfigurationValues.Absent ? Value.Unknown
            : given;
    }

    static bool IsLookUp(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod
                is { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" }
                || ConfigurationTypes.IsConfiguration(call.TargetMethod.Parameters.FirstOrDefault()?.Type),
            IPropertyReferenceOperation { Instance: { } on } => ConfigurationTypes.IsConfiguration(on.Type),
            _ => false,
        };

    bool IsNothingSet()
    {
        if (visit.State.Environment is null && visit.State.AnswerTo(Decision.Defaults) == Value.Unknown)
            visit.State =
                visit.Choices.Choose(2) == 0
                    ? visit.State.In(NothingSet)
                    : visit.State.Decide(Decision.Defaults, new Value.Answer(false));
        return visit.State.Environment == NothingSet;
    }

    /// <summary>The value in the environment of this path; null if that environment does not set it.</summary>
    LayeredValue? InEnvironment(ImmutableArray<LayeredValue> values, bool isOfSome)
    {
        if (!isOfSome && values.All(value => value.Setting == values[0].Setting))
            return values[0];
        // All lookups on one path belong to one environment, chosen at the first lookup whose value depends on it.
        if (visit.State.Environment is { } chosen)
            return values.FirstOrDefault(value => (value.Environment ?? "") == chosen);
        var choice = values.ElementAtOrDefault(visit.Choices.Choose(values.Length + (isOfSome ? 1 : 0)));
        visit.State = visit.State.In(choice?.Environment ?? "");
        return choice;
    }

    public static string PathTo(string path, string key) => path.Length == 0 ? key : path + ":" + key;
}
