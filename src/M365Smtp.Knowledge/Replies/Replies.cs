namespace M365Smtp.Knowledge;

/// <summary>Every reply of Exchange Online whose meaning is known: the one table of the decoder and the
/// simulator.</summary>
internal static class Replies
{
    public static readonly ReplyRow[] All =
    [
        .. ConnectReplies.All,
        .. PasswordReplies.All,
        .. SignInReplies.All,
        .. HighVolumeReplies.All,
        .. EnvelopeReplies.All,
        .. DataReplies.All,
        .. RecipientReplies.All,
        .. LimitReplies.All,
        .. BlockReplies.All,
        .. ProtocolReplies.All,
        .. TransientReplies.All,
    ];

    /// <summary>The text a server says for that cause; null for a cause whose wording no source shows.</summary>
    public static ReplyRow? Verbatim(ReplyCause cause) => Array.Find(All, row => row.Cause == cause && row.IsVerbatim);
}
