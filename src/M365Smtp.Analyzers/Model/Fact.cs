using System.Diagnostics.CodeAnalysis;

namespace M365Smtp.Analyzers.Model;

/// <summary>What is known about a setting: a value with its origin, that it is unset, or nothing. Never a set of
/// possible values.</summary>
internal abstract record Fact<T>
{
    /// <summary>Not set on any path; the library's default applies.</summary>
    public static readonly Fact<T> Unset = new UnsetFact();

    /// <summary>Cannot be determined: a parameter, an escape, paths that disagree. Rules do not report it.</summary>
    public static readonly Fact<T> Unknown = new UnknownFact();

    public bool IsUnset => this is UnsetFact;

    public bool IsUnknown => this is UnknownFact;

    public bool Is([MaybeNullWhen(false)] out T value, [NotNullWhen(true)] out Origin? origin)
    {
        if (this is KnownFact known)
        {
            (value, origin) = (known.Value, known.Origin);
            return true;
        }
        (value, origin) = (default, null);
        return false;
    }

    public bool Is([MaybeNullWhen(false)] out T value) => Is(out value, out _);

    public override string ToString() =>
        Is(out var value) ? value?.ToString() ?? "null"
        : IsUnset ? "unset"
        : "?";

    internal sealed record KnownFact(T Value, Origin Origin) : Fact<T>
    {
        public override string ToString() => base.ToString();
    }

    sealed record UnsetFact : Fact<T>
    {
        public override string ToString() => base.ToString();
    }

    sealed record UnknownFact : Fact<T>
    {
        public override string ToString() => base.ToString();
    }
}

internal static class Fact
{
    public static Fact<T> Known<T>(T value, Origin origin) => new Fact<T>.KnownFact(value, origin);
}
