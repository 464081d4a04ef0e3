namespace M365Smtp.Tool.Audit;

/// <summary>What makes a run end with 1.</summary>
internal enum FailOn
{
    /// <summary>Nothing.</summary>
    Never,

    /// <summary>A sender that stops at the switch, or fails already.</summary>
    Stops,

    /// <summary>Also one of which that is not known.</summary>
    NotKnown,

    /// <summary>Any sender of these, and any warning or error.</summary>
    Warnings,
}

/// <summary>Decides the exit code. With a baseline only what is new counts.</summary>
internal static class FailDecision
{
    public static bool Fails(FailOn on, IEnumerable<AuditRow> rows) =>
        on != FailOn.Never
        && rows.Where(row => !row.IsTest)
            .Any(row =>
                (row.IsNew != false && row.Counts && IsBad(on, row.AfterSwitch))
                || (
                    on == FailOn.Warnings
                    && row.Findings.Any(finding => finding.IsNew != false && finding.Severity != "info")
                )
            );

    static bool IsBad(FailOn on, AfterSwitch after) =>
        after is AfterSwitch.Stops or AfterSwitch.FailsAlready
        || (on is FailOn.NotKnown or FailOn.Warnings && after == AfterSwitch.NotKnown);
}
