using System.Globalization;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>What is known of one expression. Where two paths disagree, it is <see cref="Unknown"/>.</summary>
internal abstract record Value
{
    public static readonly Value Unknown = new Marker("?");

    /// <summary>Nobody assigned it on any path.</summary>
    public static readonly Value Unset = new Marker("unset");

    /// <summary>Something is so.</summary>
    public static readonly Value Yes = new Marker("yes");

    /// <summary>A constant and where it is written. An enum value is its number, and every whole number is an
    /// int.</summary>
    internal sealed record Constant(object? Data, Origin Origin) : Value
    {
        public object? Data { get; init; } =
            Data switch
            {
                byte or sbyte or short or ushort => Convert.ToInt32(Data, CultureInfo.InvariantCulture),
                uint number and <= int.MaxValue => (int)number,
                long number and >= int.MinValue and <= int.MaxValue => (int)number,
                _ => Data,
            };

        public bool IsEnum { get; init; }

        /// <summary>Nobody wrote it: a branch has decided it. It leads on to other branches, and says nothing by
        /// itself.</summary>
        public bool IsAssumed { get; init; }
    }

    /// <summary>A reference to an object made by code we read.</summary>
    internal sealed record Instance(Allocation Allocation) : Value;

    /// <summary>A lambda or method as a value, and what a call of it returns on every path.</summary>
    internal sealed record Function(IMethodSymbol Method, Value Result) : Value
    {
        /// <summary>What a call of it runs; null where that is out of sight.</summary>
        public ControlFlowGraph? Body { get; init; }

        /// <summary>The object it runs on.</summary>
        public Value This { get; init; } = Unknown;
    }

    /// <summary>The call that stands for the creation of an object: <c>: base(…)</c>.</summary>
    internal sealed record Creation(IOperation Call) : Value;

    /// <summary>A place in the code.</summary>
    internal sealed record Place(Origin Origin) : Value;

    /// <summary>What a path has decided a question is answered by.</summary>
    internal sealed record Answer(object? Said) : Value;

    /// <summary>A value that is told by its name alone.</summary>
    internal sealed record Marker(string Name) : Value;
}
