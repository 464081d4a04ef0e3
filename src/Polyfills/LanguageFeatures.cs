using Microsoft.CodeAnalysis;

// Types that the compiler requires and netstandard2.0 lacks, limited to those used here. They are embedded, so an
// assembly that sees the internals of this one keeps its own.

namespace Microsoft.CodeAnalysis
{
    [Embedded]
    internal sealed class EmbeddedAttribute : Attribute;
}

namespace System.Runtime.CompilerServices
{
    [Embedded]
    internal static class IsExternalInit;
}

namespace System.Diagnostics.CodeAnalysis
{
    [Embedded]
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue => returnValue;
    }

    [Embedded]
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class MaybeNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue => returnValue;
    }

    [Embedded]
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
    internal sealed class MemberNotNullWhenAttribute(bool returnValue, params string[] members) : Attribute
    {
        public bool ReturnValue => returnValue;

        public string[] Members => members;
    }
}

namespace System
{
    [Embedded]
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public static implicit operator Index(int value) => new(value);

        public int GetOffset(int length) => fromEnd ? length - value : value;
    }

    [Embedded]
    internal readonly struct Range(Index start, Index end)
    {
        public static Range All => new(0, new(0, fromEnd: true));

        public Index Start => start;

        public Index End => end;

        public static Range StartAt(Index start) => new(start, new(0, fromEnd: true));

        public static Range EndAt(Index end) => new(0, end);
    }
}
