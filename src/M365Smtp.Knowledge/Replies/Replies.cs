namespace M365Smtp.Knowledge;

/// <summary>Every known Exchange Online reply, shared by the decoder and the simulator.</summary>
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

    /// <summary>The server's reply for a cause; null if its wording is unknown.</summary>
    public static ReplyRow? Verbatim(ReplyCause cause) => Array.Find(All, row => row.Cause == cause && row.IsVerbatim);
}
