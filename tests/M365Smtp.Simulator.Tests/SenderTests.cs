namespace M365Smtp.Simulator.Tests;

public class SenderTests
{
    [Fact]
    public async Task A_foreign_From_is_refused_only_after_DATA_and_both_addresses_are_named()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);

        Assert.Equal("250 2.1.0 Sender OK", await client.SayAsync("MAIL FROM:<boss@contoso.com>"));
        await client.SayAsync("RSET");
        Assert.StartsWith(
            "554 5.2.252 SendAsDenied; alerts@contoso.com not allowed to send as boss@contoso.com; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied;",
            await client.SendAsync(from: "boss@contoso.com")
        );
        Assert.Empty(server.Messages);
    }

    [Theory]
    [InlineData("boss@contoso.com")]
    [InlineData("Alerts <boss@contoso.com>")]
    [InlineData("\"Contoso, Alerts\" <alerts@contoso.com>, boss@contoso.com")]
    public async Task Send_As_applies_to_the_header_too(string header)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await RawClient.SignedInAsync(server);

        Assert.Contains("not allowed to send as boss@contoso.com;", await client.SendAsync(header: header));
    }

    [Fact]
    public async Task Own_addresses_and_granted_ones_are_accepted()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox(
                Scenario.Mailbox,
                Scenario.Password,
                m => m.Aliases("noreply@contoso.com").SendAs("boss@contoso.com")
            )
        );
        using var client = await RawClient.SignedInAsync(server);

        foreach (var from in new[] { "ALERTS@contoso.com", "noreply@contoso.com", "boss@contoso.com" })
            Assert.StartsWith("250 2.0.0 OK", await client.SendAsync(from));
    }

    [Fact]
    public async Task An_unknown_recipient_is_refused()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.UnknownRecipient("gone@contoso.com").Mailbox(Scenario.Mailbox, Scenario.Password)
        );
        using var client = await RawClient.SignedInAsync(server);

        Assert.StartsWith(
            "550 5.4.1 Recipient address rejected: Access denied",
            await client.SendAsync(to: "gone@contoso.com")
        );
    }
}
