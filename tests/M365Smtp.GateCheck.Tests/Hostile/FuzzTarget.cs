using System.Text;
using M365Smtp.Probe;

namespace M365Smtp.Tests.Hostile;

/// <summary>
/// The entry point for a fuzzer: any bytes as a server reply, then as a text to explain. With SharpFuzz:
/// <c>Fuzzer.LibFuzzer.Run(bytes => FuzzTarget.Run(bytes.ToArray()))</c>.
/// </summary>
public static class FuzzTarget
{
    /// <summary>Fails on any undocumented exception and on any result out of bounds.</summary>
    public static void Run(byte[] bytes)
    {
        try
        {
            var reply = new ReplyReader(new MemoryStream(bytes))
                .ReadAsync(CancellationToken.None)
                .GetAwaiter()
                .GetResult();
            Assert.InRange(reply.Code, 200, 599);
            Assert.InRange(reply.Lines.Count, 1, ReplyReader.MaxLines);
            Assert.All(
                reply.Lines,
                line => Assert.True(line.Length <= ReplyReader.MaxLine && line.All(c => c is >= ' ' and < (char)127))
            );
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            // Documented: the data is not a reply, or is incomplete.
        }
        var explanation = SmtpReply.Explain(Encoding.Latin1.GetString(bytes), "alerts@contoso.com");
        Assert.True(explanation.Reply.Length <= 500);
        Assert.Equal(explanation.Cause == ReplyCause.Unknown, explanation.Source is null);
    }
}
