using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Authentication.PasswordInSource;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class PasswordInSourceTests
{
    const string Password = "Tundra!Pepper19";

    [Theory]
    [InlineData(M365)]
    [InlineData("smtp.live.com")]
    [InlineData("smtp.hve.mx.microsoft")]
    [InlineData(Mx)]
    public void A_real_password_is_underlined_and_never_repeated(string host)
    {
        var use = NetMailClient(host).SignedIn("app@contoso.com", Password);
        Assert.Equal($"\"{Password}\"", Rule.Underlines(use));
        Assert.DoesNotContain(Password, Rule.Says(use), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Rule.Fires(use).Arguments,
            argument => argument.Contains(Password, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Nothing_of_it_reaches_an_edit() =>
        Assert.DoesNotContain(
            Password,
            EditText.Write(Rule.Fires(NetMailClient().SignedIn("app@contoso.com", Password)).Edits, ""),
            StringComparison.Ordinal
        );

    [Fact]
    public void In_a_settings_file_there_is_nothing_to_read_it_from()
    {
        var use = NetMailClient().SignedIn("app@contoso.com", Password);
        use.Credential.Is(out var login, out var at);
        login!.Secret.Is(out _, out var secret);
        Assert.Empty(
            Rule.Fires(
                use with
                {
                    Credential = Fact.Known(
                        login with
                        {
                            Secret = Fact.Known(Password, secret! with { IsSetting = true, Text = Password }),
                        },
                        at!
                    ),
                }
            ).Edits
        );
    }

    [Fact]
    public void A_settings_file_is_in_no_assembly_and_an_MX_endpoint_accepts_no_sign_in()
    {
        Assert.StartsWith(
            "anyone who has the source, its history or the assembly can sign in to 'smtp.office365.com' with",
            Rule.Says(NetMailClient().SignedIn("app@contoso.com", Password)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "anyone who has the source, its history or the assembly can sign in as this mailbox with",
            Rule.Says(NetMailClient(Mx).SignedIn("app@contoso.com", Password)),
            StringComparison.Ordinal
        );
        var written = new Credential(
            null,
            Fact<string>.Unknown,
            Fact.Known(Password, At(52, Password) with { IsSetting = true })
        );
        Assert.StartsWith(
            "anyone who has this file or its history can sign in to 'smtp.office365.com' with",
            Rule.Says(NetMailClient().SignedIn(written)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "anyone who has this file or its history can sign in as this mailbox with",
            Rule.Says(NetMailClient(Mx).SignedIn(written)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("*****")]
    [InlineData("your-app-password")]
    [InlineData("#{Smtp.Password}#")]
    public void A_placeholder_is_not_a_password(string password) =>
        Rule.IsSilent(NetMailClient().SignedIn("app@contoso.com", password));

    [Theory]
    [InlineData(Gmail)]
    [InlineData("localhost")]
    public void Passwords_for_other_servers_are_not_reported(string host) =>
        Rule.IsSilent(NetMailClient(host).SignedIn("app@contoso.com", Password));

    [Fact]
    public void A_password_from_the_configuration_is_right() =>
        Rule.IsSilent(NetMailClient().SignedIn("app@contoso.com"));

    [Fact]
    public void A_token_is_no_password() =>
        Rule.IsSilent(
            MailKitClient().SignedIn(new Credential("XOAUTH2", Fact<string>.Unknown, Literal(52, "eyJ0eXAiOiJKV1Qi")))
        );

    [Fact]
    public void An_unknown_host_is_silence() =>
        Rule.IsSilent(NetMailClient().SignedIn("app@contoso.com", Password).AtUnknownHost());

    [Fact]
    public void An_unknown_sign_in_is_silence() =>
        Rule.IsSilent(NetMailClient() with { Credential = Fact<Credential>.Unknown });
}
