namespace M365Smtp.Knowledge;

/// <summary>Microsoft Graph's error responses, verbatim.</summary>
internal sealed record GraphReplies(int Status, string Code, string Message, string Source)
{
    public static readonly GraphReplies NoToken = new(
        401,
        GraphErrors.InvalidToken,
        "Access token is empty.",
        "public logs (C+)"
    );

    public static readonly GraphReplies MalformedToken = new(
        401,
        GraphErrors.InvalidToken,
        "IDX14100: JWT is not well formed, there are no dots (.).",
        "public logs (C+)"
    );

    public static readonly GraphReplies WrongSignature = new(
        401,
        GraphErrors.InvalidToken,
        "Access token validation failure.",
        "public logs (C+)"
    );

    public static readonly GraphReplies WrongAudience = new(
        401,
        GraphErrors.InvalidToken,
        "Access token validation failure. Invalid audience.",
        "public logs (C+)"
    );

    public static readonly GraphReplies ExpiredToken = new(
        401,
        GraphErrors.InvalidToken,
        "Lifetime validation failed, the token is expired.",
        "mail-archiver #267 (C+)"
    );

    public static readonly GraphReplies AccessDenied = new(
        403,
        GraphErrors.AccessDenied,
        "Access is denied. Check credentials and try again.",
        "public logs (C+)"
    );

    public static readonly GraphReplies AccessPolicy = new(
        403,
        GraphErrors.AccessDenied,
        "Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.",
        "graph-docs #8731; public logs (C+)"
    );

    public static readonly GraphReplies SendAsDenied = new(
        403,
        GraphErrors.SendAsDenied,
        "The user account which was used to submit this request does not have the right to send mail on behalf of "
            + "the specified sending account., Cannot submit message.",
        "msgraph-sdk-php #1499; graph-docs #7446"
    );

    public static readonly GraphReplies NoRestMailbox = new(
        404,
        GraphErrors.NoRestMailbox,
        "The mailbox is either inactive, soft-deleted, or is hosted on-premise.",
        "facts 6b; public logs"
    );

    /// <summary><c>{0}</c> is the user.</summary>
    public static readonly GraphReplies InvalidUser = new(
        404,
        GraphErrors.InvalidUser,
        "The requested user '{0}' is invalid.",
        "graph-docs #5627 (C+)"
    );

    public static readonly GraphReplies InvalidBase64 = new(
        400,
        GraphErrors.InvalidBase64,
        "Invalid base64 string for MIME content.",
        "graph-docs user-sendmail"
    );

    public static readonly GraphReplies TooLarge = new(
        413,
        "BadRequest",
        "The maximum request length supported is 4MB.",
        "graph-docs #682"
    );

    public static readonly GraphReplies Throttled = new(
        429,
        GraphErrors.Throttled,
        "Application is over its MailboxConcurrency limit.",
        "terraform-provider-outlook #21; corso #3695"
    );

    /// <summary>The code is documented, the message is not.</summary>
    public static readonly GraphReplies TooSmallForUpload = new(
        400,
        "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize",
        "Attachment size must be greater than the minimum size.",
        "graph-docs outlook-large-attachments"
    );

    /// <summary>The message is from memory.</summary>
    public static readonly GraphReplies NoRecipients = new(
        400,
        "ErrorInvalidRecipients",
        "At least one recipient isn't valid., A message can't be sent because it contains no recipients.",
        "public logs (C+)"
    );

    /// <summary>The message is from memory.</summary>
    public static readonly GraphReplies ItemNotFound = new(
        404,
        "ErrorItemNotFound",
        "The specified object was not found in the store.",
        "public logs (C+)"
    );

    /// <summary>The message is from memory.</summary>
    public static readonly GraphReplies UnknownPath = new(
        400,
        "BadRequest",
        "Resource not found for the segment '{0}'.",
        "public logs (C+)"
    );

    /// <summary>The message is from memory.</summary>
    public static readonly GraphReplies MalformedBody = new(
        400,
        "BadRequest",
        "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid "
            + "JSON format.",
        "public logs (C+)"
    );
}
