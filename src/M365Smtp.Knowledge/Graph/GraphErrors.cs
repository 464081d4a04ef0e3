namespace M365Smtp.Knowledge;

/// <summary>The Microsoft Graph error codes for sending mail that code must distinguish. Source: facts 6b.</summary>
internal static class GraphErrors
{
    /// <summary>
    /// A permission is missing, or RBAC or an application access policy excludes this mailbox. HTTP 403.
    /// </summary>
    public const string AccessDenied = "ErrorAccessDenied";

    /// <summary>The mailbox may not send as the From address. HTTP 403.</summary>
    public const string SendAsDenied = "ErrorSendAsDenied";

    /// <summary>The token is missing, expired or for another service. HTTP 401.</summary>
    public const string InvalidToken = "InvalidAuthenticationToken";

    /// <summary>The mailbox is inactive, soft-deleted or on-premises. HTTP 404.</summary>
    public const string NoRestMailbox = "MailboxNotEnabledForRESTAPI";

    /// <summary>The user does not exist. HTTP 404.</summary>
    public const string InvalidUser = "ErrorInvalidUser";

    /// <summary>Too many requests: wait for Retry-After. HTTP 429. Source: terraform-provider-outlook #21.</summary>
    public const string Throttled = "ApplicationThrottled";

    /// <summary>The request is too large. HTTP 413. The code BadRequest is also seen.</summary>
    public const string TooLarge = "RequestEntityTooLarge";

    /// <summary>The body is not base64. HTTP 400. Source: graph-docs user-sendmail.</summary>
    public const string InvalidBase64 = "ErrorMimeContentInvalidBase64String";
}
