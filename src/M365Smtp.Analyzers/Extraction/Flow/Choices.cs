namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>
/// Evaluates a statement once for every combination of outcomes of its calls. Each call asks <see cref="Choose"/>; the
/// statement is evaluated again, with the next choices, until <see cref="Next"/> reports that all were made.
/// </summary>
internal sealed class Choices
{
    const int Most = 16;

    readonly List<(int Taken, int Of)> script = [];
    int position;
    int runs;

    public int Choose(int count)
    {
        if (count <= 1)
            return 0;
        // A repeated choice may be a different one: a call that has run out of steps has fewer outcomes than before.
        if (position < script.Count && script[position].Of != count)
            script.RemoveRange(position, script.Count - position);
        if (position == script.Count)
            script.Add((0, count));
        return script[position++].Taken;
    }

    public bool Next()
    {
        position = 0;
        while (script.Count > 0)
        {
            var (taken, of) = script[script.Count - 1];
            script.RemoveAt(script.Count - 1);
            if (taken + 1 >= of || ++runs >= Most)
                continue;
            script.Add((taken + 1, of));
            return true;
        }
        runs = 0;
        return false;
    }
}
