using System.Globalization;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>A part of an object: a member visible to the code, or one that only the analysis keeps.</summary>
internal readonly record struct Slot
{
    enum Kind
    {
        Member,
        Parameter,
        Element,
        Kept,
    }

    /// <summary>The <c>: base(…)</c> of a client's subclass, which counts as its creation.</summary>
    public static readonly Slot BaseCall = new(Kind.Kept, "base");

    /// <summary>The configuration section, or the code, that fills an options object.</summary>
    public static readonly Slot Binding = new(Kind.Kept, "binding");

    /// <summary>
    /// Set if code outside this method created the object: its values are underlined where they are read.
    /// </summary>
    public static readonly Slot MadeElsewhere = new(Kind.Kept, "elsewhere");

    /// <summary>Where the password of an options object was set.</summary>
    public static readonly Slot SecretPlace = new(Kind.Kept, "secret");

    /// <summary>The host that an object had when code that we do not read received it.</summary>
    public static readonly Slot FormerHost = new(Kind.Kept, "former host");

    /// <summary>Where and how a client has connected.</summary>
    public static readonly Slot Connection = new(Kind.Kept, "connection");

    /// <summary>The login with which a client has signed in.</summary>
    public static readonly Slot SignIn = new(Kind.Kept, "sign-in");

    readonly Kind kind;

    Slot(Kind kind, string name) => (this.kind, Name) = (kind, name);

    /// <summary>The name used in code.</summary>
    public string Name { get; }

    /// <summary>A field or property of that name.</summary>
    public bool IsMember => kind == Kind.Member;

    public bool IsElement => kind == Kind.Element;

    /// <summary>The only conversion from a name to a slot; a tuple names its elements Item1, Item2.</summary>
    public static implicit operator Slot(string member) =>
        member.StartsWith("Item", StringComparison.Ordinal)
        && int.TryParse(member.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Element(number)
            : new(Kind.Member, member);

    public static Slot Of(ISymbol member) =>
        member is IFieldSymbol { ContainingType.IsTupleType: true } field
            ? (field.CorrespondingTupleField ?? field).Name
            : member.Name;

    /// <summary>The primary constructor's argument for it, which methods may read.</summary>
    public static Slot Parameter(string name) => new(Kind.Parameter, name);

    /// <summary>An element of a tuple, an array or a list, counted from 1.</summary>
    public static Slot Element(int number) => new(Kind.Element, "Item" + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Members come before what the analysis keeps.</summary>
    public override string ToString() => kind == Kind.Member ? Name : "(" + Name + ")";
}
