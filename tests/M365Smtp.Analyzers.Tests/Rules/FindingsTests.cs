using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules;

public class FindingsTests
{
    static string[] Ids(params SmtpUsage[] uses) =>
        [.. Findings.OnePerSpan(uses.SelectMany(Findings.Of)).Select(said => said.Rule.Id)];

    [Fact]
    public void A_client_without_settings_gets_each_finding_at_its_own_place() =>
        Assert.Equal(
            ["SMTP1002", "SMTP1005", "SMTP2001", "SMTP4002", "SMTP4005"],
            Ids(NetMailClient("smtp.outlook.com").NotSignedIn().WithDefaultPortAndTls())
        );

    [Fact]
    public void A_dead_host_without_a_port_gets_findings_for_host_port_and_sign_in() =>
        Assert.Equal(
            ["SMTP1001", "SMTP1005", "SMTP4001", "SMTP4002"],
            Ids(Defaults.Resolve(NetMailClient("smtp.live.com") with { Port = Fact<int>.Unset }))
        );

    [Fact]
    public void A_correct_client_of_MailKit_with_a_token_has_no_findings() =>
        Assert.Empty(
            Ids(
                MailKitClient().WithToken("https://outlook.office.com/SMTP.Send").From("app@contoso.com") with
                {
                    Moment = Moment.Send,
                }
            )
        );

    [Fact]
    public void Direct_send_to_the_MX_endpoint_has_no_findings() =>
        Assert.Empty(Ids(NetMailClient(Mx).NotSignedIn().WithDefaultPortAndTls()));

    [Theory]
    [InlineData(Gmail)]
    [InlineData("smtp.sendgrid.net")]
    [InlineData("localhost")]
    public void Another_provider_has_no_findings(string host) =>
        Assert.Empty(
            Ids(
                NetMailClient(host)
                    .SignedIn("apikey", "Tundra!Pepper19", "CONTOSO")
                    .From("a@fabrikam.com")
                    .Paced(Pace.Parallel)
                    .WithDefaultPortAndTls(),
                MailKitClient(host)
                    .OnPort(465)
                    .With(TlsMode.Implicit, "true")
                    .AcceptsAnyCertificate()
                    .WithOldTls("Tls")
                    .RedactsSecrets(false)
            )
        );

    [Fact]
    public void A_process_wide_setting_is_judged_for_its_TLS_only() =>
        Assert.Equal(["SMTP2004", "SMTP2005"], Ids(Process().AcceptsAnyCertificate().WithOldTls("Tls")));

    [Fact]
    public void A_preset_is_judged_for_host_and_port_only() =>
        Assert.Equal(["SMTP1001", "SMTP1004"], Ids(Preset("smtp.live.com", 465).With(TlsMode.None, "false")));

    [Fact]
    public void An_unsupported_mechanism_is_not_also_reported_as_a_password() =>
        Assert.Equal(
            ["SMTP4006"],
            Ids(MailKitClient().SignedIn(new Credential("PLAIN", Fact<string>.Unknown, Fact<string>.Unknown)))
        );

    [Fact]
    public void Of_two_findings_on_one_span_the_more_severe_is_reported()
    {
        // Without a visible creation, SMTP4002 (Info) falls back to the call that SMTP4005 (Warning) underlines.
        var use = NetMailClient().NotSignedIn();
        Assert.Equal(["SMTP4005"], Ids(use with { Site = use.Site with { Creation = null, CreationType = null } }));
    }

    [Fact]
    public void Of_two_equally_severe_findings_the_lower_id_is_reported()
    {
        var foreign = new RuleFinding(AllRules.List.Single(rule => rule.Id == "SMTP3004"), new Finding(At(1, "x")));
        var upn = new RuleFinding(AllRules.List.Single(rule => rule.Id == "SMTP3001"), new Finding(At(1, "x")));
        Assert.Equal([upn], Findings.OnePerSpan([foreign, upn]));
        Assert.Equal([upn], Findings.OnePerSpan([upn, foreign]));
    }

    [Fact]
    public void A_finding_may_be_more_severe_than_its_rule()
    {
        var mild = new RuleFinding(AllRules.List.Single(rule => rule.Id == "SMTP1005"), new Finding(At(1, "x")));
        var severe = new RuleFinding(
            AllRules.List.Single(rule => rule.Id == "SMTP3003"),
            new Finding(At(1, "x")) { Severity = Severity.Warning }
        );
        Assert.Equal([severe], Findings.OnePerSpan([mild, severe]));
    }

    [Fact]
    public void One_const_behind_five_clients_is_one_finding() =>
        Assert.Equal(["SMTP1004", "SMTP4001"], Ids([.. Enumerable.Repeat(MailKitClient().OnPort(465), 5)]));

    [Fact]
    public void Spans_keep_the_order_they_came_in() =>
        Assert.Equal(
            ["3", "1", "2"],
            Findings
                .OnePerSpan(
                    new[] { 3, 1, 2, 1 }.Select(start => new RuleFinding(
                        AllRules.List[0],
                        new Finding(At(start, $"{start}"))
                    ))
                )
                .Select(said => said.Finding.At.Text)
        );
}
