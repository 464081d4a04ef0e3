using Azure.Core;

namespace M365Smtp.Graph.Requests;

/// <summary>Tokens from a delegate that caches and renews them itself.</summary>
internal sealed class CallbackCredential(Func<CancellationToken, Task<string>> accessToken) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        // Off the caller's synchronization context, which may be waiting for this very call.
        Task.Run(() => accessToken(cancellationToken), cancellationToken).GetAwaiter().GetResult()
            is var token
            ? Of(token)
            : default;

    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    ) => Of(await accessToken(cancellationToken).ConfigureAwait(false));

    // Long past, so that nothing but the delegate keeps it.
    static AccessToken Of(string token) =>
        string.IsNullOrWhiteSpace(token)
            ? throw new InvalidOperationException("The delegate returned no token.")
            : new(token, DateTimeOffset.MinValue);
}
