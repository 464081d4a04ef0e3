using System.Net;

namespace M365Smtp.Simulator;

/// <summary>One connection to the simulator. Contains no passwords, tokens or messages.</summary>
public sealed class SmtpSession
{
    readonly List<string> transcript = [];
    readonly SimulatorOptions options;

    internal SmtpSession(int number, IPAddress client, SimulatorOptions options) =>
        (Number, Client, this.options) = (number, client, options);

    /// <summary>The number of the connection, starting at 1.</summary>
    public int Number { get; }

    /// <summary>The client's IP address.</summary>
    public IPAddress Client { get; }

    /// <summary>The UPN that signed in, or null.</summary>
    public string? SignedInAs { get; internal set; }

    /// <summary>Whether the connection is closed.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>
    /// The lines so far. They begin with <c>C: </c> (client), <c>S: </c> (server) or <c># </c> (the simulator's notes).
    /// </summary>
    public IReadOnlyList<string> Transcript
    {
        get
        {
            lock (transcript)
                return [.. transcript];
        }
    }

    internal void FromClient(string line) => Write("C: " + line);

    internal void FromServer(string reply)
    {
        foreach (var line in reply.Split('\n'))
            Write("S: " + line.TrimEnd('\r'));
    }

    internal void Note(string text) => Write("# " + text);

    internal void Begin()
    {
        options.SessionStarted?.Invoke(this);
        Note($"connected from {Client}");
    }

    internal void End()
    {
        HasEnded = true;
        Note("closed");
    }

    void Write(string line)
    {
        lock (transcript)
            transcript.Add(line);
        options.Log?.Invoke($"[{Number}] {line}");
        options.LineHeard?.Invoke(this, line);
    }
}
