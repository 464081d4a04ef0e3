using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Senders;

/// <summary>The contents of a senders file, and the mistakes reported in an invalid one.</summary>
public class SendersFileTests
{
    static SendersFile Read(string text) => SendersFile.Read("/app/" + SendersFile.Name, SourceText.From(text));

    static string[] Mistakes(string text) =>
        [.. Read(text).Mistakes.Select(mistake => $"{mistake.At.Text} {mistake.What}")];

    static string[] Upns(string text) => [.. Read(text).Directory.Mailboxes.Select(mailbox => mailbox.Upn)];

    const string Right = """
        {
          "$schema": "https://example.com/schema.json",
          "version": 1,
          // the mailboxes of the shop
          "acceptedDomains": ["contoso.com", "Bücher.example"],
          "mailboxes": [
            { "upn": "App@contoso.com", "kind": "user", "addresses": ["SMTP:orders@contoso.com", "news@bücher.example"], "sendAs": ["shop@contoso.com"], "comment": "the orders service" },
            { "upn": "shop@contoso.com", "kind": "shared", "addresses": [], "sendAs": [], },
          ],
        }
        """;

    [Fact]
    public void A_right_file_has_no_mistakes()
    {
        Assert.Empty(Mistakes(Right));
        Assert.Equal(["app@contoso.com", "shop@contoso.com"], Upns(Right));
    }

    [Theory]
    [InlineData("orders@contoso.com")]
    [InlineData("ORDERS@Contoso.COM")]
    [InlineData("smtp:orders@contoso.com")]
    [InlineData("orders+web@contoso.com")]
    [InlineData(" orders@contoso.com ")]
    [InlineData("news@xn--bcher-kva.example")]
    [InlineData("News@BÜCHER.example")]
    public void Addresses_compare_as_Exchange_compares_them(string address) =>
        Assert.Equal("App@contoso.com", Read(Right).Directory.Find(address)?.PlainUpn);

