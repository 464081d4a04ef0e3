using System.Text;

namespace M365Smtp.Probe;

/// <summary>AUTH, once. The only place that sends a secret; it is called on a secured session only.</summary>
internal static class SignIn
{
    public static Task<ServerReply> WithTokenAsync(SmtpSession session, string mailbox, string token, CancellationToken cancellation) =>
        FinishXOAuth2Async(session, "AUTH XOAUTH2 " + Base64($"user={mailbox}\u0001auth=Bearer {token}\u0001\u0001"), cancellation);

    /// <summary>LOGIN with the user name in the command, as System.Net.Mail does it: a round trip less.</summary>
    public static async Task<ServerReply> WithPasswordAsync(SmtpSession session, string mailbox, string password, CancellationToken cancellation)
    {
        var reply = await session.CommandAsync("AUTH LOGIN " + Base64(mailbox), cancellation).ConfigureAwait(false);
        if (reply.Code == 334 && AsksForUser(reply)) reply = await session.CommandAsync(Base64(mailbox), cancellation).ConfigureAwait(false);
        return reply.Code == 334 ? await session.CommandAsync(Base64(password), cancellation).ConfigureAwait(false) : reply;
    }

    // Exchange Online refuses at once; other servers send the reason as a challenge and wait for an empty line.
    static async Task<ServerReply> FinishXOAuth2Async(SmtpSession session, string command, CancellationToken cancellation)
    {
        var reply = await session.CommandAsync(command, cancellation).ConfigureAwait(false);
        return reply.Code == 334 ? await session.CommandAsync("", cancellation).ConfigureAwait(false) : reply;
    }

    static bool AsksForUser(ServerReply reply)
    {
        try
        {
            return Encoding.ASCII.GetString(Convert.FromBase64String(reply.Lines[0].Trim())).StartsWith("User", StringComparison.OrdinalIgnoreCase);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
