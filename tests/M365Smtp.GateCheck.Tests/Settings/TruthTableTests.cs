namespace M365Smtp.Tests.Settings;

public class TruthTableTests
{
    [Theory]
    // The mailbox switch decides if it has a value.
    [InlineData(SmtpAuthSwitch.Allowed, SmtpAuthSwitch.Blocked, SmtpAuthDecision.Allowed)]
    [InlineData(SmtpAuthSwitch.Allowed, SmtpAuthSwitch.Allowed, SmtpAuthDecision.Allowed)]
    [InlineData(SmtpAuthSwitch.Allowed, SmtpAuthSwitch.NotRead, SmtpAuthDecision.Allowed)]
    [InlineData(SmtpAuthSwitch.Blocked, SmtpAuthSwitch.Blocked, SmtpAuthDecision.BlockedForMailbox)]
    [InlineData(SmtpAuthSwitch.Blocked, SmtpAuthSwitch.Allowed, SmtpAuthDecision.BlockedForMailbox)]
    [InlineData(SmtpAuthSwitch.Blocked, SmtpAuthSwitch.NotRead, SmtpAuthDecision.BlockedForMailbox)]
    // Otherwise the tenant switch decides.
    [InlineData(SmtpAuthSwitch.Inherited, SmtpAuthSwitch.Blocked, SmtpAuthDecision.BlockedForTenant)]
    [InlineData(SmtpAuthSwitch.Inherited, SmtpAuthSwitch.Allowed, SmtpAuthDecision.Allowed)]
    // A switch that was not read decides nothing.
    [InlineData(SmtpAuthSwitch.Inherited, SmtpAuthSwitch.NotRead, SmtpAuthDecision.Unknown)]
    [InlineData(SmtpAuthSwitch.NotRead, SmtpAuthSwitch.Blocked, SmtpAuthDecision.Unknown)]
    [InlineData(SmtpAuthSwitch.NotRead, SmtpAuthSwitch.Allowed, SmtpAuthDecision.Unknown)]
    [InlineData(SmtpAuthSwitch.NotRead, SmtpAuthSwitch.NotRead, SmtpAuthDecision.Unknown)]
    public void The_mailbox_overrides_the_tenant(
        SmtpAuthSwitch mailbox,
        SmtpAuthSwitch tenant,
        SmtpAuthDecision decision
    ) => Assert.Equal(decision, GateSettings.Decide(mailbox, tenant));
}