    [Theory]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "kind": "usr" } ] }""",
        "usr is not a kind of mailbox; use user, shared or application"
    )]
    [InlineData("""{ "version": 1, "mailboxes": [ { "upn": "orders" } ] }""", "orders is not a mail address")]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "addresses": ["b@contoso.com", "c"] } ] }""",
        "c is not a mail address"
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "addresses": "b@contoso.com" } ] }""",
        """b@contoso.com is not a list, which "addresses" must be"""
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "aliases": [] } ] }""",
        "aliases is not a known property; use one of upn, kind, comment, addresses, sendAs"
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "type": "shared" } ] }""",
        """shared is the value of "type", which is not a known property; use one of upn, kind, comment, addresses, sendAs"""
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "upn": "b@contoso.com" } ] }""",
        """b@contoso.com is the value of a second "upn"; the last one is used"""
    )]
    [InlineData("""{ "version": 1, "mailboxes": [ { "kind": "user" } ] }""", """user has no "upn" """)]
    [InlineData(
        """{ "version": 1, "mailboxes": [ "a@contoso.com" ] }""",
        """a@contoso.com is not an object with a "upn" """
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com" }, { "upn": "A@contoso.com" } ] }""",
        "A@contoso.com is listed twice; the first entry is used"
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "addresses": ["c@contoso.com"] }, { "upn": "b@contoso.com", "addresses": ["c@contoso.com"] } ] }""",
        "c@contoso.com already belongs to 'a@contoso.com' above; an address belongs to one mailbox"
    )]
    [InlineData(
        """{ "version": 1, "acceptedDomains": ["contoso.com"], "mailboxes": [ { "upn": "a@fabrikam.com" } ] }""",
        """a@fabrikam.com is a UPN whose domain is not among "acceptedDomains" """
    )]
    [InlineData("""{ "version": 1, "acceptedDomains": ["contoso"] }""", "contoso is not a domain name")]
    [InlineData(
        """{ "version": 2, "mailboxes": [ { "upn": "a@contoso.com" } ] }""",
        "2 is not a supported version, so the file is ignored; the version is 1"
    )]
    [InlineData("""{ "mailboxes": [] }""", """{ begins a file without "version": 1""")]
    [InlineData("""{ "version": 1, "salt": "short" }""", "short is too short for a salt; use at least 16 characters")]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "addresses": ["sha256:00"] } ] }""",
        """sha256:00 is a hash, but the file has no "salt" to compare it with"""
    )]
    [InlineData(
        """{ "version": 1, "salt": "0123456789abcdef", "mailboxes": [ { "upn": "a@contoso.com", "addresses": ["sha256:00"] } ] }""",
        "sha256:00 is not a valid hash; use sha256: followed by 64 hex digits"
    )]
    public void A_mistake_is_named_at_its_place(string text, string mistake) =>
        Assert.Equal([mistake.Trim()], Mistakes(text));

    [Theory]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com" } { "upn": "b@contoso.com" } ] }""",
        "{",
        "a@contoso.com b@contoso.com"
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com" "kind": "user" }, { "upn": "b@contoso.com" } ] }""",
        "\"",
        "a@contoso.com b@contoso.com"
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "kind": user }, { "upn": "b@contoso.com" } ] }""",
        "u",
        "b@contoso.com"
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "addresses": ["b@contoso.com" }, { "upn": "c@contoso.com" } ] }""",
        "}",
        ""
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "kind": user, "sendAs": [], "owner": { "upn": "b@contoso.com" } }, { "upn": "c@contoso.com" } ] }""",
        "u",
        "c@contoso.com"
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com" }, { "upn": "b@contoso.com" """,
        "",
        "a@contoso.com"
    )]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com" }, oops, { "upn": "b@contoso.com" } ] }""",
        "o",
        "a@contoso.com b@contoso.com"
    )]
    public void Where_the_text_breaks_the_rest_still_counts(string text, string place, string upns)
    {
        Assert.Equal(place, Read(text).Mistakes.Select(mistake => mistake.At.Text).First());
        Assert.Equal(upns, string.Join(' ', Upns(text)));
    }

    [Fact]
    public void A_string_that_is_not_closed_takes_its_mailbox_only() =>
        Assert.Equal(
            ["b@contoso.com"],
            Upns(
                """
                { "version": 1, "mailboxes": [
                    { "upn": "a@contoso.com,
                      "kind": "user" },
                    { "upn": "b@contoso.com" } ] }
                """
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("{ \"version\": 1, \"mailboxes\": [[[[")]
    [InlineData("{\"version\":1,\"mailboxes\":[{\"upn\":\"\\")]
    public void An_invalid_senders_file_lists_no_mailbox_and_is_reported(string text)
    {
        Assert.NotEmpty(Mistakes(text));
        Assert.Empty(Upns(text));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("not json")]
    public void A_text_that_is_no_JSON_object_is_reported_once(string text) => Assert.Single(Mistakes(text));

    [Fact]
    public void However_a_file_is_cut_or_damaged_it_is_read()
    {
        for (var i = 0; i < Right.Length; i++)
        {
            Assert.NotEmpty(Mistakes(Right[..i]));
            foreach (var damage in (string[])["", "\"", "}", "]", "{", "\\", ",", "\n"])
                Read(Right.Remove(i, 1).Insert(i, damage));
        }
    }

    [Fact]
    public void In_a_file_that_breaks_off_no_domain_is_foreign() =>
        Assert.False(
            Read("""{ "version": 1, "acceptedDomains": ["contoso.com", """).Directory.IsForeign("fabrikam.com")
        );

    [Theory]
    [InlineData("fabrikam.com", true)]
    [InlineData("CONTOSO.com", false)]
    [InlineData("xn--bcher-kva.example", false)]
    [InlineData("contoso.onmicrosoft.com", false)]
    public void A_domain_is_foreign_that_the_tenant_does_not_accept(string domain, bool isForeign) =>
        Assert.Equal(isForeign, Read(Right).Directory.IsForeign(domain));

    [Theory]
    [InlineData("app", "App@contoso.com")]
    [InlineData("CONTOSO\\app", "App@contoso.com")]
    [InlineData("orders", "App@contoso.com")]
    [InlineData("nobody", null)]
    public void An_account_name_leads_to_the_one_mailbox_of_that_name(string account, string? upn) =>
        Assert.Equal(upn, Read(Right).Directory.FindByAccount(account)?.PlainUpn);

    [Theory]
    [InlineData("app@contoso.com", "orders@contoso.com", true)]
    [InlineData("app@contoso.com", "shop@contoso.com", true)]
    [InlineData("orders@contoso.com", "shop+x@contoso.com", true)]
    [InlineData("app@contoso.com", "boss@contoso.com", false)]
    [InlineData("shop@contoso.com", "app@contoso.com", false)]
    [InlineData("boss@contoso.com", "app@contoso.com", null)]
    public void The_lists_tell_who_may_send_as_whom(string login, string from, bool? may) =>
        Assert.Equal(may, Read(Right).Directory.MaySendAs(login, from));

    [Fact]
    public void A_grant_holds_for_a_mailbox_whichever_of_its_addresses_is_listed() =>
        Assert.True(
            Read(
                """
                { "version": 1, "mailboxes": [
                    { "upn": "app@contoso.com", "addresses": [], "sendAs": ["store@contoso.com"] },
                    { "upn": "shop@contoso.com", "kind": "shared", "addresses": ["store@contoso.com"], "sendAs": [] } ] }
                """
            )
                .Directory.MaySendAs("app@contoso.com", "shop@contoso.com")
        );

    [Theory]
    [InlineData("""{ "upn": "app@contoso.com" }""")]
    [InlineData("""{ "upn": "app@contoso.com", "addresses": [] }""")]
    [InlineData("""{ "upn": "app@contoso.com", "addresses": ["oops"], "sendAs": [] }""")]
    public void A_list_that_is_missing_or_could_not_be_read_proves_nothing(string mailbox) =>
        Assert.Null(
            Read($$"""{ "version": 1, "mailboxes": [ {{mailbox}} ] }""")
                .Directory.MaySendAs("app@contoso.com", "boss@contoso.com")
        );

    [Fact]
    public void Hashed_addresses_are_known_by_their_hash()
    {
        const string salt = "0123456789abcdef";
        string Hash(string address) => AddressHash.Of(salt, address);
        var directory = Read(
            $$"""{ "version": 1, "salt": "{{salt}}", "mailboxes": [ { "upn": "{{Hash("app@contoso.com")}}", "addresses": ["{{Hash("orders@contoso.com")}}"], "sendAs": ["{{Hash("shop@contoso.com").ToUpperInvariant()}}"] } ] }"""
        ).Directory;

        Assert.NotNull(directory.Find("Orders+x@contoso.com"));
        Assert.Null(directory.Find("orders@contoso.com")!.PlainUpn);
        Assert.True(directory.IsUpn(directory.Mailboxes[0], "App@contoso.com"));
        Assert.Equal(
            (true, false),
            (
                directory.MaySendAs("app@contoso.com", "shop@contoso.com"),
                directory.MaySendAs("app@contoso.com", "boss@contoso.com")
            )
        );
    }

    [Theory]
    [InlineData("m365smtp.senders.json", true)]
    [InlineData("/app/M365Smtp.Senders.json", true)]
    [InlineData("C:\\app\\m365smtp.senders.json", true)]
    [InlineData("/app/old-m365smtp.senders.json", false)]
    public void The_file_is_known_by_its_name(string path, bool isNamed) =>
        Assert.Equal(isNamed, SendersFile.IsNamed(path));
}
