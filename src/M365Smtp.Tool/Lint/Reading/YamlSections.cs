using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>
/// The settings in a YAML file: mappings are sections, and the environment variables of docker-compose, Kubernetes and
/// workflows (<c>environment:</c>, <c>env:</c>, <c>stringData:</c> …) are a separate block.
/// </summary>
internal sealed class YamlSections(SettingsSource source)
{
    static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "environment",
        "env",
        "data",
        "stringData",
        "variables",
    };

    readonly ImmutableArray<SettingsSection>.Builder blocks = ImmutableArray.CreateBuilder<SettingsSection>();

    /// <exception cref="UnreadableException">It is not YAML, or is nested too deep.</exception>
    public static SettingsSection Read(SettingsSource source)
    {
        var reading = new YamlSections(source);
        var documents = YamlReader
            .Read(source)
            .OfType<YamlNode.Mapping>()
            .Select(document => reading.Section("", "", document))
            .ToImmutableArray();
        return new("", "", default, ImmutableArray<Setting>.Empty, documents.AddRange(reading.blocks));
    }

    SettingsSection Section(string path, string name, YamlNode.Mapping mapping)
    {
        var section = new SectionBuilder(source, path, name, default);
        foreach (var (key, value) in mapping.Members)
            if (key.Value is { } member && !(Blocks.Contains(member) && TakeBlock(value)))
                Add(section, SettingsKeys.Join(path, member), member, key.Span, value);
        return section.Close();
    }

    void Add(SectionBuilder section, string path, string name, TextSpan place, YamlNode value)
    {
        if (value is YamlNode.Scalar { Value: var setting })
            section.Add(name, setting.Value, setting.Span);
        else if (value is YamlNode.Mapping mapping)
            section.Add(Section(path, name, mapping) with { NameSpan = place });
        else if (value is YamlNode.Sequence sequence)
            section.Add(List(path, name, sequence));
    }

    SettingsSection List(string path, string name, YamlNode.Sequence sequence)
    {
        var list = new SectionBuilder(source, path, name, default, isArray: true);
        foreach (var item in sequence.Items)
            Add(list, SettingsKeys.Join(path, list.NextIndex), list.NextIndex, default, item);
        return list.Close();
    }

    bool TakeBlock(YamlNode value)
    {
        if (Variables(value) is not { Count: > 0 } variables)
            return false;
        blocks.Add(EnvironmentBlock.Of(variables));
        return true;
    }

    // NAME: value  |  - NAME=value  |  - name: NAME, value: value. Null for everything else.
    static List<Setting>? Variables(YamlNode block) =>
        block switch
        {
            YamlNode.Mapping mapping
                when mapping.Members.All(member => member.Value is YamlNode.Scalar or YamlNode.Other) =>
            [
                .. mapping.Members.Select(member => Variable(member.Key.Value, member.Value)).OfType<Setting>(),
            ],
            YamlNode.Sequence list when list.Items.All(item => item is YamlNode.Scalar) =>
            [
                .. list.Items.Select(item => Assignment(((YamlNode.Scalar)item).Value)).OfType<Setting>(),
            ],
            YamlNode.Sequence list when list.Items.All(item => item is YamlNode.Mapping) =>
            [
                .. list.Items.Select(item => Pair((YamlNode.Mapping)item)).OfType<Setting>(),
            ],
            _ => null,
        };

    static Setting? Variable(string? name, YamlNode? value) =>
        name is not null && value is YamlNode.Scalar { Value: var setting } ? setting with { Name = name } : null;

    static Setting? Assignment(Setting text) =>
        text.Value is { } value && value.IndexOf('=') is var equals and > 0 && text.Span.Length == value.Length
            ? new(
                text.Source,
                value[..equals],
                value[(equals + 1)..],
                new TextSpan(text.Span.Start + equals + 1, value.Length - equals - 1)
            )
            : null;

    static Setting? Pair(YamlNode.Mapping pair) =>
        pair.Members.FirstOrDefault(member => member.Key.Value == "name").Value
            is YamlNode.Scalar { Value.Value: { } name }
            ? Variable(name, pair.Members.FirstOrDefault(member => member.Key.Value == "value").Value)
            : null;
}
