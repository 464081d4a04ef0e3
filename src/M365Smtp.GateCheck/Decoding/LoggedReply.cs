namespace M365Smtp;

/// <summary>A reply found in a log, listed once no matter how often it occurs.</summary>
/// <param name="Line">The 1-based line number of its first occurrence.</param>
/// <param name="Count">How often it occurs. Replies that differ only in host, time and id count as the same.</param>
/// <param name="Explanation">What it means.</param>
public sealed record LoggedReply(int Line, int Count, ReplyExplanation Explanation);
