using M365Smtp.Knowledge;

namespace M365Smtp.Simulator;

/// <summary>A reply that the server gives at one stage, regardless of the gates.</summary>
internal sealed record ScriptedReply(SmtpStage Stage, Func<ReplyTexts, string?, string?, string> Text)
{
    public static SmtpStage StageOf(ReplyRow row) =>
        row.Stage switch
        {
            ReplyStage.Connect => SmtpStage.Banner,
            // The server knows the TLS version only after the handshake.
            ReplyStage.StartTls => SmtpStage.EhloAfterTls,
            ReplyStage.Auth => SmtpStage.Auth,
            ReplyStage.MailFrom => SmtpStage.MailFrom,
            ReplyStage.Rcpt => SmtpStage.RcptTo,
            _ => SmtpStage.Message,
        };
}
