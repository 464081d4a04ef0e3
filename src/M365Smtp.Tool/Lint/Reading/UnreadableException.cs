namespace M365Smtp.Tool.Lint.Reading;

/// <summary>A settings file cannot be read. The message names the place and never what stands there, which may be a
/// secret.</summary>
/// <param name="line">From 1; null where there is no place.</param>
internal sealed class UnreadableException(string message, long? line = null) : Exception(message)
{
    public long? Line => line;
}
