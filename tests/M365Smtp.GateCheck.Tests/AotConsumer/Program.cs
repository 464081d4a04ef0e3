using M365Smtp;
using Microsoft.Extensions.DependencyInjection;

// Uses every part once: decoder, settings, health check, probe with a token.
Console.WriteLine(
    SmtpReply.Explain(new InvalidOperationException("535 5.7.139 Authentication unsuccessful, account locked.")).Cause
);
Console.WriteLine(
    GateSettings
        .FromExport(
            """{ "TransportConfig": { "SmtpClientAuthenticationDisabled": true }, "CASMailbox": { "SmtpClientAuthenticationDisabled": null } }"""
        )
        .SmtpAuth
);
Console.WriteLine(typeof(GateCheckHealthCheckExtensions).Name);

var report = await GateCheck.RunAsync(
    new()
    {
        Host = "127.0.0.1",
        Port = 1,
        Mailbox = "alerts@contoso.com",
        TokenProvider = _ => Task.FromResult("e30.eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20ifQ.x"),
    }
);
Console.WriteLine($"{report.Verdict} {report.ClosedGate}");
