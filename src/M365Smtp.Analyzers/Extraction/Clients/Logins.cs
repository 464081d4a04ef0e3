using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>
/// One of several logins, or none, depending on a condition that cannot be evaluated. Each signs in on a path that can
/// run.
/// </summary>
internal sealed record Logins(ImmutableHashSet<Value> All) : Value
{
    static readonly ImmutableHashSet<Value> None = ImmutableHashSet<Value>.Empty;

    /// <summary>Merges two paths that each have a login or none; null if one has something else.</summary>
    public static Logins? Of(Value a, Value b) =>
        In(a) is not { } mine || In(b) is not { } theirs ? null
        : a is Logins known && theirs.IsSubsetOf(mine) ? known
        : mine.Union(theirs) is { IsEmpty: false } all ? new(all)
        : null;

    static ImmutableHashSet<Value>? In(Value value) =>
        value switch
        {
            Logins some => some.All,
            Instance { Allocation: { Source: IOperation, Type.Name: "NetworkCredential" } } => None.Add(value),
            Constant { Data: null } => None,
            _ => value == Unset ? None : null,
        };

    public bool Equals(Logins? other) => other is not null && All.SetEquals(other.All);

    public override int GetHashCode() => All.Count;
}
