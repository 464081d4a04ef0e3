using M365Smtp.Probe;

namespace M365Smtp.Tests.Probing;

/// <summary>Each option that cannot be used is refused before anything is connected, and told by its name.</summary>
public class OptionsTests
{
    public static TheoryData<string, Action<GateCheckOptions>> Wrong =>
        new()
        {
            { "Host is empty.", options => options.Host = "" },
            { "Host is empty.", options => options.Host = " \t" },
            { "Host must be a host name, without a user name or password.", options => options.Host = "a:b@c.example" },
            { "Port must be between 1 and 65535.", options => options.Port = 0 },
            { "Port must be between 1 and 65535.", options => options.Port = 65_536 },
            { "Timeout must be more than zero and at most one hour.", options => options.Timeout = TimeSpan.Zero },
            {
                "Timeout must be more than zero and at most one hour.",
                options => options.Timeout = TimeSpan.FromHours(1) + TimeSpan.FromTicks(1)
            },
            { "ExpiryWarning must not be negative.", options => options.ExpiryWarning = TimeSpan.FromTicks(-1) },
            { "ClientName must be a name without blanks.", options => options.ClientName = "two words" },
            { "ClientName must be a name without blanks.", options => options.ClientName = "" },
            { "Mailbox is needed for a sign-in.", options => options.Mailbox = null },
            { "Mailbox is needed for a sign-in.", options => options.Mailbox = "" },
            { "Mailbox must be an address without blanks or brackets.", options => options.Mailbox = "a\u0007@c.com" },
            { "Mailbox must be an address without blanks or brackets.", options => options.Mailbox = "<a@c.com>" },
            { "Mailbox must be an address without blanks or brackets.", options => options.Mailbox = "a>@c.com" },
            {
                "Mailbox must be an address without blanks or brackets.",
                options => options.Mailbox = new string('a', 321)
            },
            {
                "SendTestFrom must be an address without blanks or brackets.",
                options => options.SendTestFrom = "a@c.com\r\nRSET"
            },
            { "SendTestFrom must be an address without blanks or brackets.", options => options.SendTestFrom = "" },
            { "SendTestTo must be an address without blanks or brackets.", options => options.SendTestTo = "b @c.com" },
            {
                "SendTestFrom needs a password or a token.",
                options => (options.Password, options.SendTestFrom) = (null, "a@contoso.com")
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task An_option_that_cannot_be_used_is_named(string problem, Action<GateCheckOptions> spoil)
    {
        var options = Sample.WithPassword();
        spoil(options);

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            GateCheck.RunAsync(options, TestContext.Current.CancellationToken)
        );

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Password, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(65_535, 36_000_000_000)]
    public void What_stands_on_the_border_is_used(int port, long ticks)
    {
        var options = Sample.WithPassword();
        (options.Port, options.Timeout, options.ExpiryWarning) = (port, TimeSpan.FromTicks(ticks), TimeSpan.Zero);
        options.Mailbox = new string('a', 320);

        Assert.Empty(OptionsCheck.Problems(options));
    }

    [Fact]
    public void What_nobody_sets_is_as_documented()
    {
        var options = new GateCheckOptions();

        Assert.Equal(
            ("smtp.office365.com", 587, "gatecheck.local", TimeSpan.FromSeconds(30), TimeSpan.FromDays(30)),
            (options.Host, options.Port, options.ClientName, options.Timeout, options.ExpiryWarning)
        );
    }
}
