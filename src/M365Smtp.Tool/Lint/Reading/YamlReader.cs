using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>Reads the documents of a YAML file with the location of every value.</summary>
internal sealed class YamlReader
{
    const int DeepestNesting = 64;

    static readonly YamlNode.Other Other = new();

    readonly SettingsSource source;
    readonly Parser parser;

    YamlReader(SettingsSource source) => (this.source, parser) = (source, new Parser(new StringReader(source.Text)));

    /// <exception cref="UnreadableException">It is not YAML, or is nested too deep.</exception>
    public static IReadOnlyList<YamlNode> Read(SettingsSource source)
    {
        try
        {
            return [.. new YamlReader(source).Documents()];
        }
        catch (YamlException broken)
        {
            throw new UnreadableException("no YAML", broken.Start.Line);
        }
    }

    IEnumerable<YamlNode> Documents()
    {
        while (parser.MoveNext())
            if (parser.Current is DocumentStart && parser.MoveNext())
                yield return Node(0);
    }

    // Leaves the parser on the last event of the node.
    YamlNode Node(int depth)
    {
        if (depth > DeepestNesting)
            throw new UnreadableException("nested too deep for settings", parser.Current!.Start.Line);
        return parser.Current switch
        {
            MappingStart => new YamlNode.Mapping([.. Members(depth + 1)]),
            SequenceStart => new YamlNode.Sequence([.. Items(depth + 1)]),
            Scalar { Style: not (ScalarStyle.Literal or ScalarStyle.Folded) } scalar => new YamlNode.Scalar(
                Setting(scalar)
            ),
            _ => Other,
        };
    }

    IEnumerable<YamlNode> Items(int depth)
    {
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
            yield return Node(depth);
    }

    IEnumerable<(Setting, YamlNode)> Members(int depth)
    {
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var key = Node(depth);
            if (!parser.MoveNext())
                yield break;
            var value = Node(depth);
            if (key is YamlNode.Scalar { Value: var name })
                yield return (name, value);
        }
    }

    Setting Setting(Scalar scalar)
    {
        var quotes = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var span = TextSpan.FromBounds(
            (int)scalar.Start.Index + quotes,
            Math.Max((int)scalar.Start.Index + quotes, (int)scalar.End.Index - quotes)
        );
        return new(source, "", EnvironmentBlock.Known(scalar.Value), span);
    }
}
