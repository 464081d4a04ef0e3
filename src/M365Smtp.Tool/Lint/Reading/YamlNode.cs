using M365Smtp.Analyzers.Settings.Reading;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>A piece of a YAML document, as far as settings need it.</summary>
internal abstract record YamlNode
{
    /// <summary>One value and its place.</summary>
    internal sealed record Scalar(Setting Value) : YamlNode;

    internal sealed record Sequence(IReadOnlyList<YamlNode> Items) : YamlNode;

    internal sealed record Mapping(IReadOnlyList<(Setting Key, YamlNode Value)> Members) : YamlNode;

    /// <summary>An alias, or a text over several lines: what it holds stands elsewhere or is no setting.</summary>
    internal sealed record Other : YamlNode;
}
