using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Rules.Limits;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Limits;

/// <summary>SMTP5001, SMTP5002 and SMTP4009 read the same fact: how often, and how many at a time.</summary>
public class PaceTests
{
    static Rule RuleFor(Pace pace) =>
        pace switch
        {
            Pace.LoopWithoutPause => UnpacedSends.Rule,
            Pace.Parallel => ParallelSends.Rule,
            _ => SignInRetried.Rule,
        };

    [Theory]
    [InlineData(
        Pace.LoopWithoutPause,
        "'smtp.office365.com' accepts 30 messages per minute from a mailbox and throttles the rest"
    )]
    [InlineData(
        Pace.Parallel,
        "the 3 that 'smtp.office365.com' allows per mailbox: the next one gets \"432 4.3.2 Concurrent connections limit exceeded\""
    )]
    [InlineData(Pace.RetryAfterRefusal, "\"535 5.7.139 Authentication unsuccessful, account locked\"")]
    internal void Each_pace_has_its_rule_and_each_rule_its_limit(Pace pace, string says)
    {
        var use = NetMailClient().Paced(pace);
        Assert.Equal("foreach", RuleFor(pace).Underlines(use));
        Assert.EndsWith(says, RuleFor(pace).Says(use), StringComparison.Ordinal);
        Assert.Equal(
            [RuleFor(pace).Id],
            Findings.Of(use).Where(said => said.Finding.At.Text == "foreach").Select(said => said.Rule.Id)
        );
    }

    [Theory]
    [InlineData(Pace.LoopWithoutPause)]
    [InlineData(Pace.Parallel)]
    internal void High_Volume_Email_is_made_for_it(Pace pace) =>
        RuleFor(pace).IsSilent(NetMailClient("smtp.hve.mx.microsoft").Paced(pace));

    [Theory]
    [InlineData(Pace.LoopWithoutPause)]
    [InlineData(Pace.Parallel)]
    internal void What_a_consumer_mailbox_may_nobody_says(Pace pace) =>
        RuleFor(pace).IsSilent(NetMailClient("smtp-mail.outlook.com").Paced(pace));

    [Fact]
    public void A_refusal_stays_one_at_High_Volume_Email() =>
        SignInRetried.Rule.Fires(NetMailClient("smtp.hve.mx.microsoft").Paced(Pace.RetryAfterRefusal));

    [Theory]
    [InlineData(Pace.LoopWithoutPause)]
    [InlineData(Pace.Parallel)]
    [InlineData(Pace.RetryAfterRefusal)]
    internal void Other_servers_have_other_limits(Pace pace)
    {
        RuleFor(pace).IsSilent(NetMailClient(Gmail).Paced(pace));
        RuleFor(pace).IsSilent(NetMailClient(Mx).Paced(pace));
        RuleFor(pace).IsSilent(NetMailClient().Paced(pace).AtUnknownHost());
    }

    [Theory]
    [InlineData(Pace.LoopWithoutPause)]
    [InlineData(Pace.Parallel)]
    [InlineData(Pace.RetryAfterRefusal)]
    internal void An_unknown_pace_is_silence(Pace pace)
    {
        RuleFor(pace).IsSilent(NetMailClient());
        RuleFor(pace).IsSilent(NetMailClient() with { Pace = Fact<Pace>.Unknown });
    }
}
