using GateCheckedApi;
using M365Smtp.Simulator;

// dotnet run --project samples/GateCheckedApi -- --scenario tenant-smtp-auth-off
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
if (builder.Configuration["urls"] is null)
    builder.WebHost.UseUrls("http://127.0.0.1:5025");

var name = builder.Configuration["scenario"] ?? Scenario.MailboxSmtpAuthOff.Name;
if (Scenario.Find(name) is not { } scenario)
{
    Console.Error.WriteLine($"There is no scenario '{name}'. There are: {string.Join(", ", Scenario.All)}.");
    return 3;
}

// A real application uses smtp.office365.com instead of a simulator, and a password from a vault.
await using var exchange = await SmtpSimulator.StartAsync(scenario);

builder
    .Services.AddHealthChecks()
    .AddM365SmtpGateCheck(options =>
    {
        options.Check.Host = exchange.Host;
        options.Check.Port = exchange.Port;
        options.Check.TrustedAuthority = exchange.Certificate.Authority;
        options.Check.Mailbox = Scenario.Mailbox;
        options.Check.Password = Scenario.Password;
        options.SignIn = true;
    });

var app = builder.Build();
app.MapHealthChecks("/health", new() { ResponseWriter = HealthJson.WriteAsync });
await app.StartAsync();
Console.WriteLine($"Which gate is closed? {app.Urls.First()}/health");
await app.WaitForShutdownAsync();
return 0;
