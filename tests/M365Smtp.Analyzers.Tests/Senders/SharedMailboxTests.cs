using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Senders;

/// <summary>Who signs in for a shared mailbox, and where a mailbox without a name is pointed out.</summary>
public class SharedMailboxTests
{
    static SendersFile Read(string mailboxes) =>
        SendersFile.Read(
            "/app/" + SendersFile.Name,
            SourceText.From(
                $$"""
                { "version": 1, "mailboxes": [ { "upn": "shop@contoso.com", "kind": "shared" }, {{mailboxes}} ] }
                """
            )
        );

    const string Application = """{ "upn": "app@contoso.com", "sendAs": ["shop@contoso.com"] }""",
        Person = """{ "upn": "jo@contoso.com", "sendAs": ["shop@contoso.com"] }""",
        OtherShared = """{ "upn": "info@contoso.com", "kind": "shared", "sendAs": ["shop@contoso.com"] }""";

    [Theory]
    [InlineData(Application, "app@contoso.com")]
    [InlineData(Application + "," + OtherShared, "app@contoso.com")]
    [InlineData(Application + "," + Person, null)]
    [InlineData(OtherShared, null)]
    public void The_only_holder_of_Send_As_that_can_sign_in(string mailboxes, string? login) =>
        Assert.Equal(login, Read(mailboxes).Directory.LoginFor("shop@contoso.com"));

    [Fact]
    public void A_mailbox_without_a_name_is_pointed_out_where_it_begins() =>
        Assert.Equal(
            ["addresses has no \"upn\""],
            Read("""{ "addresses": ["a@contoso.com"], "sendAs": ["b@contoso.com"] }""")
                .Mistakes.Select(mistake => $"{mistake.At.Text.Trim('"')} {mistake.What}")
        );
}
