namespace M365Smtp.Knowledge;

/// <summary>What a cause means and how to fix it.</summary>
/// <param name="Gate">The closed gate; <see cref="Gate.Unknown"/> if the cause alone does not show it.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Remedies">Narrowest first: never a tenant-wide change if one mailbox is enough.</param>
internal sealed record CauseRow(ReplyCause Cause, Gate Gate, string Meaning, params Remedy[] Remedies);
