using System.Globalization;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>What is known about an expression. If two paths disagree, it is <see cref="Unknown"/>.</summary>
internal abstract record Value
{
    public static readonly Value Unknown = new Marker("?");

    /// <summary>Not assigned on any path.</summary>
    public static readonly Value Unset = new Marker("unset");

    /// <summary>A fact that is true.</summary>
    public static readonly Value Yes = new Marker("yes");

    /// <summary>A constant and its location. An enum value is its number, and every integer is an int.</summary>
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

        /// <summary>
        /// Not written anywhere: decided by a branch. It decides further branches, but is no fact by itself.
        /// </summary>
        public bool IsAssumed { get; init; }
    }

    /// <summary>A reference to an object created by code we read.</summary>
    internal sealed record Instance(Allocation Allocation) : Value;

    /// <summary>A lambda or method as a value, and what a call of it returns on every path.</summary>
    internal sealed record Function(IMethodSymbol Method, Value Result) : Value
    {
        /// <summary>The code that a call runs; null if it is not visible.</summary>
        public ControlFlowGraph? Body { get; init; }

        /// <summary>Its receiver.</summary>
        public Value This { get; init; } = Unknown;
    }

    /// <summary>The call that creates an object: <c>: base(…)</c>.</summary>
    internal sealed record Creation(IOperation Call) : Value;

    /// <summary>A location in the code.</summary>
    internal sealed record Place(Origin Origin) : Value;

    /// <summary>The answer to a question that a path has decided.</summary>
    internal sealed record Answer(object? Said) : Value;

    /// <summary>A value identified by its name alone.</summary>
    internal sealed record Marker(string Name) : Value;
}
