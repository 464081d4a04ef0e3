using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Senders;

/// <summary>
/// A mailbox that is no JSON is skipped as a whole, whatever its texts hold, and the others are kept.
/// </summary>
public class BrokenMailboxTests
{
    [Theory]
    [InlineData(""" "kind": "user" """)]
    [InlineData(""" "comment": "}" """)]
    [InlineData(""" "comment": "{ [" """)]
    [InlineData(""" "comment": "\"}" """)]
    [InlineData(""" "comment": "\"", "kind": "}" """)]
    [InlineData(""" "comment": "\\", "kind": "}" """)]
    [InlineData(""" "comment": "\\\"}" """)]
    [InlineData(""" "addresses": [ "]", "b@contoso.com" ] """)]
    [InlineData(""" "addresses": [ { "a": [ {} ] } ] """)]
    [InlineData(" \"comment\": \"not closed\n ")]
    [InlineData(" \"comment\": \"not closed } ]\n ")]
    [InlineData(" \"comment\": \"ends in a backslash\\\n ")]
    public void The_mailboxes_around_it_are_kept(string rest)
    {
        var file = SendersFile.Read(
            "/app/" + SendersFile.Name,
            SourceText.From(
                $$"""{ "version": 1, "mailboxes": [ { "upn": "a@contoso.com" }, { "upn": oops, {{rest}}}, { "upn": "z@contoso.com" } ] }"""
            )
        );

        Assert.Equal(
            (rest, "a@contoso.com z@contoso.com"),
            (rest, string.Join(' ', file.Directory.Mailboxes.Select(mailbox => mailbox.Upn)))
        );
        Assert.Single(file.Mistakes);
    }
}
