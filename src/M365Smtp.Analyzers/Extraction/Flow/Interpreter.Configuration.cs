using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Look-ups in the configuration: a section is followed as a value, a key is answered from the project's
/// settings files.</summary>
internal sealed partial class Interpreter
{
    /// <summary>The environment in which only defaults count.</summary>
    const string NothingSet = "(nothing set)";

    /// <summary><c>config["a:b"]</c>, <c>section.Value</c>, <c>AppSettings["a"]</c>, <c>options.Value</c>; null for
    /// every other member.</summary>
    Value? Configured(IMemberReferenceOperation reference)
    {
        if (ConfigurationTypes.IsAppSettings(reference))
            return ConfigurationValues.AppSettings;
        if (reference.Instance is not { } instance)
            return null;
        if (
            reference is IPropertyReferenceOperation { Arguments: [{ Value: var key }] }
            && Evaluate(key) is Value.Constant { Data: string name }
        )
            return ConfigurationTypes.IsDictionary(instance.Type) ? Entry(Evaluate(instance), name)
                : ConfigurationTypes.IsSettingsTable(instance.Type)
                    ? Evaluate(instance) == ConfigurationValues.AppSettings
                            ? Answer(scope.Source.Settings.FindAppSetting(name), true, null, reference)
                        : null
                : ConfigurationTypes.IsConfiguration(instance.Type) && Section(Evaluate(instance), instance) is { } path
                    ? Lookup(Join(path, name), null, reference)
                : null;
        if (ConfigurationTypes.IsMailSettings(instance.Type))
            return Evaluate(instance) is ConfigurationValues.Section { Path: var path }
                ? MailSetting(Join(path, reference.Member.Name), reference)
                : null;
        if (
            reference.Member.Name is "Value" or "CurrentValue"
            && ConfigurationTypes.OptionsOf(instance.Type) is { } options
        )
            return
                Evaluate(instance) is Value.Instance { Allocation.Type: var made } wrapped
                && SymbolEqualityComparer.Default.Equals(made, options)
                ? wrapped
                : Options(options, "");
        return
            reference.Member.Name == "Value"
            && ConfigurationTypes.IsConfiguration(instance.Type)
            && Evaluate(instance) is ConfigurationValues.Section { Path: var own }
            ? Lookup(own, null, reference)
            : null;
    }

