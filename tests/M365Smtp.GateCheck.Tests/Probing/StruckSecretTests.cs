using System.Text;
using M365Smtp.Probe;

namespace M365Smtp.Tests.Probing;

/// <summary>What a server repeats of a secret, in whatever form, is struck out of the report.</summary>
public class StruckSecretTests
{
    // Its base64 holds + and /.
    const string Secret = ">>>???Qz0x7y";

    static string Strike(string text, params string[] secrets)
    {
        var struck = new Secrets();
        foreach (var secret in secrets)
            struck.Add(secret);
        return struck.Strike(text);
    }

    public static TheoryData<string> Forms
    {
        get
        {
            var bytes = Encoding.UTF8.GetBytes(Secret);
            var base64 = Convert.ToBase64String(bytes);
            return
            [
                Secret,
                Secret.ToUpperInvariant(),
                Uri.EscapeDataString(Secret),
                Convert.ToHexString(bytes),
                string.Concat(bytes.Select(one => $"%{one:x2}")),
                base64,
                base64.Replace('+', '-').Replace('/', '_'),
                Uri.EscapeDataString(base64),
                Convert.ToBase64String([1, .. bytes]),
                Convert.ToBase64String([1, 2, .. bytes]),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void In_every_form(string form)
    {
        var struck = Strike($"before {form} behind", Secret);

        Assert.Matches(@"^before \S{0,4}\*\*\*\S{0,4} behind$", struck);
    }

    [Fact]
    public void What_is_no_ASCII_is_struck_as_the_reader_leaves_it() =>
        Assert.Equal("said ***.", Strike("said gr??n!7.", "gr\u00fcn!7"));

    [Fact]
    public void The_longer_of_two_secrets_is_struck_whole() =>
        Assert.Equal("said *** twice ***.", Strike("said abcdef twice abcdefghij.", "abcdef", "abcdefghij"));

    [Fact]
    public void Two_secrets_that_overlap_leave_nothing_of_either() =>
        Assert.Equal("said ***.", Strike("said abcdefghij.", "abcdef", "defghij"));

    [Theory]
    [InlineData("a b c d e f")]
    [InlineData("abc\ndef")]
    [InlineData("abc-def")]
    [InlineData("ab:cd:ef")]
    [InlineData("abc\n5.7.3 def")]
    public void Nothing_between_its_characters_hides_it(string broken) =>
        Assert.Equal("said ***.", Strike($"said {broken}.", "abcdef"));

    [Theory]
    [InlineData("a b c d e", "abcde")]
    [InlineData("ab", "ab")]
    public void What_is_short_is_left_where_it_may_be_a_coincidence(string text, string secret) =>
        Assert.Equal(text, Strike(text, secret));

    [Fact]
    public void A_piece_of_a_long_secret_is_struck_and_one_of_a_short_secret_is_not()
    {
        const string token = "abcdefghijklmnopqrstuvwxyz";

        Assert.Equal("got ***.", Strike("got efghijklmnop.", token));
        Assert.Equal("got efghijklmno.", Strike("got efghijklmno.", token));
        Assert.Equal("got bcdefghijklm.", Strike("got bcdefghijklm.", "abcdefghijklmn"));
    }

    [Theory]
    [InlineData("5.7.3 ")]
    [InlineData("")]
    [InlineData("\n")]
    public void Where_a_line_is_nothing_but_its_code_nothing_is_struck(string text) =>
        Assert.Equal(text, Strike(text, "abcdef"));

    [Fact]
    public void Without_a_secret_nothing_is_struck() => Assert.Equal("said a.", Strike("said a."));

    [Fact]
    public void Each_run_gets_one_mask() => Assert.Equal("*** and ***", Strike("abcdefabcdef and abcdef", "abcdef"));
}
