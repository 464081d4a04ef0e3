namespace M365Smtp.Tool.Audit;

/// <summary>What makes a run exit with code 1.</summary>
internal enum FailOn
{
    /// <summary>Nothing.</summary>
    Never,

    /// <summary>A sender that stops at the switch, or already fails.</summary>
    Stops,

    /// <summary>Also a sender whose outcome is unknown.</summary>
    NotKnown,

    /// <summary>Any of these senders, and any warning or error.</summary>
    Warnings,
}

/// <summary>Determines the exit code. With a baseline, only new rows and findings count.</summary>
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
