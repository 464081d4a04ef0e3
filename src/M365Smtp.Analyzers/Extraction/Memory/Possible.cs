using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>
/// Unknown, but on one path the text of a literal: <c>Environment.GetEnvironmentVariable("PW") ?? "literal"</c>. It
/// says nothing of what
/// holds at run time; of a password it says that one stands in the source.
/// </summary>
internal sealed record Possible(Value.Constant Text) : Value
{
    /// <summary>
    /// What is left where a text meets something else; null where neither is a text. The first text stays, so that
    /// this ends.
    /// </summary>
    public static Possible? Of(Value a, Value b) =>
        a as Possible
        ?? b as Possible
        ?? (a == Unknown || b == Unknown || a is Constant && b is Constant ? Written(a) ?? Written(b) : null);

    // A host keeps its own path.
    static Possible? Written(Value value) =>
        value is Constant { IsAssumed: false, Data: string { Length: > 0 } } text && text.Host() is null
            ? new(text)
            : null;
}
