using System.Reflection;
using M365Smtp.Analyzers.Rules.Authentication;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

/// <summary>Every word of the vocabulary, in the place of a value that somebody still has to write.</summary>
public class PlaceholderWordTests
{
    const string Words =
        "your my our the a an of for from to and or is goes this that enter put insert type paste fill set add replace "
        + "change use update with by me it here in todo tbd fixme real actual own valid new some smtp mail email "
        + "outlook office 365 office365 microsoft365 m365 exchange gmail hotmail organization app application client "
        + "service server host user name id principal upn login signin auth account mailbox address sender sending "
        + "recipient receiver credential credentials noreply password passcode passwd passphrase pass pwd pw secret "
        + "key token domain company tenant com value string text placeholder redacted removed hidden masked none null "
        + "empty blank not test dummy example sample fake foo bar xxx "
        + "16characters 16chars 16digits 16letters contraseña contrasena clave tu su motdepasse votre "
        + "senha sua passwort kennwort mein dein ihr wachtwoord jouw uw hasło twoje şifre şifreniz sifre "
        + "sifreniz parola heslo lösenord adgangskode passord salasana jelszó пароль ваш 密码 您的";

    [Fact]
    public void Each_word_alone_is_one()
    {
        Assert.All(Words.Split(' '), word => Assert.True(Placeholder.Is($"<<{word}"), word));
        Assert.All(Words.Split(' '), word => Assert.True(Placeholder.Is($"{word} {word} !"), word));
    }

    [Fact]
    public void No_other_word_is_one()
    {
        var known = typeof(Placeholder).GetField("Vocabulary", BindingFlags.NonPublic | BindingFlags.Static);

        Assert.Equal(Words.Split(' '), (string[])known!.GetValue(null)!);
    }

    [Theory]
    [InlineData("#{Smtp.Kq7}", true)]
    [InlineData("#Smtp.Kq7}", false)]
    [InlineData("$(Kq7)", true)]
    [InlineData("$Kq7)", false)]
    [InlineData("${Kq7}", true)]
    [InlineData("$Kq7}", false)]
    [InlineData("__Kq7__", true)]
    [InlineData("_Kq7_", false)]
    [InlineData("%Kq7%", true)]
    [InlineData("%Kq7", false)]
    [InlineData("#Kq7#", true)]
    [InlineData("[Kq7]", true)]
    [InlineData("<Kq7>", true)]
    [InlineData("{Kq7}", true)]
    [InlineData("yourKq7@contoso.com", false)]
    [InlineData("yourmail@kq7.com", true)]
    [InlineData("mail@kq7.com", false)]
    public void A_token_of_a_template_has_both_its_ends(string text, bool isOne) =>
        Assert.Equal(isOne, Placeholder.Is(text));

    [Fact]
    public void A_long_text_is_none_whatever_its_words() =>
        Assert.Equal(
            (true, false),
            (
                Placeholder.Is(string.Concat(Enumerable.Repeat("my", 40))),
                Placeholder.Is(string.Concat(Enumerable.Repeat("my", 41)))
            )
        );
}
