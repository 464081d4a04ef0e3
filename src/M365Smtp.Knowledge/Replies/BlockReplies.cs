namespace M365Smtp.Knowledge;

/// <summary>Replies to a sender, tenant or address in bad repute.</summary>
internal static class BlockReplies
{
    const string Ndr = "SA ndr/fix-error-codes-550-5-7-703 (2026-10-02)";

    public static readonly ReplyRow[] All =
    [
        new(ReplyCause.SenderRestricted, ReplyStage.Data, 550, "5.1.8", "Access denied, bad outbound sender",
            "access denied, bad outbound sender", RetryAdvice.Never, Certainty.Certain, "SA; DEF"),

        Block("5.7.705", "Access denied, tenant has exceeded threshold", "access denied, tenant has exceeded threshold", MatchOn.Phrase),
        Block("5.7.708", "Access denied, traffic not accepted from this IP", "access denied, traffic not accepted from this ip", MatchOn.Phrase),
        Block("5.7.750", "Client blocked from sending from unregistered domain", "client blocked from sending from unregistered domain", MatchOn.Phrase),

        // Others say "banned sender" too.
        Block("5.7.501", "Access denied, banned sender", "banned sender", MatchOn.PhraseWithCode),
        Block("5.7.502", "Access denied, banned sender", "banned sender", MatchOn.PhraseWithCode),
        Block("5.7.503", "Access denied, banned sender", "banned sender", MatchOn.PhraseWithCode),
        Block("5.7.511", "Access denied, banned sender", "banned sender", MatchOn.PhraseWithCode),

        new(ReplyCause.TempSuspect, ReplyStage.Data, 451, "4.7.500", "Access denied, please try again later",
            "access denied, please try again later", RetryAdvice.Later, Certainty.Certain, "SA NDR list") { Match = MatchOn.PhraseWithCode, LastDetail = 699 },
    ];

    static ReplyRow Block(string enhanced, string text, string phrase, MatchOn match) =>
        new(ReplyCause.TenantIpBlock, ReplyStage.Data, 550, enhanced, text, phrase, RetryAdvice.Never, Certainty.Certain, Ndr) { Match = match };
}
