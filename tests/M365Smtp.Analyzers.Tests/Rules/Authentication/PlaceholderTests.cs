using M365Smtp.Analyzers.Rules.Authentication;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class PlaceholderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("*****")]
    [InlineData("xxx")]
    [InlineData("....")]
    [InlineData("password")]
    [InlineData("PASSWORD")]
    [InlineData("yourpassword")]
    [InlineData("Your Password")]
    [InlineData("your-app-password")]
    [InlineData("your_email_password")]
    [InlineData("<your password>")]
    [InlineData("<...>")]
    [InlineData("#{Smtp.Password}#")]
    [InlineData("#{Smtp.Password}")]
    [InlineData("${SMTP_PASSWORD}")]
    [InlineData("$(smtpPassword)")]
    [InlineData("%SMTP_PASSWORD%")]
    [InlineData("{{password}}")]
    [InlineData("__PASSWORD__")]
    [InlineData("[password]")]
    [InlineData("changeme")]
    [InlineData("change-me")]
    [InlineData("secret")]
    [InlineData("TODO")]
    [InlineData("enter password here")]
    [InlineData("smtpPassword")]
    [InlineData("YourName@contoso.com")]
    [InlineData("user@domain.com")]
    [InlineData("Replace with your secret")]
    [InlineData("PASSWORD_HERE")]
    [InlineData("your-email@your-domain.com")]
    public void What_stands_in_for_a_value(string text) => Assert.True(Placeholder.Is(text));

    [Theory]
    [InlineData("Tundra!Pepper19")]
    [InlineData("P@ssw0rd")]
    [InlineData("kqzmvhtyrbnwpldc")]
    [InlineData("my real secret of 1999")]
    [InlineData("{3")]
    [InlineData("#1")]
    [InlineData("Password#2024")]
    [InlineData("yourself")]
    [InlineData("app@contoso.com")]
    [InlineData("password1")]
    [InlineData("orders@contoso.com")]
    [InlineData("FLEET01")]
    public void What_looks_real(string text) => Assert.False(Placeholder.Is(text));

    [Fact]
    public void A_long_text_is_taken_apart_in_no_time() =>
        Assert.False(Placeholder.Is(string.Concat(Enumerable.Repeat("password", 9)) + "s"));
}
