using System.Text;

namespace M365Smtp.Analyzers.Tests.Settings;

/// <summary>A random JSON object with comments and odd spacing, and the position of each of its values.</summary>
sealed class RandomJson
{
    static readonly string[] Trivia = ["", "", " ", "\t", "\n", "\r\n", " // } \"x\": 1,\n", "/* { \" */"];
    static readonly (string Written, string? Value)[] Samples =
    [
        ("true", "true"),
        ("465", "465"),
        ("-2.5", "-2.5"),
        ("null", null),
        ("\"\"", ""),
        ("\"smtp.office365.com\"", "smtp.office365.com"),
        ("\"a\\\\b\\u0040\"", "a\\b@"),
        ("\"// no comment\"", "// no comment"),
    ];

    readonly StringBuilder text = new();
    readonly Random random;

    public RandomJson(Random random)
    {
        this.random = random;
        Section("", depth: 0, array: false);
        Text = text.ToString();
    }

    public string Text { get; }

    public List<(string Key, string? Value, int Start)> Values { get; } = [];

    void Section(string path, int depth, bool array)
    {
        text.Append(array ? '[' : '{');
        var members = random.Next(depth == 0 ? 1 : 0, 5);
        for (var i = 0; i < members; i++)
        {
            Space();
            var key = path.Length == 0 ? Name(i) : $"{path}:{(array ? i.ToString() : Name(i))}";
            if (!array)
                text.Append('"').Append(Name(i)).Append('"');
            if (!array)
                Colon();
            Value(key, depth);
            Space();
            if (i < members - 1 || random.Next(3) == 0)
                text.Append(',');
        }
        Space();
        text.Append(array ? ']' : '}');
    }

    void Value(string key, int depth)
    {
        if (depth < 6 && random.Next(3) == 0)
        {
            Section(key, depth + 1, array: random.Next(2) == 0);
            return;
        }
        var (written, value) = Samples[random.Next(Samples.Length)];
        Values.Add((key, value, text.Length + (written[0] == '"' ? 1 : 0)));
        text.Append(written);
    }

    void Colon()
    {
        Space();
        text.Append(':');
        Space();
    }

    void Space() => text.Append(Trivia[random.Next(Trivia.Length)]);

    static string Name(int i) => "Key" + i;
}
