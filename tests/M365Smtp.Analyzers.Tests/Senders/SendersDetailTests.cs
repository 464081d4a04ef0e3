using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Senders;

/// <summary>What a senders file leaves out, and what still follows from the rest.</summary>
public class SendersDetailTests
{
    static SendersFile Read(string text) => SendersFile.Read("/app/" + SendersFile.Name, SourceText.From(text));

    static string[] Mistakes(string text) =>
        [.. Read(text).Mistakes.Select(mistake => $"{mistake.At.Text} {mistake.What}")];

    [Fact]
    public void An_account_name_is_looked_for_in_the_domains_of_the_listed_mailboxes()
    {
        var directory = Read(
            """{ "version": 1, "mailboxes": [ { "upn": "app@contoso.com" }, { "upn": "shop@fabrikam.com" } ] }"""
        ).Directory;

        Assert.Equal(
            ("app@contoso.com", "shop@fabrikam.com", null),
            (
                directory.FindByAccount(@"CONTOSO\app")?.Upn,
                directory.FindByAccount("shop")?.Upn,
                directory.FindByAccount("other")?.Upn
            )
        );
    }

    [Fact]
    public void Of_a_file_of_another_version_nothing_counts()
    {
        Assert.Empty(Read("""{ "version": 2, "mailboxes": [ { "upn": "app@contoso.com" } ] }""").Directory.Mailboxes);
        Assert.Single(Read("""{ "version": 1, "mailboxes": [ { "upn": "app@contoso.com" } ] }""").Directory.Mailboxes);
        Assert.Single(Read("""{ "mailboxes": [ { "upn": "app@contoso.com" } ] }""").Directory.Mailboxes);
    }

    [Theory]
    [InlineData("""{ "version": 1, "mailboxes": "x" }""", """x is not a list, which "mailboxes" must be""")]
    [InlineData("""{ "version": 1, "mailboxes": [ {} ] }""", """{ has no "upn" """)]
    [InlineData("""{ "version": 1, "mailboxes": [ { "kind": "user" } ] }""", """user has no "upn" """)]
    public void A_mistake_has_a_place_even_where_nothing_is_written(string text, string mistake) =>
        Assert.Contains(mistake.Trim(), Mistakes(text).Select(one => one.Trim()));

    [Theory]
    [InlineData(64, '0', true)]
    [InlineData(63, '0', false)]
    [InlineData(65, '0', false)]
    [InlineData(64, 'g', false)]
    public void A_hash_has_64_hex_digits(int digits, char last, bool isOne)
    {
        var hash = "sha256:" + new string('a', digits - 1) + last;

        Assert.Equal(
            isOne,
            Mistakes(
                $$"""{ "version": 1, "salt": "0123456789abcdef", "mailboxes": [ { "upn": "a@contoso.com", "addresses": ["{{hash}}"] } ] }"""
            ).Length == 0
        );
    }

    [Fact]
    public void An_address_that_is_written_twice_in_one_mailbox_is_no_mistake()
    {
        const string text =
            """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "addresses": ["b@contoso.com", "B@contoso.com"] } ] }""";

        Assert.Empty(Mistakes(text));
        Assert.Equal("a@contoso.com", Read(text).Directory.Find("b@contoso.com")?.Upn);
    }

    [Fact]
    public void An_address_of_two_mailboxes_is_told_for_the_second_form_as_well() =>
        Assert.Equal(
            ["c@contoso.com already belongs to 'a@contoso.com' above; an address belongs to one mailbox"],
            Mistakes(
                """
                { "version": 1, "mailboxes": [
                  { "upn": "a@contoso.com", "addresses": ["b@contoso.com", "c@contoso.com"] },
                  { "upn": "d@contoso.com", "addresses": ["c@contoso.com"] }
                ] }
                """
            )
        );
}
