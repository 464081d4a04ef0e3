using System.Net;

namespace M365Smtp.Simulator;

/// <summary>One connection to the simulator, as it was heard. Passwords, tokens and messages are not in it.</summary>
public sealed class SmtpSession
{
    readonly List<string> transcript = [];
    readonly SimulatorOptions options;

    internal SmtpSession(int number, IPAddress client, SimulatorOptions options) =>
        (Number, Client, this.options) = (number, client, options);

    /// <summary>1 for the first connection.</summary>
    public int Number { get; }

    /// <summary>The address the client came from.</summary>
    public IPAddress Client { get; }

    /// <summary>The UPN that signed in, or null.</summary>
    public string? SignedInAs { get; internal set; }

    /// <summary>Whether the connection is closed.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>What was said so far: lines that begin with <c>C: </c>, <c>S: </c> or, for what the simulator thinks,
    /// <c># </c>.</summary>
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
