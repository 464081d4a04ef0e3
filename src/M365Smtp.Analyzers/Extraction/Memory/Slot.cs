using System.Globalization;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>A part of an object: a member that the code sees, or one of those that only we keep there.</summary>
internal readonly record struct Slot
{
    enum Kind
    {
        Member,
        Parameter,
        Element,
        Kept,
    }

    /// <summary>The <c>: base(…)</c> of a subclass of a client, which stands for its creation.</summary>
    public static readonly Slot BaseCall = new(Kind.Kept, "base");

    /// <summary>The section of the configuration, or the code, that fills an options object.</summary>
    public static readonly Slot Binding = new(Kind.Kept, "binding");

    /// <summary>Set where code out of this method has made the object: what it holds is underlined where it is
    /// read.</summary>
    public static readonly Slot MadeElsewhere = new(Kind.Kept, "elsewhere");

    /// <summary>Where the password of an options object was set.</summary>
    public static readonly Slot SecretPlace = new(Kind.Kept, "secret");

    /// <summary>Where and how a client has connected.</summary>
    public static readonly Slot Connection = new(Kind.Kept, "connection");

    /// <summary>As whom a client has signed in.</summary>
    public static readonly Slot SignIn = new(Kind.Kept, "sign-in");

    readonly Kind kind;

    Slot(Kind kind, string name) => (this.kind, Name) = (kind, name);

    /// <summary>As the code calls it.</summary>
    public string Name { get; }

    /// <summary>A field or property of that name.</summary>
    public bool IsMember => kind == Kind.Member;

    public bool IsElement => kind == Kind.Element;

    /// <summary>The only way in which a name becomes a slot; a tuple calls its elements Item1, Item2.</summary>
    public static implicit operator Slot(string member) =>
        member.StartsWith("Item", StringComparison.Ordinal)
        && int.TryParse(member.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Element(number)
            : new(Kind.Member, member);

    public static Slot Of(ISymbol member) =>
        member is IFieldSymbol { ContainingType.IsTupleType: true } field
            ? (field.CorrespondingTupleField ?? field).Name
            : member.Name;

    /// <summary>What a primary constructor was given for it, which its methods may read.</summary>
    public static Slot Parameter(string name) => new(Kind.Parameter, name);

    /// <summary>Of a tuple, an array or a list, counted from 1.</summary>
    public static Slot Element(int number) => new(Kind.Element, "Item" + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>In the order in which members come before what we keep beside them.</summary>
    public override string ToString() => kind == Kind.Member ? Name : "(" + Name + ")";
}
