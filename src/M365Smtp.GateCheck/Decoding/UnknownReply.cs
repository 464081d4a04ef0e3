using M365Smtp.Knowledge;

namespace M365Smtp.Decoding;

/// <summary>Explains a reply that no row matches: only the meaning of its code class.</summary>
internal static class UnknownReply
{
    public static ReplyExplanation Explain(ReplyText reply)
    {
        // Without a code, nothing shows that the text came from a server. It may contain a secret, so it is not
        // repeated.
        if (!reply.HasCode)
            return new() { Meaning = "No SMTP reply was recognised in the text.", Retry = RetryAdvice.Never };
        var code = reply.Code > 0 ? reply.Code : Class(reply) * 100;
        return Explaining.Bare(reply) with { Meaning = Meaning(reply, code), Retry = Retry(code) };
    }

    static RetryAdvice Retry(int code) =>
        (code / 100) switch
        {
            2 => RetryAdvice.Yes,
            4 => RetryAdvice.Later,
            _ => RetryAdvice.Never,
        };

    static int Class(ReplyText reply) => reply.Enhanced![0] - '0';

    static string Meaning(ReplyText reply, int code) =>
        (code, reply.Enhanced) switch
        {
            (530, "5.5.1") => "Sign-in is required. This is Gmail's text; Exchange Online says 530 5.7.57.",
            (_, "5.7.139") =>
                "The sign-in was refused. More than ten causes share the code 5.7.139, and these words name none "
                    + "that is known.",
            (535, _) => "The sign-in was refused, for a reason that is not known.",
            ( >= 200 and < 300, _) => "No refusal: the server accepted.",
            ( >= 400 and < 500, _) => "A temporary refusal (4xx) for a reason that is not known.",
            _ => "A lasting refusal (5xx) for a reason that is not known.",
        };
}
