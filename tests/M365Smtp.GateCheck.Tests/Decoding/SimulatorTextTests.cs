using System.Net.Sockets;
using System.Reflection;
using M365Smtp.Simulator;

namespace M365Smtp.Tests.Decoding;

/// <summary>What the simulator says, the decoder explains.</summary>
public class SimulatorTextTests
{
    public static TheoryData<string> Refusals =>
        [
            .. typeof(SmtpSimulator)
                .Assembly.GetType("M365Smtp.Simulator.ReplyTexts", throwOnError: true)!
                .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(constant => constant.IsLiteral)
                .Select(constant => (string)constant.GetRawConstantValue()!)
                .Where(text => text[0] is '4' or '5'),
        ];

    [Theory, MemberData(nameof(Refusals))]
    public void Every_refusal_of_the_simulator_is_explained(string reply)
    {
        var explanation = SmtpReply.Explain(reply);

        Assert.NotEqual(ReplyCause.Unknown, explanation.Cause);
        Assert.NotEmpty(explanation.Remedies);
        Assert.Equal(reply, explanation.Reply);
    }

    [Fact]
    public void There_are_some() => Assert.True(Refusals.Count >= 9);

    [Theory]
    [InlineData("BOGUS", "ProtocolError")]
    [InlineData("MAIL FROM:<a@contoso.com>", "ProtocolError")]
    public async Task And_what_it_says_to_a_client_that_errs(string command, string cause)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = new TcpClient(server.Host, server.Port);
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        await writer.WriteLineAsync(command);

        Assert.Equal(
            cause,
            SmtpReply.Explain((await reader.ReadLineAsync(TestContext.Current.CancellationToken))!).Cause.ToString()
        );
    }

    public static TheoryData<string> Scenarios =>
        [.. Scenario.All.Where(scenario => scenario != Scenario.Open).Select(scenario => scenario.Name)];

    [Theory, MemberData(nameof(Scenarios))]
    public void Every_scenario_has_remedies(string name)
    {
        var cause = Enum.Parse<ReplyCause>(Scenario.Find(name)!.Cause);

        Assert.NotEmpty(M365Smtp.Knowledge.Causes.Of(cause).Remedies);
    }
}
