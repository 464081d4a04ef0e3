namespace M365Smtp.Knowledge;

/// <summary>Where in a session a reply is given.</summary>
internal enum ReplyStage
{
    Connect,
    StartTls,
    Auth,
    MailFrom,
    Rcpt,

    /// <summary>In answer to the final dot, or in a non-delivery report.</summary>
    Data,
}
