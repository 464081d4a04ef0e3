namespace M365Smtp.Knowledge;

/// <summary>Azure Communication Services Email by SMTP. Source: azure-docs smtp-authentication.md; facts 6c.</summary>
internal static class CommunicationServices
{
    public const string Host = "smtp.azurecomm.net";

    /// <summary>The one scope of a token for XOAUTH2.</summary>
    public const string Scope = "https://communication.azure.com/.default";

    /// <summary>A token for that scope is for another service.</summary>
    public static bool IsWrong(string scope) =>
        OAuthScopes.IsWrong(scope, Cloud.Worldwide)
        || Array.Exists(OAuthScopes.All, row => OAuthScopes.IsRight(scope, row.Cloud));
}
