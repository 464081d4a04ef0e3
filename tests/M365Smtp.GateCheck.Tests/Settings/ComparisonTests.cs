using M365Smtp.Tests.Probing;

namespace M365Smtp.Tests.Settings;

public class ComparisonTests
{
    static readonly GateSettings Recommended = new()
    {
        Tenant = SmtpAuthSwitch.Blocked,
        Mailbox = SmtpAuthSwitch.Allowed,
    };

    static Task<GateReport> AnsweredAsync(string? refusal) =>
        PlayedServer
            .With(line => line == Sample.PasswordOnTheWire && refusal is not null ? refusal + "\r\n" : null)
            .RunAsync(Sample.WithPassword());

    [Fact]
    public async Task The_settings_are_listed_with_the_replies()
    {
        var report = (await AnsweredAsync(null)).ComparedWith(Recommended);

        Assert.Empty(report.Notes);
        Assert.EndsWith(
            "Set: blocked, overridden by the mailbox.",
            report.Gates.Single(gate => gate.Gate == Gate.TenantSmtpAuth).Evidence
        );
        Assert.EndsWith("Set: allowed.", report.Gates.Single(gate => gate.Gate == Gate.MailboxSmtpAuth).Evidence);
    }

    [Fact]
    public async Task An_opened_gate_that_is_not_yet_effective_is_noted() =>
        Assert.Contains(
            "Wait before trying again",
            Assert.Single(
                (
                    await AnsweredAsync(
                        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant."
                    )
                )
                    .ComparedWith(Recommended)
                    .Notes
            )
        );

    [Fact]
    public async Task A_closed_gate_that_is_not_yet_effective_is_noted() =>
        Assert.Contains(
            "It will stop working",
            Assert.Single((await AnsweredAsync(null)).ComparedWith(new() { Mailbox = SmtpAuthSwitch.Blocked }).Notes)
        );

    [Fact]
    public async Task A_refusal_that_the_settings_explain_needs_no_note() =>
        Assert.Empty(
            (
                await AnsweredAsync(
                    "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox."
                )
            )
                .ComparedWith(new() { Mailbox = SmtpAuthSwitch.Blocked })
                .Notes
        );

    [Fact]
    public async Task An_alias_used_instead_of_the_UPN_is_noted() =>
        Assert.Equal(
            ["'alerts@contoso.com' is not the UPN; sign in as 'svc-alerts@contoso.com'."],
            (await AnsweredAsync("535 5.7.139 Authentication unsuccessful, the user credentials were incorrect."))
                .ComparedWith(new() { UserPrincipalName = "svc-alerts@contoso.com" })
                .Notes
        );

    const string App = "aaaaaaaa-0000-4000-8000-000000000001",
        EnterpriseId = "bbbbbbbb-0000-4000-8000-000000000001",
        RegistrationId = "cccccccc-0000-4000-8000-000000000001";

    [Theory]
    [InlineData("appid")]
    [InlineData("azp")]
    public async Task The_object_id_of_the_app_registration_is_noted_as_wrong(
        string claim
    ) =>
        Assert.Equal(
            [
                $"Exchange Online knows the application by the object id {RegistrationId}, while that of its enterprise application is {EnterpriseId}: Remove-ServicePrincipal -Identity {RegistrationId}, then New-ServicePrincipal -AppId {App} -ObjectId {EnterpriseId}.",
            ],
            (await RefusedAsync(claim)).ComparedWith(Known(App, RegistrationId)).Notes
        );

    [Fact]
    public async Task An_application_without_a_service_principal_is_noted() =>
        Assert.Equal(
            [
                $"The export does not show the application of the token among the service principals: New-ServicePrincipal -AppId {App} -ObjectId {EnterpriseId}.",
            ],
            (await RefusedAsync("appid"))
                .ComparedWith(Known("dddddddd-0000-4000-8000-000000000001", EnterpriseId))
                .Notes
        );

    [Fact]
    public async Task A_correct_service_principal_needs_no_note()
    {
        Assert.Empty((await RefusedAsync("appid")).ComparedWith(Known(App, EnterpriseId)).Notes);
        Assert.Empty((await RefusedAsync("appid")).ComparedWith(Recommended).Notes);
        Assert.Empty((await AnsweredAsync(null)).ComparedWith(Known(App, RegistrationId)).Notes);
    }

    static Task<GateReport> RefusedAsync(string claim)
    {
        var token = Sample.Token(claims =>
        {
            claims.Remove("scp");
            claims.Remove("upn");
            claims["roles"] = new[] { "SMTP.SendAsApp" };
            (claims[claim], claims["oid"]) = (App, EnterpriseId);
        });
        return PlayedServer
            .With(line =>
                line.StartsWith("AUTH XOAUTH2", StringComparison.Ordinal)
                    ? "535 5.7.3 Authentication unsuccessful\r\n"
                    : null
            )
            .RunAsync(Sample.WithToken(token));
    }

    static GateSettings Known(string app, string id) =>
        GateSettings.FromExport(
            $$"""{ "User": { }, "ServicePrincipals": [ { "AppId": "{{app}}", "ObjectId": "{{id}}" } ] }"""
        );
}
