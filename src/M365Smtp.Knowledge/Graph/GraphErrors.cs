namespace M365Smtp.Knowledge;

/// <summary>
/// The error codes of Microsoft Graph for sending mail that code has to tell apart. Source: facts 6b.
/// </summary>
internal static class GraphErrors
{
    /// <summary>
    /// A permission is missing, or RBAC or an application access policy leaves this mailbox out. HTTP 403.
    /// </summary>
    public const string AccessDenied = "ErrorAccessDenied";

    /// <summary>From is an address the mailbox may not send as. HTTP 403.</summary>
    public const string SendAsDenied = "ErrorSendAsDenied";

    /// <summary>The token is missing, expired or for another service. HTTP 401.</summary>
    public const string InvalidToken = "InvalidAuthenticationToken";

    /// <summary>The mailbox is inactive, soft-deleted or on-premises. HTTP 404.</summary>
    public const string NoRestMailbox = "MailboxNotEnabledForRESTAPI";

    /// <summary>There is no such user. HTTP 404.</summary>
    public const string InvalidUser = "ErrorInvalidUser";

    /// <summary>Too much at once: wait for Retry-After. HTTP 429. Source: terraform-provider-outlook #21.</summary>
    public const string Throttled = "ApplicationThrottled";

    /// <summary>The request is over its limit. HTTP 413. The code is also seen as BadRequest.</summary>
    public const string TooLarge = "RequestEntityTooLarge";

    /// <summary>The body is not base64. HTTP 400. Source: graph-docs user-sendmail.</summary>
    public const string InvalidBase64 = "ErrorMimeContentInvalidBase64String";
}
