namespace M365Smtp.Knowledge;

/// <summary>The size limits of requests to Microsoft Graph.</summary>
internal static class GraphLimits
{
    /// <summary>Bytes of a request body; more gets HTTP 413. Source: facts 6c; graph-docs #8362.</summary>
    public const int RequestBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of a message whose base64 form fits into one request.</summary>
    public const int MessageBytes = RequestBytes / 4 * 3;

    /// <summary>
    /// Bytes from which an attachment requires an upload session. Source: graph-docs outlook-large-attachments.
    /// </summary>
    public const int UploadFrom = 3 * 1024 * 1024;

    /// <summary>Maximum bytes of an attachment in an upload session. Source: as above.</summary>
    public const int UploadUpTo = 150 * 1024 * 1024;

    /// <summary>Bytes of one range of an upload session, which may hold up to 4 MB. Source: as above.</summary>
    public const int UploadRange = 12 * 320 * 1024;
}
