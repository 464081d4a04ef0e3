namespace M365Smtp.CodeFixes.Code;

/// <summary>All or nothing: one item that is not understood invalidates the rest.</summary>
internal static class AllOrNothing
{
    public static IReadOnlyList<T>? AllOrNull<T>(this IEnumerable<T?> parts)
        where T : class
    {
        var known = new List<T>();
        foreach (var part in parts)
        {
            if (part is null)
                return null;
            known.Add(part);
        }
        return known;
    }
}
