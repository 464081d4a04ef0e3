namespace M365Smtp;

/// <summary>A reply found in a log, once however often it was said.</summary>
/// <param name="Line">The line of its first occurrence, from 1.</param>
/// <param name="Count">How often it occurs: replies that differ in host, time and id only are the same.</param>
/// <param name="Explanation">What it means.</param>
public sealed record LoggedReply(int Line, int Count, ReplyExplanation Explanation);
