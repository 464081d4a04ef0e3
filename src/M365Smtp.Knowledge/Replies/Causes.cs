namespace M365Smtp.Knowledge;

/// <summary>One row per cause.</summary>
internal static class Causes
{
    static readonly CauseRow Unknown = new(
        ReplyCause.Unknown,
        Gate.Unknown,
        "The text is not one whose meaning is known."
    );

    public static readonly CauseRow[] All =
    [
        .. SwitchCauses.All,
        .. AccountCauses.All,
        .. ClientCauses.All,
        .. ConnectionCauses.All,
        .. HighVolumeCauses.All,
        .. SendingCauses.All,
        .. MessageCauses.All,
        .. TokenCauses.All,
    ];

    public static CauseRow Of(ReplyCause cause) => Array.Find(All, row => row.Cause == cause) ?? Unknown;
}
