using System.Text;

namespace M365Smtp.Simulator;

/// <summary>A fault of the network or of the server's connection. <see cref="None"/> by default.</summary>
public sealed record NetworkFault
{
    enum Kind
    {
        None,
        Slow,
        Cut,
        Silence,
        Garbage,
        EndlessLine,
        NoStartTls,
        Certificate,
        Echo,
    }

    readonly Kind kind;
    readonly SmtpStage stage;

    NetworkFault(Kind kind, SmtpStage stage = default) => (this.kind, this.stage) = (kind, stage);

    internal TimeSpan Pause { get; private init; }

    internal CertificateFault CertificateFault { get; private init; }

    internal bool Echoes(SmtpStage at) => kind == Kind.Echo && at == stage;

    internal bool KeepsWhatItHears => kind == Kind.Echo;

    internal bool HidesStartTls => kind == Kind.NoStartTls;

    /// <summary>No fault.</summary>
    public static NetworkFault None { get; } = new(Kind.None);

    /// <summary>STARTTLS is not offered, as behind a middlebox that strips it.</summary>
    public static NetworkFault NoStartTls { get; } = new(Kind.NoStartTls);

    /// <summary>Every reply is delayed.</summary>
    /// <param name="delay">The delay before each reply, measured by the simulator's <see cref="TimeProvider"/>.</param>
    public static NetworkFault Slow(TimeSpan delay) => new(Kind.Slow) { Pause = delay };

    /// <summary>The connection closes instead of a reply at that stage.</summary>
    public static NetworkFault Cut(SmtpStage at) => new(Kind.Cut, at);

    /// <summary>No reply is sent at that stage, and the connection stays open.</summary>
    public static NetworkFault Silence(SmtpStage at) => new(Kind.Silence, at);

    /// <summary>Bytes that are not SMTP are sent instead of a reply.</summary>
    public static NetworkFault Garbage(SmtpStage at) => new(Kind.Garbage, at);

    /// <summary>An endless line is sent instead of a reply, until the client disconnects.</summary>
    public static NetworkFault EndlessLine(SmtpStage at) => new(Kind.EndlessLine, at);

    /// <summary>
    /// At that stage, the server refuses by echoing everything the client sent, raw, decoded and encoded, including
    /// passwords.
    /// </summary>
    public static NetworkFault Echo(SmtpStage at) => new(Kind.Echo, at);

    /// <summary>The server presents a certificate that a careful client refuses.</summary>
    public static NetworkFault WrongCertificate(CertificateFault fault) =>
        new(Kind.Certificate) { CertificateFault = fault };

    /// <summary>A description of the fault, as shown in the transcript.</summary>
    public override string ToString() =>
        kind switch
        {
            Kind.None => "(no fault)",
            Kind.Slow => FormattableString.Invariant($"(each reply {Pause.TotalMilliseconds} ms late)"),
            Kind.NoStartTls => "(no STARTTLS)",
            Kind.Certificate => $"(certificate: {CertificateFault})",
            _ => $"({kind} at {stage})",
        };

    internal bool Strikes(SmtpStage at) =>
        at == stage && kind is Kind.Cut or Kind.Silence or Kind.Garbage or Kind.EndlessLine;

    internal async Task StrikeAsync(Stream stream, CancellationToken stopping)
    {
        switch (kind)
        {
            case Kind.Silence:
                await Task.Delay(Timeout.Infinite, stopping).ConfigureAwait(false);
                break;
            case Kind.Garbage:
                var garbage = new byte[256];
                for (var i = 0; i < garbage.Length; i++)
                    garbage[i] = (byte)(i * 7 % 251);
                await stream.WriteAsync(garbage, 0, garbage.Length, stopping).ConfigureAwait(false);
                break;
            case Kind.EndlessLine:
                var part = Encoding.ASCII.GetBytes("250-" + new string('x', 8188));
                while (true)
                    await stream.WriteAsync(part, 0, part.Length, stopping).ConfigureAwait(false);
        }
        throw new IOException("The simulated network ended the connection.");
    }
}
