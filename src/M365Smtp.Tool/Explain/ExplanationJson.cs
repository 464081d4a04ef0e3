namespace M365Smtp.Tool.Explain;

/// <summary>One explained reply, in the form printed by <c>--json</c>.</summary>
internal sealed record ExplanationJson(
    ReplyCause Cause,
    Gate Gate,
    Certainty Certainty,
    RetryAdvice Retry,
    string Meaning,
    IReadOnlyList<Remedy> Remedies,
    int? Code,
    string? EnhancedCode,
    string Reply,
    string? Frontend,
    DateTimeOffset? Time,
    string? Id,
    string? Login,
    string? From,
    string? Source,
    IReadOnlyList<string>? Notes,
    int? Line,
    int? Count
)
{
    public static ExplanationJson Of(LoggedReply logged, IReadOnlyList<string> notes) =>
        Of(logged.Explanation, notes, logged.Line, logged.Count);

    public static ExplanationJson Of(
        ReplyExplanation said,
        IReadOnlyList<string>? notes = null,
        int? line = null,
        int? count = null
    ) =>
        new(
            said.Cause,
            said.Gate,
            said.Certainty,
            said.Retry,
            said.Meaning,
            said.Remedies,
            said.Code,
            said.EnhancedCode,
            said.Reply,
            said.Frontend,
            said.Time,
            said.Id,
            said.Login,
            said.From,
            said.Source,
            notes is { Count: > 0 } ? notes : null,
            line,
            count
        );
}
