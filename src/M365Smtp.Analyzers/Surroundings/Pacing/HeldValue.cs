namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>What is known about a value after a refused sign-in.</summary>
/// <param name="IsConstant">The value is <paramref name="Constant"/>.</param>
/// <param name="IsObject">It is not null.</param>
/// <param name="IsUnclear">It depends on the refusal, or on code that is not shown.</param>
internal sealed record HeldValue(bool IsConstant, object? Constant, bool IsObject, bool IsUnclear)
{
    public static readonly HeldValue Anything = new(false, null, false, false);

    public static readonly HeldValue Unclear = Anything with { IsUnclear = true };

    public static readonly HeldValue Refusal = new(false, null, true, true);

    public static HeldValue Of(object? constant) => new(true, constant, constant is not null, false);

    public bool? IsNull =>
        IsObject ? false
        : IsConstant ? true
        : null;

    public bool? Truth => Constant as bool?;

    public HeldValue Or(HeldValue other) =>
        this == other ? this
        : new(false, null, IsObject && other.IsObject, IsUnclear || other.IsUnclear);

    public HeldValue Plus(int number) =>
        Constant is int known ? Of(known + number) : Anything with { IsUnclear = IsUnclear };
}
