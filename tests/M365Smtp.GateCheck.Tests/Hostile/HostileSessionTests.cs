using System.Text;
using CsCheck;
using M365Smtp.Knowledge;
using M365Smtp.Tests.Probing;

namespace M365Smtp.Tests.Hostile;

/// <summary>Ten thousand hostile servers.</summary>
public class HostileSessionTests
{
    const int Sessions = 10_000;

    // More than the longest reply the reader accepts, and far less than an endless one.
    const int MostBytes = 2_000_000;

    /// <summary>
    /// A server's possible replies to a command: the right one (null), a refusal, or something hostile.
    /// </summary>
    static readonly Gen<string?> Answers = Gen.Frequency(
        (12, Gen.Const((string?)null)),
        (
            3,
            Sample
                .OneOf(Replies.All)
                .Select(row =>
                    (string?)(
                        ReplyFormat.Line(row, "a.prod.outlook.com", "[a.prod.outlook.com]", "a@b.c", "d@e.f") + "\r\n"
                    )
                )
        ),
        (
            2,
            Sample.OneOf<string?>(
                PlayedServer.Hang,
                PlayedServer.Close,
                PlayedServer.Endless,
                "250-x\r\n" + PlayedServer.Endless,
                "250-never ends\r\n" + PlayedServer.Hang,
                "\r\n",
                "\n\n\n",
                "2",
                "250",
                "250 ",
                "250-\r\n250\r\n",
                "999 no\r\n",
                "250-a\r\n251 b\r\n",
                "334 \r\n",
                "334 VXNlcm5hbWU6\r\n",
                "334 !!!\r\n",
                "235 in clear\r\n",
                "220 go\r\n250 AUTH LOGIN\r\n",
                "250 AUTH LOGIN XOAUTH2\r\n",
                "250-STARTTLS\r\n250 AUTH LOGIN\r\n",
                "421 4.3.2 Service not active\r\n" + PlayedServer.Close,
                "250 " + new string('x', 4090) + "\r\n",
                string.Concat(Enumerable.Repeat("250-x\r\n", 101)) + "250 x\r\n"
            )
        ),
        (1, Gen.Const((string?)$"535 5.7.8 you said {Sample.Password} and {Sample.PasswordOnTheWire}\r\n")),
        (1, Gen.Byte.Array[0, 300].Select(bytes => (string?)Encoding.Latin1.GetString(bytes).Replace('\0', ' ')))
    );

    static readonly Gen<(string? Banner, string?[] Answers, bool RefusesTls, bool Token, bool Send)> Server =
        Gen.Select(Answers, Answers.Array[12], Gen.Int[0, 9].Select(n => n == 0), Gen.Bool, Gen.Bool);

    [Fact]
    public Task No_server_makes_the_probe_hang_throw_use_much_memory_or_leak() =>
        Server.SampleAsync(
            async server =>
                await PlayAsync(server.Banner, server.Answers, server.RefusesTls, server.Token, server.Send),
            iter: Sessions,
            threads: 2
        );

    static async Task PlayAsync(string? banner, string?[] answers, bool refusesTls, bool token, bool send)
    {
        var at = 0;
        var server = PlayedServer.With(_ => at < answers.Length ? answers[at++] : null, banner, refusesTls);
        var jwt = Sample.Token();
        var options = token ? Sample.WithToken(jwt) : Sample.WithPassword();
        options.SendTestFrom = send ? "ceo@contoso.com" : null;

        var report = await server.RunAsync(options);

        Assert.True(server.BytesRead < MostBytes, $"{server.BytesRead} bytes were read");
        Assert.True(server.OverTls.Split("AUTH ").Length <= 2, "it signed in twice");
        string[] secrets = token ? [jwt] : [Sample.Password, Sample.PasswordOnTheWire];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, server.InClear));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, report.Everything()));
        Assert.DoesNotContain("AUTH", server.InClear);
        Assert.DoesNotContain(report.Everything(), c => char.IsControl(c) && c != '\n');
        Assert.Equal((int)ProbeStage.Quit + 1, report.Stages.Count);
        Assert.True(
            report.Verdict != GateVerdict.Open || report.Stages[(int)ProbeStage.Auth].Outcome == StageOutcome.Passed
        );
    }
}
