using M365Smtp.Simulator;

namespace M365Smtp.Tool.Simulate.Page;

/// <summary>A line of a session, with the explanation of a refusal.</summary>
internal sealed record PageLine(
    int Session,
    string Text,
    string? Cause = null,
    string? Meaning = null,
    string? Command = null
);

/// <summary>A session as shown on the page.</summary>
internal sealed record PageSession(
    int Number,
    string Client,
    string? SignedInAs,
    bool HasEnded,
    IReadOnlyList<PageLine> Lines
);

/// <summary>The latest sessions and messages; older ones are discarded to limit memory.</summary>
internal sealed class PageHistory
{
    public const int MostSessions = 100;
    public const int MostLines = 300;
    public const int MostMessages = 200;
    const long MostMessageBytes = 32_000_000;

    readonly object gate = new();
    readonly LinkedList<(SmtpSession Session, List<PageLine> Lines)> sessions = new();
    readonly LinkedList<(int Id, DeliveredMessage Message, int Size)> messages = new();
    long messageBytes;
    int lastMessage;

    public void Begin(SmtpSession session)
    {
        lock (gate)
        {
            sessions.AddLast((session, []));
            if (sessions.Count > MostSessions)
                sessions.RemoveFirst();
        }
    }

    public void Add(SmtpSession session, PageLine line)
    {
        lock (gate)
        {
            var lines = sessions.LastOrDefault(one => one.Session == session).Lines;
            if (lines is not null && lines.Count < MostLines)
                lines.Add(line);
        }
    }

    /// <summary>The number of the message.</summary>
    public int Add(DeliveredMessage message)
    {
        lock (gate)
        {
            var size = message.ToArray().Length;
            messages.AddLast((++lastMessage, message, size));
            messageBytes += size;
            while (messages.Count > MostMessages || (messageBytes > MostMessageBytes && messages.Count > 1))
            {
                messageBytes -= messages.First!.Value.Size;
                messages.RemoveFirst();
            }
            return lastMessage;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            sessions.Clear();
            messages.Clear();
            messageBytes = 0;
        }
    }

    public IReadOnlyList<PageSession> Sessions
    {
        get
        {
            lock (gate)
                return [.. sessions.Select(View)];
        }
    }

    public IReadOnlyList<(int Id, DeliveredMessage Message)> Messages
    {
        get
        {
            lock (gate)
                return [.. messages.Select(one => (one.Id, one.Message))];
        }
    }

    public PageSession? FindSession(int number)
    {
        lock (gate)
            return sessions.Where(one => one.Session.Number == number).Select(View).SingleOrDefault();
    }

    public DeliveredMessage? FindMessage(int id)
    {
        lock (gate)
            return messages.SingleOrDefault(one => one.Id == id).Message;
    }

    public static PageSession View(SmtpSession session) =>
        new(session.Number, session.Client.ToString(), session.SignedInAs, session.HasEnded, []);

    static PageSession View((SmtpSession Session, List<PageLine> Lines) one) =>
        View(one.Session) with
        {
            Lines = [.. one.Lines],
        };
}
