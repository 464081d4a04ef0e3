namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Calls on strings, numbers, lists and tasks that pass a value on: one row per method.</summary>
internal static class KnownCalls
{
    public static readonly KnownCall[] Rows =
    [
        .. Parsing.Rows,
        .. Decoding.Rows,
        new("GetEnumerator", null, site => IsListOfNumbers(site) ? site.Receiver : null),
        new("MoveNext", null, site => IsListOfNumbers(site) ? Value.Unknown : null),
        new("GetValueOrDefault", null, site => site.Receiver is Value.Constant { Data: not null } held ? held : null),
        new("FromResult", null, site => site.Arguments.Count() == 1 ? site.First : null),
        new("ToInt32", null, Unchanged),
        new("ToBoolean", null, Unchanged),
        new("ToString", null, AsText),
        new("Trim", null, Trimmed),
        new("ToLower", null, OfText),
        new("ToLowerInvariant", null, OfText),
        new("Contains", null, site => Holds(site, (all, part, how) => all.IndexOf(part, how) >= 0)),
        new("StartsWith", null, site => Holds(site, (all, part, how) => all.StartsWith(part, how))),
        new("EndsWith", null, site => Holds(site, (all, part, how) => all.EndsWith(part, how))),
        new("Equals", null, AreEqual),
        new("IsNullOrEmpty", null, IsEmpty),
        new("IsNullOrWhiteSpace", null, IsEmpty),
    ];

    static bool IsListOfNumbers(CallSite site) =>
        site.Receiver is Value.Instance list && site.Visit.MemberReads.NumbersIn(list).Count > 0;

    static Value? Unchanged(CallSite site) =>
        site.Subject is Value.Constant { Data: int or bool or string } same ? same : null;

    static Value? AsText(CallSite site) =>
        site.Subject is Value.Constant { Data: (int or bool or string) and var data } same
            ? same with
            {
                Data = data.ToString(),
            }
            : null;

    static Value? Trimmed(CallSite site) =>
        site is { First: null, Receiver: Value.Constant { Data: string text } whole }
            ? whole with { Data = text.Trim() }
            : OfText(site);

    static Value? OfText(CallSite site) => site.Receiver is Value.Constant { Data: string } text ? text : null;

    // Known if letter case does not matter.
    static Value? Holds(CallSite site, Func<string, string, StringComparison, bool> test) =>
        site.Receiver is not Value.Constant { Data: string all }
        || site.First is not Value.Constant { Data: string part }
            ? null
        : test(all, part, StringComparison.Ordinal) is var holds
        && holds == test(all, part, StringComparison.OrdinalIgnoreCase)
            ? site.Constant(holds)
        : Value.Unknown;

    static Value? AreEqual(CallSite site) =>
        (site.Receiver ?? site.Arguments["a"]) is Value.Constant { Data: string a }
        && site.Arguments.FirstOrDefault(argument => argument.Parameter.Name is "value" or "b").Value
            is Value.Constant { Data: string b }
            ? site.Constant(
                string.Equals(
                    a,
                    b,
                    site.Arguments.Any(argument => argument.Parameter.Name == "comparisonType")
                        ? StringComparison.OrdinalIgnoreCase
                        : StringComparison.Ordinal
                )
            )
            : null;

    static Value? IsEmpty(CallSite site) =>
        site.First is Value.Constant { Data: var data } ? site.Constant(data is not string { Length: > 0 }) : null;
}