    /// <summary>The methods of the configuration libraries; null for every other call.</summary>
    Value? Configured(IInvocationOperation call, Value? receiver, Arguments arguments)
    {
        var method = call.TargetMethod;
        if (method is { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" })
            return arguments["variable"] is Value.Constant { Data: string variable }
                ? Answer(scope.Source.Settings.FindEnvironmentVariable(variable), false, null, call)
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
        if (method.Name == "Get" && receiver == ConfigurationValues.AppSettings)
            return arguments.FirstOrDefault().Value is Value.Constant { Data: string name }
                ? Answer(scope.Source.Settings.FindAppSetting(name), true, null, call)
                : null;
        if (
            call.Instance is { } named
            && method.Name == "Get"
            && ConfigurationTypes.OptionsOf(named.Type) is { } options
        )
            return arguments["name"] is Value.Constant { Data: string given } ? Options(options, given) : null;
        if (
            method.Name == "TryGetValue"
            && arguments["key"] is Value.Constant { Data: string wanted }
            && receiver is not null
            && Entry(receiver, wanted) is { } entry
            && arguments.Source("value") is { } target
        )
        {
            Assign(target, entry, target);
            return Computed(true, call);
        }
        var on = call.Instance ?? arguments.Source("configuration");
        if (on is null || !ConfigurationTypes.IsConfiguration(Unconverted(on).Type))
            return null;
        if (Section(receiver ?? arguments["configuration"], Unconverted(on)) is not { } path)
            return null;
        var key = (arguments["key"] as Value.Constant)?.Data as string;
        return method.Name switch
        {
            "GetSection" or "GetRequiredSection" when key is not null => new ConfigurationValues.Section(Join(path, key)),
            "GetConnectionString" when arguments["name"] is Value.Constant { Data: string name } => Answer(
                scope.Source.Settings.FindConnectionString(name),
                false,
                null,
                call
            ),
            "GetValue" when key is not null => Lookup(Join(path, key), method.TypeArguments.FirstOrDefault(), call)
                is var found
            && found == ConfigurationValues.Absent
            && arguments["defaultValue"] is var instead
            && instead != Value.Unset
                ? instead
                : found,
            "Get" when method.TypeArguments.FirstOrDefault() is { } type => Bound(new(path), type),
            "Bind" => Bind(key is null ? path : Join(path, key), arguments["instance"]),
            _ => null,
        };
    }

    // A section that came from outside is not known; every other configuration is taken for the root.
    static string? Section(Value value, IOperation at) =>
        value is ConfigurationValues.Section section ? section.Path
        : at.Type?.Name == "IConfigurationSection" ? null
        : "";

    Value Lookup(string key, ITypeSymbol? type, IOperation at)
    {
        var parent = key.LastIndexOf(':') is var colon and > 0 ? key.Substring(0, colon) : "";
        return Answer(scope.Source.Settings.Find(key), !scope.Source.Settings.FindSection(parent).IsEmpty, type, at);
    }

    // 'section.Network.Host' is the attribute host of the element network.
    Value MailSetting(string path, IMemberReferenceOperation reference) =>
        ConfigurationTypes.IsMailSettings(reference.Type)
            ? new ConfigurationValues.Section(path)
            : Same(Answer(scope.Source.Settings.FindMailSetting(path), false, reference.Type, reference));

    /// <param name="isComplete">The files have the place where the key would stand, so that without it the key is
    /// absent.</param>
    Value Answer(ImmutableArray<LayeredValue> values, bool isComplete, ITypeSymbol? type, IOperation at)
    {
        if (values.IsEmpty)
            return isComplete ? ConfigurationValues.Absent : Value.Unknown;
        // What only an environment's file sets, no other environment has.
        var isOfSome = isComplete && values.All(value => value.Environment is not null);
        if (InEnvironment(values, isOfSome) is { Setting: var setting })
            return SettingConversion.To(type, setting.Value) is { } data
                ? new Value.Constant(data, Here(setting.Origin, at))
                : Value.Unknown;
        return values.All(value => value.Environment == "Development") ? ConfigurationValues.Absent : ConfigurationValues.Elsewhere;
    }

    /// <summary><c>look-up ?? "465"</c> of what the files do not have: read once as if it were there, once as if
    /// nothing at all were set. The empty texts that stand for a missing login say nothing.</summary>
    bool IsLeftOut(IIsNullOperation test) =>
        scope.Source.Written(test.Operand)
            is
        {
            Parent: ICoalesceOperation { WhenNull.ConstantValue: { HasValue: true, Value: string fallback } }
        } lookUp
        && (int.TryParse(fallback, out _) || bool.TryParse(fallback, out _))
        && IsLookUp(lookUp)
        && IsNothingSet();

    /// <summary><c>look-up ?? ""</c>, <c>look-up ?? throw</c>: the author expects the value from elsewhere, such as
    /// user secrets.</summary>
    bool IsPlaceholder(IIsNullOperation test) =>
        scope.Source.Written(test.Operand) is { Parent: ICoalesceOperation { WhenNull: var fallback } }
        && Unconverted(fallback) is IThrowOperation or { ConstantValue: { HasValue: true, Value: null or "" } };

    static bool IsLookUp(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod
                is { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" }
                || ConfigurationTypes.IsConfiguration(call.TargetMethod.Parameters.FirstOrDefault()?.Type),
            IPropertyReferenceOperation { Instance: { } on } => ConfigurationTypes.IsConfiguration(on.Type)
                || ConfigurationTypes.IsAppSettings(on),
            _ => false,
        };

    bool IsNothingSet()
    {
        if (state.Environment is null && choices.Choose(2) == 0)
            state = state.In(NothingSet);
        return state.Environment == NothingSet;
    }

    /// <summary>The value in the environment that this path is about; null where that one does not set it.</summary>
    LayeredValue? InEnvironment(ImmutableArray<LayeredValue> values, bool isOfSome)
    {
        if (!isOfSome && values.All(value => value.Setting == values[0].Setting))
            return values[0];
        // All look-ups of one path belong to one environment; which, is chosen at the first that tells environments
        // apart.
        if (state.Environment is { } chosen)
            return values.FirstOrDefault(value => (value.Environment ?? "") == chosen) ?? (isOfSome ? null : values[0]);
        var choice = values.ElementAtOrDefault(choices.Choose(values.Length + (isOfSome ? 1 : 0)));
        state = state.In(choice?.Environment ?? "");
        return choice;
    }

    static string Join(string path, string key) => path.Length == 0 ? key : path + ":" + key;
}
