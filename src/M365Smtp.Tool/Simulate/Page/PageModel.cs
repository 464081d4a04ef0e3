using M365Smtp.Simulator;

namespace M365Smtp.Tool.Simulate.Page;

/// <summary>The state of the page: the simulator, its gates, and the history.</summary>
/// <param name="mailbox">The mailbox to which the limits apply.</param>
/// <param name="password">Its password as the page may show it; null if it came from the environment.</param>
/// <param name="tenant">Restores the settings from the command line: mailboxes and applications without gates.</param>
internal sealed class PageModel(string mailbox, string? password, Func<Tenant, Tenant> tenant)
{
    readonly object gate = new();
    SmtpSimulator? simulator;
    GateSwitches switches = new();
    Scenario? scripted;
    string fault = "none";

    public PageHistory History { get; } = new();

    public PageFeed Feed { get; } = new();

    public GateSwitches Switches
    {
        get
        {
            lock (gate)
                return switches;
        }
    }

    /// <summary>The authority that a client must trust.</summary>
    public string AuthorityPem => simulator!.Certificate.AuthorityPem;

    /// <summary>Options that report everything the simulator does to this page.</summary>
    public SimulatorOptions Listen(SimulatorOptions options) =>
        options with
        {
            SessionStarted = session =>
            {
                History.Begin(session);
                Feed.Publish("session", PageHistory.View(session));
            },
            LineHeard = (session, text) =>
            {
                var line = Explained(session.Number, text);
                History.Add(session, line);
                Feed.Publish("line", line);
            },
            MessageAccepted = message =>
            {
                var id = History.Add(message);
                Feed.Publish("message", Summary(id, message));
                Feed.Publish("state", State());
            },
            SessionEnded = session =>
            {
                Feed.Publish("session", PageHistory.View(session));
                Feed.Publish("state", State());
                // The history keeps the latest; the simulator does not have to keep any.
                simulator?.Clear();
            },
        };

    /// <param name="initial">The switches set by the scenario and the command line.</param>
    public void Start(SmtpSimulator started, Scenario scenario, GateSwitches initial)
    {
        simulator = started;
        Set(initial, GateSwitches.Of(scenario) is null ? scenario : null);
    }

    public bool TrySwitch(GateSwitches wanted)
    {
        if (!wanted.IsValid)
            return false;
        return Set(wanted, null);
    }

    public bool TryPlay(string name)
    {
        if (Scenario.Find(name) is not { } scenario)
            return false;
        return GateSwitches.Of(scenario) is { } made ? Set(made, null) : Set(new(), scenario);
    }

    public bool TryBreak(string name)
    {
        if (!Faults.TryGetValue(name, out var wanted))
            return false;
        lock (gate)
        {
            fault = name;
            simulator!.Fault = wanted;
        }
        Feed.Publish("state", State());
        return true;
    }

    public bool Clear()
    {
        History.Clear();
        simulator!.Clear();
        Feed.Publish("all", Everything());
        return true;
    }

    public string? TestOf(int session)
    {
        lock (gate)
            return History.FindSession(session) is { } found ? SessionTest.Of(found, switches, scripted) : null;
    }

    public object Everything() =>
        new
        {
            State = State(),
            History.Sessions,
            Messages = History.Messages.Select(one => Summary(one.Id, one.Message)),
        };

    public object State()
    {
        lock (gate)
        {
            return new
            {
                simulator!.Host,
                simulator.Port,
                Mailbox = mailbox,
                Password = password,
                Switches = switches,
                Scenario = (scripted ?? Scenarios.FirstOrDefault(one => GateSwitches.Of(one) == switches))?.Name ?? "",
                Scenarios = Scenarios.Select(one => new { one.Name, one.Use }),
                Fault = fault,
                Faults = Faults.Keys,
                Use = simulator.UseOf(mailbox),
            };
        }
    }

    bool Set(GateSwitches wanted, Scenario? scenario)
    {
        lock (gate)
        {
            (switches, scripted) = (wanted, scenario);
            simulator!.Change(_ => wanted.Apply(scenario is null ? tenant(new()) : scenario.Apply(tenant(new()))));
        }
        Feed.Publish("state", State());
        return true;
    }

    PageLine Explained(int session, string text)
    {
        if (text is not ['S', ':', ' ', '4' or '5', _, _, ' ', ..])
            return new(session, text);
        var why = SmtpReply.Explain(text[3..], mailbox);
        var command = why.Remedies.FirstOrDefault(remedy => remedy.PowerShell is not null)?.PowerShell;
        return new(session, text, why.Cause.ToString(), why.Meaning, command);
    }

    static object Summary(int id, DeliveredMessage message) =>
        new
        {
            Id = id,
            message.From,
            message.Recipients,
            Subject = message.Header("Subject") ?? "",
            At = message.AcceptedAt,
            Delayed = message.DeliveredAt > message.AcceptedAt,
        };

    static IEnumerable<Scenario> Scenarios => Scenario.All;

    static readonly Dictionary<string, NetworkFault> Faults = new(StringComparer.Ordinal)
    {
        ["none"] = NetworkFault.None,
        ["slow"] = NetworkFault.Slow(TimeSpan.FromSeconds(2)),
        ["no-starttls"] = NetworkFault.NoStartTls,
        ["cut-at-banner"] = NetworkFault.Cut(SmtpStage.Banner),
        ["cut-at-auth"] = NetworkFault.Cut(SmtpStage.Auth),
        ["cut-at-message"] = NetworkFault.Cut(SmtpStage.Message),
        ["certificate-expired"] = NetworkFault.WrongCertificate(CertificateFault.Expired),
        ["certificate-wrong-name"] = NetworkFault.WrongCertificate(CertificateFault.WrongName),
        ["certificate-untrusted"] = NetworkFault.WrongCertificate(CertificateFault.UnknownAuthority),
    };
}
