using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Tests.Rules.Endpoint;

public class HostTableTests
{
    [Theory]
    [InlineData("smtp.gmail.com")]
    [InlineData("smtp.mail.yahoo.com")]
    [InlineData("smtp.office365.example.com")]
    [InlineData("smtp.sendgrid.net")]
    [InlineData("smtp.mailgun.org")]
    [InlineData("smtp.zoho.com")]
    [InlineData("smtp.office24.com")]
    [InlineData("smtp.office365.cn")]
    [InlineData("smtp.ionos.com")]
    [InlineData("smtp.mandrillapp.com")]
    [InlineData("smtp.postmarkapp.com")]
    [InlineData("email-smtp.us-east-1.amazonaws.com")]
    [InlineData("mail.contoso.com")]
    [InlineData("outlook.com")]
    [InlineData("login.microsoftonline.com")]
    [InlineData("https://outlook.office365.com")]
    [InlineData("https://outlook.office365.us/")]
    [InlineData("https://partner.outlook.cn/")]
    [InlineData("STARTTLS/smtp.office365.com")]
    [InlineData("localhost")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("://")]
    [InlineData(":587")]
    public void What_is_not_a_mail_host_of_Microsoft_is_not_taken_for_one(string host) => Assert.Null(Hosts.Find(host));

    [Theory]
    [InlineData("smtp.office365.com", HostKind.Submission, Cloud.Worldwide)]
    [InlineData("smtp.office365.com.", HostKind.Submission, Cloud.Worldwide)]
    [InlineData("outlook.office365.us", HostKind.Submission, Cloud.GccHigh)]
    [InlineData("webmail.apps.mil", HostKind.Submission, Cloud.Dod)]
    [InlineData("smtp.partner.outlook.cn", HostKind.Submission, Cloud.China)]
    [InlineData("smtp.hve.mx.microsoft", HostKind.Submission, Cloud.HighVolume)]
    [InlineData("smtp-mail.outlook.com", HostKind.Submission, Cloud.Consumer)]
    [InlineData("smtp.azurecomm.net", HostKind.Communication, Cloud.Worldwide)]
    [InlineData("CONTOSO-com.mail.protection.outlook.com", HostKind.Mx, Cloud.Worldwide)]
    [InlineData("https://smtp.office365.com/", HostKind.Malformed, Cloud.Worldwide)]
    [InlineData("smtp.live.com:587", HostKind.Malformed, Cloud.Consumer)]
    internal void A_host_is_known_by_kind_and_cloud(string host, HostKind kind, Cloud cloud)
    {
        var found = Hosts.Find(host);
        Assert.Equal((kind, cloud), (found?.Kind, found?.Cloud));
    }

    [Fact]
    public void Every_host_says_what_is_the_matter_unless_it_is_right() =>
        Assert.All(Hosts.All, host => Assert.Equal(host.Kind != HostKind.Submission, host.Note.Length > 0));

    [Fact]
    public void Advice_names_a_right_host_of_the_same_cloud() =>
        Assert.All(
            Hosts.All.Where(host => host.UseInstead is not null),
            host =>
                Assert.Equal(
                    (HostKind.Submission, host.Cloud),
                    (Hosts.Find(host.UseInstead!)!.Kind, Hosts.Find(host.UseInstead!)!.Cloud)
                )
        );

    [Fact]
    public void Every_row_has_a_source() => Assert.All(Hosts.All, host => Assert.NotEmpty(host.Source));

    [Theory]
    [InlineData("smtp", "smtp", 0, true)]
    [InlineData("smtp", "SMTP", 0, true)]
    [InlineData("stmp", "smtp", 2, true)]
    [InlineData("stmp", "smtp", 1, false)]
    [InlineData("smt", "smtp", 1, true)]
    [InlineData("", "ab", 2, true)]
    [InlineData("abc", "", 2, false)]
    public void Spelling_counts_the_letters_to_change(string one, string other, int most, bool near) =>
        Assert.Equal(near, Spelling.Near(one, other, most));

    [Theory]
    [InlineData("gmail.com", true)]
    [InlineData("GoogleMail.com", true)]
    [InlineData("yahoo.co.uk", true)]
    [InlineData("notgmail.com", false)]
    [InlineData("contoso.com", false)]
    [InlineData("outlook.com", false)]
    public void Other_providers_are_known_by_domain(string domain, bool foreign) =>
        Assert.Equal(foreign, MailDomains.IsOtherProvider(domain));
}
