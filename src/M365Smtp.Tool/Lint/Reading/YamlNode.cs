using M365Smtp.Analyzers.Settings.Reading;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>A node of a YAML document, as far as settings need it.</summary>
internal abstract record YamlNode
{
    /// <summary>A single value and its location.</summary>
    internal sealed record Scalar(Setting Value) : YamlNode;

    internal sealed record Sequence(IReadOnlyList<YamlNode> Items) : YamlNode;

    internal sealed record Mapping(IReadOnlyList<(Setting Key, YamlNode Value)> Members) : YamlNode;

    /// <summary>An alias or a multiline text, which is not a setting.</summary>
    internal sealed record Other : YamlNode;
}
