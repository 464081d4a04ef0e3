using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using static M365Smtp.Analyzers.Rules.Authentication.WrongOAuthScope;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class WrongOAuthScopeTests
{
    [Theory]
    [InlineData("https://graph.microsoft.com/.default", "https://outlook.office365.com/.default")]
    [InlineData("https://graph.microsoft.com/Mail.Send", "https://outlook.office.com/SMTP.Send")]
    [InlineData(
        "https://graph.microsoft.com/SMTP.Send offline_access",
        "https://outlook.office.com/SMTP.Send offline_access"
    )]
    [InlineData("SMTP.Send", "https://outlook.office.com/SMTP.Send")]
    [InlineData("offline_access Mail.Send", "offline_access https://outlook.office.com/SMTP.Send")]
    [InlineData("https://outlook.office365.com/SMTP.SendAsApp", "https://outlook.office365.com/.default")]
    [InlineData("SMTP.SendAsApp", "https://outlook.office365.com/.default")]
    [InlineData("https://outlook.office365.us/.default", "https://outlook.office365.com/.default")]
    [InlineData("https://partner.outlook.cn/SMTP.Send", "https://outlook.office.com/SMTP.Send")]
    public void A_token_for_something_else_is_asked_for_anew(string wrong, string right)
    {
        Assert.Equal($"Replace \"{wrong}\": \"{right}\"", Rule.Fix(MailKitClient().WithToken(wrong)));
        Assert.Contains(
            "535 5.7.3 Authentication unsuccessful",
            Rule.Says(MailKitClient().WithToken(wrong)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("smtp.office365.us", "https://outlook.office365.us/.default")]
    [InlineData("outlook-dod.office365.us", "https://outlook-dod.office365.us/.default")]
    [InlineData("smtp.partner.outlook.cn", "https://partner.outlook.cn/.default")]
    [InlineData("smtp-mail.outlook.com", "https://outlook.office.com/SMTP.Send")]
    public void The_right_scope_is_the_one_of_the_clouds_own(string host, string scope)
    {
        Assert.Equal(
            $"Replace \"https://graph.microsoft.com/.default\": \"{scope}\"",
            Rule.Fix(MailKitClient(host).WithToken("https://graph.microsoft.com/.default"))
        );
        Rule.IsSilent(MailKitClient(host).WithToken(scope));
    }

    [Theory]
    [InlineData("https://outlook.office.com/SMTP.Send")]
    [InlineData("https://outlook.office365.com/SMTP.Send")]
    [InlineData("https://outlook.office365.com/.default")]
    [InlineData("https://outlook.office.com/.default")]
    [InlineData("offline_access https://outlook.office.com/SMTP.Send")]
    [InlineData("https://outlook.office.com/smtp.send User.Read")]
    public void Both_names_of_Exchange_Online_are_right(string scope) =>
        Rule.IsSilent(MailKitClient().WithToken(scope));

    [Theory]
    [InlineData("https://ps.outlook.com/.default")]
    [InlineData("api://mail-gateway/.default")]
    [InlineData("00000002-0000-0ff1-ce00-000000000000/.default")]
    [InlineData("https://outlook.office.com/IMAP.AccessAsUser.All")]
    [InlineData("offline_access openid")]
    [InlineData("")]
    public void What_is_neither_right_nor_wrong_is_silence(string scope) =>
        Rule.IsSilent(MailKitClient().WithToken(scope));

    static SmtpUsage OfApplication(string scope) =>
        MailKitClient()
            .SignedIn(
                new Credential("XOAUTH2", Fact<string>.Unknown, Fact<string>.Unknown)
                {
                    Scope = Literal(54, scope),
                    IsForApplication = true,
                }
            );

    [Theory]
    [InlineData("https://outlook.office.com/SMTP.Send")]
    [InlineData("https://outlook.office365.com/SMTP.Send offline_access")]
    public void An_application_cannot_request_the_scope_of_a_user(string scope)
    {
        var use = OfApplication(scope);
        Assert.Contains("\"AADSTS1002012\"", Rule.Says(use), StringComparison.Ordinal);
        Assert.Equal($"Replace \"{scope}\": \"https://outlook.office365.com/.default\"", Rule.Fix(use));
    }

    [Fact]
    public void An_application_is_given_its_own_scope_instead_of_one_for_Graph() =>
        Assert.Equal(
            "Replace \"https://graph.microsoft.com/Mail.Send\": \"https://outlook.office365.com/.default\"",
            Rule.Fix(OfApplication("https://graph.microsoft.com/Mail.Send"))
        );

    [Fact]
    public void The_scope_of_an_application_is_right() =>
        Rule.IsSilent(OfApplication("https://outlook.office365.com/.default"));

    [Fact]
    public void An_unknown_scope_is_silence() => Rule.IsSilent(MailKitClient().WithToken());

    [Fact]
    public void A_password_has_no_scope() =>
        Rule.IsSilent(
            MailKitClient()
                .SignedIn(
                    new Credential(null, Fact<string>.Unknown, Fact<string>.Unknown)
                    {
                        Scope = Literal(54, "SMTP.Send"),
                    }
                )
        );

    [Fact]
    public void Where_no_document_names_a_scope_none_is_wrong() =>
        Rule.IsSilent(MailKitClient(Gmail).WithToken("https://graph.microsoft.com/.default"));

    [Fact]
    public void Every_documented_scope_is_right_in_its_cloud() =>
        Assert.All(
            OAuthScopes.All,
            row =>
                Assert.All(
                    new[] { row.AppOnly, row.Delegated }.OfType<string>(),
                    scope =>
                        Assert.True(OAuthScopes.IsRight(scope, row.Cloud) && !OAuthScopes.IsWrong(scope, row.Cloud))
                )
        );
}
