namespace M365Smtp.Probe;

/// <summary>Ends a probe at a stage; never thrown to the caller.</summary>
/// <param name="reply">The server's reply, if any.</param>
internal sealed class StageFailure(Gate gate, string detail, ServerReply? reply = null) : Exception(detail)
{
    public Gate Gate => gate;
    public ServerReply? Reply => reply;
    public Remedy? Remedy { get; init; }

    /// <summary>Whether the server is still reading, so that QUIT makes sense.</summary>
    public bool SessionLives { get; init; } = reply is not null;
}
