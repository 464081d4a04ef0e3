using System.Text;
using CsCheck;
using M365Smtp.Probe;
using M365Smtp.Tests.Probing;

namespace M365Smtp.Tests.Hostile;

public class ReplyReaderTests
{
    static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.Byte.Array[0, 6000],
        Sample
            .OneOf("2", "5", "0", "-", " ", "\r\n", "\n", "250 ", "250-", "535 5.7.139 ", "x", "\0", "\u001b")
            .Array[0, 400]
            .Select(parts => Encoding.Latin1.GetBytes(string.Concat(parts)))
    );

    static Task<ServerReply> ReadAsync(byte[] bytes) =>
        new ReplyReader(new MemoryStream(bytes)).ReadAsync(TestContext.Current.CancellationToken);

    [Fact]
    public void Any_input_is_a_reply_or_a_documented_error() => Bytes.Sample(FuzzTarget.Run, iter: 10_000);

    [Fact]
    public Task A_reply_is_the_same_however_it_is_split() =>
        Gen.Int[1, 7]
            .SampleAsync(
                async size =>
                {
                    var reply = await new ReplyReader(
                        new Dripping(
                            Encoding.ASCII.GetBytes("250-a.b Hello\r\n250-AUTH LOGIN XOAUTH2\r\n250 SIZE\r\n"),
                            size
                        )
                    ).ReadAsync(TestContext.Current.CancellationToken);

                    Assert.Equal("250-a.b Hello\n250-AUTH LOGIN XOAUTH2\n250 SIZE", reply.ToString());
                    Assert.Equal(["LOGIN", "XOAUTH2"], reply.Parameters("auth")!);
                },
                iter: 20
            );

    [Fact]
    public async Task The_line_limit_is_exact()
    {
        Assert.Equal(
            ReplyReader.MaxLine - 4,
            (await ReadAsync(Encoding.ASCII.GetBytes("250 " + new string('x', ReplyReader.MaxLine - 4) + "\r\n")))
                .Lines[0]
                .Length
        );
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            ReadAsync(Encoding.ASCII.GetBytes("250 " + new string('x', ReplyReader.MaxLine - 3) + "\r\n"))
        );
    }

    [Fact]
    public async Task The_line_count_limit_is_exact()
    {
        Assert.Equal(ReplyReader.MaxLines, (await ReadAsync(Lines(ReplyReader.MaxLines))).Lines.Count);
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Lines(ReplyReader.MaxLines + 1)));
    }

    static byte[] Lines(int count) =>
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("250-x\r\n", count - 1)) + "250 x\r\n");

    [Fact]
    public void No_text_makes_the_decoder_throw_or_lie() =>
        Sample
            .OneOf(
                "535",
                "5.7.139",
                "5.7.3",
                "530 5.7.57",
                " ",
                "-",
                ": ",
                "[",
                "]",
                "\r\n",
                "\\n",
                "Error: ",
                "Authentication unsuccessful",
                "SendAsDenied; ",
                " not allowed to send as ",
                ";",
                "Client not authenticated to send mail. "
            )
            .Array[0, 20]
            .Sample(parts => FuzzTarget.Run(Encoding.Latin1.GetBytes(string.Concat(parts))), iter: 20_000);

    sealed class Dripping(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellation) =>
            base.ReadAsync(buffer, offset, Math.Min(count, size), cancellation);
    }
}
