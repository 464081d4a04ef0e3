using M365Smtp.Simulator;

namespace M365Smtp.Tests.Clients;

/// <summary>The probe over a broken network, with real TLS.</summary>
public class FaultTests
{
    static async Task<GateReport> ProbeAsync(NetworkFault fault, bool trust = true, TimeSpan? timeout = null)
    {
        await using var server = await SmtpSimulator.StartAsync(
            tenant => tenant.Mailbox(Scenario.Mailbox, Scenario.Password),
            new() { Fault = fault }
        );
        var report = await GateCheck.RunAsync(
            new()
            {
                Host = server.Host,
                Port = server.Port,
                Mailbox = Scenario.Mailbox,
                Password = Scenario.Password,
                TrustedAuthority = trust ? server.Certificate.Authority : null,
                Timeout = timeout ?? TimeSpan.FromSeconds(30),
            },
            TestContext.Current.CancellationToken
        );
        Assert.All(
            server.Sessions,
            session => Assert.True(report.Verdict == GateVerdict.Open || session.SignedInAs is null)
        );
        return report;
    }

    [Fact]
    public async Task Without_a_fault_the_verdict_is_open()
    {
        var report = await ProbeAsync(NetworkFault.None);

        Assert.Equal(GateVerdict.Open, report.Verdict);
        Assert.StartsWith("TLS 1.", report.Stages[(int)ProbeStage.Tls].Detail);
    }

    [Theory]
    [InlineData(CertificateFault.WrongName)]
    [InlineData(CertificateFault.Expired)]
    [InlineData(CertificateFault.UnknownAuthority)]
    public async Task A_wrong_certificate_gets_no_password(CertificateFault fault) =>
        Assert.Equal((GateVerdict.Closed, Gate.Tls), await VerdictAsync(NetworkFault.WrongCertificate(fault)));

    [Fact]
    public async Task Nobody_trusts_the_simulator_unasked() =>
        Assert.Equal(Gate.Tls, (await ProbeAsync(NetworkFault.None, trust: false)).ClosedGate);

    [Fact]
    public async Task A_server_without_STARTTLS_gets_no_password() =>
        Assert.Equal((GateVerdict.Closed, Gate.Tls), await VerdictAsync(NetworkFault.NoStartTls));

    [Theory]
    [InlineData(SmtpStage.Banner)]
    [InlineData(SmtpStage.Ehlo)]
    [InlineData(SmtpStage.EhloAfterTls)]
    [InlineData(SmtpStage.Auth)]
    public async Task A_server_fault_closes_no_gate(SmtpStage at)
    {
        foreach (var fault in new[] { NetworkFault.Cut(at), NetworkFault.Garbage(at), NetworkFault.EndlessLine(at) })
            Assert.Equal((GateVerdict.Unknown, Gate.Unknown), await VerdictAsync(fault));
    }

    [Theory]
    [InlineData(SmtpStage.Banner)]
    [InlineData(SmtpStage.Auth)]
    public async Task A_check_of_a_silent_server_ends_at_the_deadline(SmtpStage at)
    {
        var report = await ProbeAsync(NetworkFault.Silence(at), timeout: TimeSpan.FromMilliseconds(700));

        Assert.Equal(
            "The deadline passed.",
            Assert.Single(report.Stages, stage => stage.Outcome == StageOutcome.Failed).Detail
        );
    }

    [Fact]
    public async Task A_closed_port_closes_the_network_gate()
    {
        int port;
        await using (var server = await SmtpSimulator.StartAsync(Scenario.Open))
            port = server.Port;

        var report = await GateCheck.RunAsync(
            new() { Host = "127.0.0.1", Port = port },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            (GateVerdict.Closed, Gate.Network, StageOutcome.Failed),
            (report.Verdict, report.ClosedGate, report.Stages[(int)ProbeStage.Connect].Outcome)
        );
    }

    static async Task<(GateVerdict, Gate)> VerdictAsync(NetworkFault fault)
    {
        var report = await ProbeAsync(fault);
        return (report.Verdict, report.ClosedGate);
    }
}
