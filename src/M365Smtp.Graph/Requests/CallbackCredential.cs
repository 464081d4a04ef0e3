using Azure.Core;

namespace M365Smtp.Graph.Requests;

/// <summary>A credential with tokens from a delegate that caches and renews them itself.</summary>
internal sealed class CallbackCredential(Func<CancellationToken, Task<string>> accessToken) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        // Avoids a deadlock with the caller's synchronization context, which may be waiting for this call.
        Task.Run(() => accessToken(cancellationToken), cancellationToken).GetAwaiter().GetResult()
            is var token
            ? Of(token)
            : default;

    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    ) => Of(await accessToken(cancellationToken).ConfigureAwait(false));

    // Already expired, so that only the delegate caches the token.
    static AccessToken Of(string token) =>
        string.IsNullOrWhiteSpace(token)
            ? throw new InvalidOperationException("The delegate returned no token.")
            : new(token, DateTimeOffset.MinValue);
}
