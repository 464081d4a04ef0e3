namespace M365Smtp.Simulator.Graph;

/// <summary>A file added to a draft.</summary>
internal sealed record GraphAttachment(string Name, string ContentType, string? ContentId, byte[] Content)
{
    public string ToPart() =>
        $"Content-Type: {ContentType}; name=\"{Name}\"\r\n"
        + $"Content-Disposition: attachment; filename=\"{Name}\"\r\n"
        + (ContentId is null ? "" : $"Content-Id: <{ContentId}>\r\n")
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + Convert.ToBase64String(Content, Base64FormattingOptions.InsertLineBreaks);
}
