using System.Text.RegularExpressions;
using M365Smtp.Probe;

namespace M365Smtp.Tokens;

/// <summary>Asks the delegate for a token and tells a failure without its message, which may hold a secret.</summary>
internal static class TokenRequest
{
    static readonly Regex EntraCode = new(@"\bAADSTS\d{1,9}\b", RegexOptions.CultureInvariant);

    /// <exception cref="StageFailure">No token came.</exception>
    public static async Task<string> AskAsync(Func<CancellationToken, Task<string>> provider, CancellationToken deadline)
    {
        string? token;
        try
        {
            token = await provider(deadline).OrGiveUp(deadline).ConfigureAwait(false);
        }
        catch (Exception e) when (!deadline.IsCancellationRequested)
        {
            var code = EntraCode.Match(e.Message);
            throw new StageFailure(Gate.Token, $"No token was supplied: {e.GetType().Name}{(code.Success ? " " + code.Value : "")}.");
        }
        return IsToken(token) ? token! : throw new StageFailure(Gate.Token, "What was supplied is not a token.");
    }

    static bool IsToken(string? token) => token is { Length: > 0 and <= 65_536 } && token.All(c => c is > ' ' and < (char)127);
}
