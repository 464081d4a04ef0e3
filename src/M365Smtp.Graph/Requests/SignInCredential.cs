using System.Text.RegularExpressions;
using Azure.Core;
using MailKit.Security;

namespace M365Smtp.Graph.Requests;

/// <summary>Wraps the caller's credential and reports its failures as failed sign-ins, like any mail client.</summary>
internal sealed class SignInCredential(TokenCredential inner) : TokenCredential
{
    static readonly Regex EntraCode = new(@"\bAADSTS\d{1,9}\b", RegexOptions.CultureInvariant);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        try
        {
            return inner.GetToken(requestContext, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw NoToken(failure);
        }
    }

    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await inner.GetTokenAsync(requestContext, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw NoToken(failure);
        }
    }

    // The failure's message may contain a secret, so only the inner exception has it.
    static AuthenticationException NoToken(Exception failure)
    {
        var code = EntraCode.Match(failure.Message);
        var reason = failure.GetType().Name + (code.Success ? " " + code.Value : "");
        return new($"There is no access token for Microsoft Graph: {reason}.", failure);
    }
}
