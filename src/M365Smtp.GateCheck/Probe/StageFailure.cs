namespace M365Smtp.Probe;

/// <summary>Ends a probe at a stage; never leaves the probe.</summary>
/// <param name="reply">What the server answered, if it did.</param>
internal sealed class StageFailure(Gate gate, string detail, ServerReply? reply = null) : Exception(detail)
{
    public Gate Gate => gate;
    public ServerReply? Reply => reply;
    public Remedy? Remedy { get; init; }

    /// <summary>Whether the server still listens, so that QUIT makes sense.</summary>
    public bool SessionLives { get; init; } = reply is not null;
}
