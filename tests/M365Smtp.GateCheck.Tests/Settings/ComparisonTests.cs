using M365Smtp.Tests.Probing;

namespace M365Smtp.Tests.Settings;

public class ComparisonTests
{
    static readonly GateSettings Recommended = new() { Tenant = SmtpAuthSwitch.Blocked, Mailbox = SmtpAuthSwitch.Allowed };

    static Task<GateReport> AnsweredAsync(string? refusal) =>
        PlayedServer.With(line => line == Sample.PasswordOnTheWire && refusal is not null ? refusal + "\r\n" : null).RunAsync(Sample.WithPassword());

    [Fact]
    public async Task What_is_set_stands_beside_what_was_answered()
    {
        var report = (await AnsweredAsync(null)).ComparedWith(Recommended);

        Assert.Empty(report.Notes);
        Assert.EndsWith("Set: blocked, overridden by the mailbox.", report.Gates.Single(gate => gate.Gate == Gate.TenantSmtpAuth).Evidence);
        Assert.EndsWith("Set: allowed.", report.Gates.Single(gate => gate.Gate == Gate.MailboxSmtpAuth).Evidence);
    }

    [Fact]
    public async Task A_change_that_has_not_arrived_is_pointed_out() =>
        Assert.Contains("Wait before trying again", Assert.Single((await AnsweredAsync("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.")).ComparedWith(Recommended).Notes));

    [Fact]
    public async Task A_block_that_has_not_arrived_is_pointed_out() =>
        Assert.Contains("It will stop working", Assert.Single((await AnsweredAsync(null)).ComparedWith(new() { Mailbox = SmtpAuthSwitch.Blocked }).Notes));

    [Fact]
    public async Task A_refusal_that_the_settings_explain_needs_no_note() =>
        Assert.Empty((await AnsweredAsync("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.")).ComparedWith(new() { Mailbox = SmtpAuthSwitch.Blocked }).Notes);

    [Fact]
    public async Task An_alias_is_told_from_the_UPN() =>
        Assert.Equal(["'alerts@contoso.com' is not the UPN; sign in as 'svc-alerts@contoso.com'."],
            (await AnsweredAsync("535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.")).ComparedWith(new() { UserPrincipalName = "svc-alerts@contoso.com" }).Notes);
}
