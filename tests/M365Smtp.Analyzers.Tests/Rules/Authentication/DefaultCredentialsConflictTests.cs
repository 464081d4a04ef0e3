using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Authentication.DefaultCredentialsConflict;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class DefaultCredentialsConflictTests
{
    [Theory]
    [InlineData(Runtime.Modern, true, false)]
    [InlineData(Runtime.Modern, true, true)]
    [InlineData(Runtime.Classic, true, true)]
    [InlineData(Runtime.Classic, false, true)]
    [InlineData(Runtime.Unknown, true, true)]
    internal void The_login_is_gone(Runtime runtime, bool value, bool after)
    {
        var use = (NetMailClient() with { Runtime = runtime }).UsesDefaultCredentials(value, after);
        Assert.Equal($"Remove {(value ? "true" : "false")}", Rule.Fix(use));
        Assert.Equal("new NetworkCredential(user, secret)", Assert.Single(Rule.Fires(use).Also).Text);
        Assert.StartsWith(
            $"UseDefaultCredentials = {(value ? "true" : "false")} discards Credentials, so the client does not sign in",
            Rule.Says(use),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_settings_file_reads_its_own_words()
    {
        var use = NetMailClient() with
        {
            DefaultCredentials = Fact.Known(
                new DefaultCredentials(true, true) { Name = "defaultCredentials", Login = "userName" },
                At(70, "true") with
                {
                    IsSetting = true,
                }
            ),
        };
        Assert.StartsWith("defaultCredentials = true discards userName, so", Rule.Says(use), StringComparison.Ordinal);
        Assert.Equal("Turn off defaultCredentials", Rule.Fires(use).FixTitle);
    }

    [Theory]
    [InlineData(Runtime.Modern, false, false)]
    [InlineData(Runtime.Modern, false, true)]
    [InlineData(Runtime.Classic, true, false)]
    [InlineData(Runtime.Classic, false, false)]
    [InlineData(Runtime.Unknown, true, false)]
    [InlineData(Runtime.Unknown, false, true)]
    internal void The_login_stays_or_may_stay(Runtime runtime, bool value, bool after) =>
        Rule.IsSilent((NetMailClient() with { Runtime = runtime }).UsesDefaultCredentials(value, after));

    [Fact]
    public void Without_a_login_the_Windows_account_cannot_sign_in()
    {
        var use = NetMailClient().NotSignedIn().UsesDefaultCredentials(true, false);
        Assert.StartsWith(
            "UseDefaultCredentials cannot sign in to Microsoft 365: 'smtp.office365.com' knows no Windows accounts",
            Rule.Says(use),
            StringComparison.Ordinal
        );
        Assert.Empty(Rule.Fires(use).Edits);
        M365Smtp.Analyzers.Rules.Authentication.NotSignedIn.Rule.IsSilent(use);
    }

    [Fact]
    public void Where_true_always_wins_the_login_need_not_be_known()
    {
        var use = NetMailClient().UsesDefaultCredentials(true, false) with { Credential = Fact<Credential>.Unknown };
        Rule.Fires(use with { Runtime = Runtime.Modern });
        Rule.IsSilent(use with { Runtime = Runtime.Classic });
    }

    [Fact]
    public void A_client_that_escapes_may_still_be_changed() =>
        Rule.IsSilent(
            NetMailClient().NotSignedIn().UsesDefaultCredentials(true, false) with
            {
                Moment = Moment.Leaves,
            }
        );

    [Theory]
    [InlineData("exchange.contoso.local")]
    [InlineData(Gmail)]
    public void Another_server_may_know_the_Windows_account(string host) =>
        Rule.IsSilent(NetMailClient(host).UsesDefaultCredentials(true, true));

    [Fact]
    public void Unknown_order_is_silence() =>
        Rule.IsSilent(NetMailClient() with { DefaultCredentials = Fact<DefaultCredentials>.Unknown });

    [Fact]
    public void Unknown_login_is_silence() =>
        Rule.IsSilent(
            NetMailClient().UsesDefaultCredentials(true, true) with
            {
                Credential = Fact<Credential>.Unknown,
            }
        );
}
