using System.Text;
using System.Text.Json;
using CsCheck;
using M365Smtp.Probe;

namespace M365Smtp.Tests.Probing;

static class Sample
{
    public const string Password = "P@ssw0rd!";
    public const string PasswordOnTheWire = "UEBzc3cwcmQh";

    public static GateCheckOptions WithPassword() => new() { Mailbox = "alerts@contoso.com", Password = Password };

    public static GateCheckOptions WithToken(string token) =>
        new() { Mailbox = "alerts@contoso.com", TokenProvider = _ => Task.FromResult(token) };

    public static Task<GateReport> RunAsync(this PlayedServer server, GateCheckOptions options)
    {
        options.TimeProvider = server.Time;
        return GateCheck.RunAsync(options, server, TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// A token that is valid for alerts@contoso.com until noon, except for what <paramref name="change"/> changes.
    /// </summary>
    public static string Token(Action<Dictionary<string, object>>? change = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["aud"] = "https://outlook.office.com",
            ["scp"] = "SMTP.Send offline_access",
            ["upn"] = "alerts@contoso.com",
            ["tid"] = "11111111-1111-1111-1111-111111111111",
            ["exp"] = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(),
        };
        change?.Invoke(claims);
        return $"{Base64Url("{\"alg\":\"none\"}")}.{Base64Url(JsonSerializer.Serialize(claims))}.c2lnbmF0dXJl";
    }

    /// <summary>Everything that a report contains, including all lists.</summary>
    public static string Everything(this GateReport report) =>
        report
        + string.Concat(report.Stages)
        + string.Concat(report.Gates)
        + string.Concat(report.Remedies)
        + string.Concat(report.Notes)
        + string.Concat(report.Refusal?.Remedies ?? []);

    public static GateState State(this GateReport report, Gate gate) =>
        report.Gates.Single(result => result.Gate == gate).State;

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    static string Base64Url(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
