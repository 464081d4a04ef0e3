namespace M365Smtp.Knowledge;

/// <summary>
/// Azure Communication Services Email over SMTP. Source: azure-docs smtp-authentication.md; facts 6c.
/// </summary>
internal static class CommunicationServices
{
    public const string Host = "smtp.azurecomm.net";

    /// <summary>The only valid token scope for XOAUTH2.</summary>
    public const string Scope = "https://communication.azure.com/.default";

    /// <summary>Whether a token for that scope is for another service.</summary>
    public static bool IsWrong(string scope) =>
        OAuthScopes.IsWrong(scope, Cloud.Worldwide)
        || Array.Exists(OAuthScopes.All, row => OAuthScopes.IsRight(scope, row.Cloud));
}
