namespace M365Smtp.Tool.Lint.Reading;

/// <summary>A settings file cannot be read. The message names the position but never the text there, which may be a
/// secret.</summary>
/// <param name="line">1-based; null if there is no position.</param>
internal sealed class UnreadableException(string message, long? line = null) : Exception(message)
{
    public long? Line => line;
}
