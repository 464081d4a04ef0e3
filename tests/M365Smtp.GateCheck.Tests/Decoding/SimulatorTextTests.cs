using System.Net.Sockets;
using System.Reflection;
using M365Smtp.Simulator;

namespace M365Smtp.Tests.Decoding;

/// <summary>The decoder explains every reply of the simulator.</summary>
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
    public void The_simulator_has_at_least_nine_refusals() => Assert.True(Refusals.Count >= 9);

    [Theory]
    [InlineData("BOGUS", "ProtocolError")]
    [InlineData("MAIL FROM:<a@contoso.com>", "ProtocolError")]
    public async Task Every_reply_to_a_wrong_command_is_explained(string command, string cause)
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
