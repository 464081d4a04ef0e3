using System.CommandLine;

namespace M365Smtp.Tool.Explain;

/// <summary><c>--fail-on</c>: the replies that make the command fail.</summary>
internal static class FailOn
{
    const string Any = "any";
    const string Known = "known";
    const string NoRetry = "no-retry";

    public static readonly Option<string[]> Option = Create();

    /// <summary>
    /// Whether a reply found is one of those listed; the words are separated by commas or given one at a time.
    /// </summary>
    public static bool IsMet(ParseResult parsed, IEnumerable<ReplyExplanation> found)
    {
        var words = (parsed.GetValue(Option) ?? []).SelectMany(Words).ToArray();
        return found.Any(reply => words.Any(word => Means(word, reply)));
    }

    static Option<string[]> Create()
    {
        var option = new Option<string[]>("--fail-on")
        {
            Description =
                $"End with 1 where such a reply is found: {Any}, {Known} (a cause is known), {NoRetry} (trying "
                + "again is no use), "
                + "or the name of a cause or a gate, such as mailbox-smtp-auth-off or Credentials. More than one "
                + "with commas.",
            HelpName = "WHAT",
        };
        option.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.SelectMany(token => Words(token.Value)).Where(word => !IsWord(word)))
                result.AddError($"--fail-on: '{word}' is neither {Any}, {Known}, {NoRetry} nor a cause or gate.");
        });
        return option;
    }

    static string[] Words(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static bool IsWord(string word) =>
        word is Any or Known or NoRetry || Cause(word) is not null || Gate(word) is not null;

    static bool Means(string word, ReplyExplanation reply) =>
        word switch
        {
            Any => reply.Code is not (>= 200 and < 400) && reply.Reply.Length > 0,
            Known => reply.Cause != ReplyCause.Unknown,
            NoRetry => reply.Retry == RetryAdvice.Never && (reply.Code >= 400 || reply.Cause != ReplyCause.Unknown),
            _ => reply.Cause == (Cause(word) ?? (ReplyCause)(-1)) || reply.Gate == (Gate(word) ?? (M365Smtp.Gate)(-1)),
        };

    static ReplyCause? Cause(string word) => Named<ReplyCause>(word);

    static Gate? Gate(string word) => Named<Gate>(word);

    // By name in both spellings, never by number.
    static T? Named<T>(string word)
        where T : struct, Enum =>
        word.All(c => char.IsLetter(c) || c == '-')
        && Enum.TryParse<T>(word.Replace("-", ""), ignoreCase: true, out var value)
            ? value
            : null;
}
