using System.Globalization;
using System.Net;
using System.Text;

namespace M365Smtp.Package.Tests.Pictures;

/// <summary>Lines of text as an SVG picture that follows the reader's light or dark theme.</summary>
sealed class TextPicture(string title)
{
    const double Advance = 7.83,
        LineHeight = 19,
        Margin = 16,
        Bar = 34;

    const string Style = """
        .back { fill: #ffffff; stroke: #d0d7de } .bar { fill: #f6f8fa } text { font: 13px ui-monospace, Menlo, Consolas, monospace; fill: #1f2328; white-space: pre }
        .title, .dim { fill: #59636e } .good { fill: #1a7f37 } .bad { fill: #cf222e } .warn { fill: #9a6700 } .strong { font-weight: 600 } .key { fill: #0550ae }
        .squiggle { stroke: #bf8700; fill: none; stroke-width: 1.3 } .menu { fill: #f6f8fa; stroke: #d0d7de } .added { fill: #dafbe1 } .removed { fill: #ffebe9 }
        @media (prefers-color-scheme: dark) {
          .back { fill: #0d1117; stroke: #3d444d } .bar { fill: #151b23 } text { fill: #f0f6fc }
          .title, .dim { fill: #9198a1 } .good { fill: #3fb950 } .bad { fill: #f85149 } .warn { fill: #d29922 } .key { fill: #79c0ff }
          .squiggle { stroke: #d29922 } .menu { fill: #151b23; stroke: #3d444d } .added { fill: #12261e } .removed { fill: #25171c }
        }
        """;

    readonly StringBuilder body = new();
    int lines;
    int columns;

    /// <summary>Adds a line of parts; a part that is not plain has a class: "good", "bad", "warn", "dim", "key",
    /// "strong".</summary>
    public TextPicture Line(params (string Text, string Class)[] parts) => Line("", parts);

    /// <param name="background">"added" or "removed" for a diff line, "menu" for a menu line.</param>
    public TextPicture Line(string background, params (string Text, string Class)[] parts)
    {
        var top = Bar + (lines * LineHeight) + 6;
        if (background != "")
            body.Append(
                CultureInfo.InvariantCulture,
                $"""  <rect class="{background}" x="1" y="{top:0.#}" width="100%" height="{LineHeight}" stroke="none"/>{'\n'}"""
            );
        body.Append(CultureInfo.InvariantCulture, $"""  <text x="{Margin}" y="{top + 14:0.#}">""");
        foreach (var (text, name) in parts)
        {
            var encoded = WebUtility.HtmlEncode(text);
            body.Append(name == "" ? encoded : $"""<tspan class="{name}">{encoded}</tspan>""");
        }
        body.Append("</text>\n");
        lines++;
        columns = Math.Max(columns, parts.Sum(part => part.Text.Length));
        return this;
    }

    /// <summary>Underlines a part of the last line as in an editor.</summary>
    public TextPicture Squiggle(int column, int length)
    {
        var y = Bar + (lines * LineHeight) + 4;
        var x = Margin + (column * Advance);
        body.Append(CultureInfo.InvariantCulture, $"""  <path class="squiggle" d="M{x:0.#} {y:0.#}""");
        for (var i = 1; i * 3 < length * Advance; i++)
            body.Append(CultureInfo.InvariantCulture, $" L{x + (i * 3):0.#} {y + (i % 2 == 0 ? 0 : 2.5):0.#}");
        body.Append("\"/>\n");
        return this;
    }

    public override string ToString()
    {
        var width = (columns * Advance) + (2 * Margin);
        var height = Bar + (lines * LineHeight) + Margin;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width:0}" height="{height:0}" viewBox="0 0 {width:0} {height:0}" role="img" aria-label="{WebUtility.HtmlEncode(
                title
            )}">
              <style>
            {Style}
              </style>
              <rect class="back" x="0.5" y="0.5" width="{width - 1:0}" height="{height - 1:0}" rx="8"/>
              <rect class="bar" x="1" y="1" width="{width - 2:0}" height="{Bar - 6:0}" rx="8"/>
              <text class="title" x="{Margin}" y="19">{WebUtility.HtmlEncode(title)}</text>
            {body}</svg>

            """
        );
    }
}
