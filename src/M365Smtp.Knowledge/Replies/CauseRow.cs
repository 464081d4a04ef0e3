namespace M365Smtp.Knowledge;

/// <summary>What a cause means and how to put it right.</summary>
/// <param name="Gate">The closed gate; <see cref="Gate.Unknown"/> where the cause alone does not tell.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Remedies">The narrowest first: never a tenant-wide change where one mailbox will do.</param>
internal sealed record CauseRow(ReplyCause Cause, Gate Gate, string Meaning, params Remedy[] Remedies);
