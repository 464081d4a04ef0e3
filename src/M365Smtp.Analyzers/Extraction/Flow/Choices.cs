namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>
/// Lets a statement be evaluated once for every way its calls can end. Each call asks <see cref="Choose"/>;
/// the statement is evaluated anew, with the next answers, until <see cref="Next"/> says that all were given.
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
        // What is asked anew may be another question: a call whose steps have run out ends in fewer ways than before.
        if (position < script.Count && script[position].Of != count)
            script.RemoveRange(position, script.Count - position);
        if (position == script.Count)
            script.Add((0, count));
        return script[position++].Taken;
    }

    public bool Next()
    {
        position = 0;
        while (script.Count > 0 && script[script.Count - 1] is var (taken, of))
        {
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
