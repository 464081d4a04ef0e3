using System.CommandLine;
using M365Smtp.Simulator;

namespace M365Smtp.Tool.Simulate;

/// <summary>The options that break the simulated network; only one at a time.</summary>
internal static class FaultOptions
{
    static readonly Option<int?> Delay = NumberOption.NotNegative("--delay", "MS", "Milliseconds before each reply.");
    static readonly Option<bool> NoStartTls = new("--no-starttls") { Description = "STARTTLS is not offered." };
    static readonly Option<SmtpStage?> CutAt = new("--cut-at")
    {
        Description = "The connection ends in place of the reply at this stage.",
    };
    static readonly Option<SmtpStage?> EchoAt = new("--echo-at")
    {
        Description = "The server repeats all it was sent, passwords too, at this stage.",
    };
    static readonly Option<CertificateFault> Certificate = new("--certificate")
    {
        Description = "What is wrong with the server certificate.",
    };

    public static IEnumerable<Option> All => [Delay, NoStartTls, CutAt, EchoAt, Certificate];

    public static NetworkFault Read(ParseResult parsed)
    {
        List<NetworkFault> faults = [];
        if (parsed.GetValue(Delay) is > 0 and var delay)
            faults.Add(NetworkFault.Slow(TimeSpan.FromMilliseconds(delay)));
        if (parsed.GetValue(NoStartTls))
            faults.Add(NetworkFault.NoStartTls);
        if (parsed.GetValue(CutAt) is { } stage)
            faults.Add(NetworkFault.Cut(stage));
        if (parsed.GetValue(EchoAt) is { } echo)
            faults.Add(NetworkFault.Echo(echo));
        if (parsed.GetValue(Certificate) is not CertificateFault.None and var fault)
            faults.Add(NetworkFault.WrongCertificate(fault));
        return faults switch
        {
            [] => NetworkFault.None,
            [var only] => only,
            _ => throw new UsageException(
                "Break one thing at a time: --delay, --no-starttls, --cut-at, --echo-at or --certificate."
            ),
        };
    }
}
