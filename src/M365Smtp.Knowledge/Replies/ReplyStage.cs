namespace M365Smtp.Knowledge;

/// <summary>The stage of a session at which a reply is sent.</summary>
internal enum ReplyStage
{
    Connect,
    StartTls,
    Auth,
    MailFrom,
    Rcpt,

    /// <summary>In reply to the final dot, or in a non-delivery report.</summary>
    Data,
}
