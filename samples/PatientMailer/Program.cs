using M365Smtp;
using M365Smtp.Simulator;
using MimeKit;
using PatientMailer;

// dotnet run --project samples/PatientMailer -- concurrency
var name = args is [var given] ? given : Scenario.Concurrency.Name;
if (Scenario.Find(name) is not { } scenario)
{
    Console.Error.WriteLine($"There is no scenario '{name}'. There are: {string.Join(", ", Scenario.All)}.");
    return 3;
}

// A real program uses smtp.office365.com instead of a simulator, and a token from Azure.Identity.
await using var exchange = await SmtpSimulator.StartAsync(scenario);
var options = RetryOptions.Default with { Attempts = 2, Later = TimeSpan.FromSeconds(1) };
var mailer = new Mailer(
    exchange.Host,
    exchange.Port,
    Scenario.Mailbox,
    () => Task.FromResult(exchange.IssueApplicationToken()),
    SubmissionRetry.Create(
        options,
        (why, pause) => Console.WriteLine($"{why.Meaning} Trying again in {pause.TotalSeconds} s.")
    )
)
{
    Trust = exchange.Certificate.Validate,
};
var from = scenario == Scenario.SendAs ? "boss@contoso.com" : Scenario.Mailbox;
var message = new MimeMessage(
    [MailboxAddress.Parse(from)],
    [MailboxAddress.Parse("ops@contoso.com")],
    "Disk full",
    new TextPart("plain") { Text = "97 %" }
);

try
{
    await mailer.SendAsync(message);
    Console.WriteLine("Sent.");
    return 0;
}
catch (Exception failed) when (failed is not OperationCanceledException)
{
    var why = SmtpReply.Explain(failed, Scenario.Mailbox);
    Console.WriteLine($"{why.Gate}: {why.Meaning} Given up after {exchange.Sessions.Count} tries.");
    return 1;
}
