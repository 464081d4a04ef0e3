using System.Text;
using System.Text.Json;
using M365Smtp.Simulator;
using M365Smtp.Tests.Probing;

namespace M365Smtp.Tests.Hostile;

/// <summary>Servers that echo everything they receive.</summary>
public class EchoTests
{
    const string Token =
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL291dGxvb2sub2ZmaWNlLmNvbSJ9.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";

    [Theory]
    [InlineData("P@ssw0rd!", false)]
    [InlineData("correct horse battery staple", false)]
    [InlineData("pässwörd-ünïcode", false)]
    [InlineData("a=b&c%d+e/f", false)]
    [InlineData(Token, true)]
    [InlineData("simulated-opaque-token-0123456789", true)]
    public async Task No_form_of_a_secret_is_repeated(string secret, bool isToken)
    {
        foreach (var at in new[] { SmtpStage.Auth, SmtpStage.Quit, SmtpStage.MailFrom })
        {
            await using var server = await SmtpSimulator.StartAsync(
                tenant =>
                    tenant.Mailbox(
                        Scenario.Mailbox,
                        isToken ? null : secret,
                        mailbox => isToken ? mailbox.Token(secret) : mailbox
                    ),
                new() { Fault = NetworkFault.Echo(at) }
            );
            var report = await GateCheck.RunAsync(
                new()
                {
                    Host = server.Host,
                    Port = server.Port,
                    Mailbox = Scenario.Mailbox,
                    TrustedAuthority = server.Certificate.Authority,
                    Password = isToken ? null : secret,
                    TokenProvider = isToken ? _ => Task.FromResult(secret) : null,
                    SendTestFrom = at == SmtpStage.MailFrom ? Scenario.Mailbox : null,
                },
                TestContext.Current.CancellationToken
            );

            Assert.Contains("5.7.8", report.Everything());
            AssertHolds(report.Everything(), secret, isToken);
            AssertHolds(JsonSerializer.Serialize(report), secret, isToken);
        }
    }

    [Theory]
    [InlineData("Q1w2e3r4T5z6")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZw")]
    public void A_secret_split_spaced_or_in_other_case_is_masked(string secret)
    {
        var secrets = new Probe.Secrets();
        secrets.Add(secret);

        foreach (var width in new[] { 2, 5, 7 })
            foreach (var glue in new[] { " ", "\n", "-", "\", \"", "=\r\n" })
            {
                var broken = string.Join(glue, secret.Chunk(width).Select(part => new string(part)));
                Assert.Equal("you said *** there", secrets.Strike($"you said {broken} there"));
                Assert.DoesNotContain(broken.ToUpperInvariant(), secrets.Strike(broken.ToUpperInvariant()));
            }
    }

    [Fact]
    public void Part_of_a_token_is_masked_and_a_sentence_is_not()
    {
        var secrets = new Probe.Secrets();
        secrets.Add(Token);
        secrets.AddBlob($"user={Scenario.Mailbox}\u0001auth=Bearer {Token}\u0001\u0001");

        Assert.Equal("at *** it ended", secrets.Strike($"at {Token.Substring(20, 30)} it ended"));
        const string refusal =
            "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [FR4P281CA0258.DEUP281.PROD.OUTLOOK.COM]";
        Assert.Equal(refusal, secrets.Strike(refusal));
    }

    /// <summary>Finds any encoding of the secret, at any byte offset, and any twelve characters of a token.</summary>
    static void AssertHolds(string text, string secret, bool isToken)
    {
        var squeezed = string.Concat(text.Replace("535-5.7.8 ", "").Where(c => !char.IsWhiteSpace(c)));
        var sent = Convert.ToBase64String(
            Encoding.UTF8.GetBytes(isToken ? $"user={Scenario.Mailbox}\u0001auth=Bearer {secret}\u0001\u0001" : secret)
        );
        foreach (var form in Forms(secret).Concat(Forms(sent)))
            Assert.DoesNotContain(form, squeezed, StringComparison.OrdinalIgnoreCase);
        for (var at = 0; isToken && at + 12 <= secret.Length; at++)
            Assert.DoesNotContain(secret.Substring(at, 12), squeezed, StringComparison.OrdinalIgnoreCase);
    }

    static IEnumerable<string> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return string.Concat(secret.Where(c => c != ' '));
        yield return Convert.ToHexString(bytes);
        yield return Uri.EscapeDataString(secret);
        // The characters that encode only the secret, at each of the three base64 offsets.
        for (var skip = 0; skip < 3; skip++)
            yield return Convert.ToBase64String(bytes, skip, (bytes.Length - skip) / 3 * 3);
    }
}
