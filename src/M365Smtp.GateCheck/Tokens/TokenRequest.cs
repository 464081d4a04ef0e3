using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using M365Smtp.Decoding;
using M365Smtp.Knowledge;
using M365Smtp.Probe;

namespace M365Smtp.Tokens;

/// <summary>
/// Requests a token from the delegate. Reports failures without their message, which may contain a secret.
/// </summary>
internal static class TokenRequest
{
    static readonly Regex EntraCode = new(@"\bAADSTS\d{1,9}\b", RegexOptions.CultureInvariant);

    // RFC 6749, 5.2 and 4.1.2.1: protocol error codes, which contain no secret.
    static readonly Regex PassingError = new(
        @"\b(temporarily_unavailable|server_error|service_not_available|request_timeout)\b",
        RegexOptions.CultureInvariant
    );

    static readonly Remedy ReachEntra = new(
        "Let this machine reach the sign-in service, login.microsoftonline.com port 443 (or that of your cloud), "
            + "also through a proxy.",
        Link: Links.OAuth
    );

    /// <exception cref="StageFailure">No token was supplied.</exception>
    public static async Task<string> AskAsync(
        Func<CancellationToken, Task<string>> provider,
        CancellationToken deadline
    )
    {
        string? token;
        try
        {
            token = await provider(deadline).OrGiveUp(deadline).ConfigureAwait(false);
        }
        catch (Exception e) when (!deadline.IsCancellationRequested)
        {
            throw Failure(e);
        }
        return WhyNoToken(token) is { } wrong ? throw new StageFailure(Gate.Token, wrong) : token!;
    }

    // Entra's response is evidence about the token; an unreachable sign-in service is not.
    static StageFailure Failure(Exception e)
    {
        var chain = ExceptionReading.Chain(e).ToList();
        var what = "No token was supplied: " + e.GetType().Name;
        if (chain.Select(one => EntraCode.Match(one.Message)).FirstOrDefault(code => code.Success) is { } refused)
            return Refused($"{what} {refused.Value}.", SmtpReply.Explain(refused.Value));
        if (PassingError.Match(e.ToString()) is { Success: true } passing)
            return new(Gate.Unknown, $"{what}. The sign-in service said {passing.Value}: try again later.");
        return chain.Select(Unreachable).FirstOrDefault(reason => reason is not null) is { } reason
            ? new(Gate.Unknown, $"{what}. The sign-in service could not be reached: {reason}") { Remedy = ReachEntra }
            : new(Gate.Unknown, what + ".");
    }

    // The code only: the rest of Entra's response may contain what was sent.
    static StageFailure Refused(string what, ReplyExplanation why) =>
        why.Cause == ReplyCause.Unknown
            ? new(Gate.Token, what)
            : new(why.Retry == RetryAdvice.Never ? why.Gate : Gate.Unknown, $"{what} {why.Meaning}")
            {
                Remedy = why.Remedies.FirstOrDefault(),
            };

    // The framework's words only: a message may contain what was sent.
    static string? Unreachable(Exception e) =>
        e switch
        {
            SocketException socket => new SocketException((int)socket.SocketErrorCode).Message + ".",
            AuthenticationException => "its TLS certificate or handshake was refused; a proxy may inspect TLS.",
            TimeoutException or TaskCanceledException => "it did not answer in time.",
            IOException => "the connection broke off.",
#if NET8_0_OR_GREATER
            HttpRequestException { StatusCode: { } status } => $"HTTP {(int)status}.",
#endif
            _ => null,
        };

    static string? WhyNoToken(string? token) =>
        token switch
        {
            null or "" => "The token that was supplied is empty.",
            ['"' or '\'', ..] or [.., '"' or '\''] => "The token that was supplied is in quotation marks.",
            ['{', ..] => "What was supplied is a JSON object: the token is its access_token.",
            _ when token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) =>
                "The token that was supplied begins with 'Bearer ', which belongs to an HTTP header only.",
            _ when token.Any(char.IsWhiteSpace) => "The token that was supplied holds blanks or line breaks.",
            { Length: > 65_536 } => "What was supplied is not a token: it is longer than 65,536 characters.",
            _ when token.Any(c => c is <= ' ' or >= (char)127) =>
                "What was supplied is not a token: it holds characters that none has.",
            _ => null,
        };
}
