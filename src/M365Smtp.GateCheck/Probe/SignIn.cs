using System.Text;

namespace M365Smtp.Probe;

/// <summary>AUTH, once. The only place that sends a secret; called only on a TLS session.</summary>
internal static class SignIn
{
    /// <summary>The XOAUTH2 argument before base64 encoding.</summary>
    public static string Blob(string mailbox, string token) => $"user={mailbox}\u0001auth=Bearer {token}\u0001\u0001";

    /// <remarks>
    /// Exchange Online refuses at once; other servers send the reason as a challenge and wait for an empty line.
    /// </remarks>
    public static async Task<ServerReply> WithTokenAsync(
        SmtpSession session,
        string mailbox,
        string token,
        CancellationToken cancellation
    )
    {
        var command = "AUTH XOAUTH2 " + Base64(Blob(mailbox, token));
        var reply = await session.CommandAsync(command, cancellation).ConfigureAwait(false);
        if (reply.Code != 334)
            return reply;
        var refusal = await session.CommandAsync("", cancellation).ConfigureAwait(false);
        return refusal with { Challenge = Question(reply) };
    }

    /// <summary>
    /// AUTH LOGIN with the user name in the command, as System.Net.Mail sends it: saves a round trip.
    /// </summary>
    public static async Task<ServerReply> WithPasswordAsync(
        SmtpSession session,
        string mailbox,
        string password,
        CancellationToken cancellation
    )
    {
        var reply = await session.CommandAsync("AUTH LOGIN " + Base64(mailbox), cancellation).ConfigureAwait(false);
        if (reply.Code == 334 && AsksForUser(reply))
            reply = await session.CommandAsync(Base64(mailbox), cancellation).ConfigureAwait(false);
        // A server that asks for the user name again would treat the password as the user name.
        if (reply.Code != 334 || AsksForUser(reply))
            return reply;
        var answer = await session.CommandAsync(Base64(password), cancellation).ConfigureAwait(false);
        return AsksForPassword(reply) ? answer : answer with { Challenge = Question(reply) };
    }

    static bool AsksForUser(ServerReply reply) =>
        Question(reply).StartsWith("User", StringComparison.OrdinalIgnoreCase);

    static bool AsksForPassword(ServerReply reply) =>
        Question(reply).StartsWith("Pass", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a 334 reply: base64 as required, or the plain words that some servers send.</summary>
    static string Question(ServerReply reply)
    {
        var text = string.Join("", reply.Lines).Trim();
        try
        {
            var decoded = Encoding.UTF8.GetString(Convert.FromBase64String(text));
            return new([.. decoded.Select(c => c is >= ' ' and < (char)127 ? c : '?')]);
        }
        catch (FormatException)
        {
            return text;
        }
    }

    /// <summary>Encodes a text for AUTH.</summary>
    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
