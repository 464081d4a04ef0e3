using MailKit.Security;

namespace M365Smtp.Graph.Tests;

/// <summary>M365Smtp.GateCheck explains the exceptions of the transport.</summary>
public class ExplanationTests
{
    public static TheoryData<int, string?, string, ReplyCause> Refusals =>
        new()
        {
            {
                403,
                "ErrorSendAsDenied",
                "The user account … does not have the right to send mail …",
                ReplyCause.SendAs
            },
            {
                403,
                "ErrorAccessDenied",
                "Access is denied. Check credentials and try again.",
                ReplyCause.GraphAccessDenied
            },
            {
                404,
                "MailboxNotEnabledForRESTAPI",
                "The mailbox is either inactive, soft-deleted, or …",
                ReplyCause.NoMailbox
            },
            { 429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.", ReplyCause.Transient },
            { 413, "BadRequest", "The maximum request length supported is 4MB.", ReplyCause.SizeLimit },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_has_a_cause(int status, string? code, string message, ReplyCause cause) =>
        Assert.Equal(cause, SmtpReply.Explain(new GraphException(status, code, message)).Cause);

    [Fact]
    public async Task A_message_that_is_too_large_has_a_cause()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MayWrite);
        var message = Client.Message();
        message.Body = new MimeKit.TextPart("plain") { Text = new string('x', 4_000_000) };

        var refused = await Assert.ThrowsAsync<GraphException>(() => client.SendAsync(message));

        Assert.Equal(ReplyCause.SizeLimit, SmtpReply.Explain(refused).Cause);
    }

    [Fact]
    public async Task A_sign_in_that_Entra_refused_is_explained_by_its_code()
    {
        await using var graph = await Client.StartGraphAsync();
        Task<string> Fail(CancellationToken _) =>
            throw new InvalidOperationException("AADSTS7000222: the keys are expired");
        using var client = new GraphTransport(Fail, Client.Mailbox, Client.Options(graph));

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => client.SendAsync(Client.Message()));

        Assert.Equal(ReplyCause.ClientSecretExpired, SmtpReply.Explain(refused).Cause);
    }
}
