using Azure.Core;
using Azure.Identity;
using M365Smtp.Graph;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using ModernMailer;

// dotnet run --project samples/ModernMailer -- --Mail:Way=Graph --Mail:Mailbox=alerts@contoso.com
// --Mail:To=ops@contoso.com
var app = MailerApp.Build(args);
await app.RunAsync();

namespace ModernMailer
{
    public static class MailerApp
    {
        /// <param name="replace">Replaces the real services in tests.</param>
        public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
        {
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.Configure<MailOptions>(builder.Configuration.GetSection("Mail"));
            builder.Services.AddSingleton<TokenCredential>(new DefaultAzureCredential());
            builder.Services.AddSingleton(new GraphTransportOptions());
            builder.Services.AddTransient<SmtpClient>();
            builder.Services.AddSingleton<Mailer>();
            AddHealthCheck(builder);
            replace?.Invoke(builder.Services);

            var app = builder.Build();
            app.MapHealthChecks("/health");
            app.MapPost(
                "/alerts",
                async (string text, Mailer mailer, CancellationToken cancel) =>
                {
                    await mailer.SendAsync("Alert", text, cancel);
                    return Results.Accepted();
                }
            );
            return app;
        }

        static void AddHealthCheck(WebApplicationBuilder builder)
        {
            var checks = builder.Services.AddHealthChecks();
            if (builder.Configuration.GetValue<Way>("Mail:Way") == Way.Graph)
            {
                checks.AddCheck<GraphHealthCheck>("graph");
                return;
            }
            checks.AddM365SmtpGateCheck(check => check.SignIn = true);
            builder
                .Services.AddOptions<M365Smtp.GateCheckHealthOptions>("m365-smtp")
                .Configure<IOptions<MailOptions>, TokenCredential>(
                    (check, mail, credential) =>
                    {
                        check.Check.Host = mail.Value.Host;
                        check.Check.Port = mail.Value.Port;
                        check.Check.Mailbox = mail.Value.Mailbox;
                        check.Check.TokenProvider = async cancel =>
                            (
                                await credential.GetTokenAsync(new(["https://outlook.office365.com/.default"]), cancel)
                            ).Token;
                    }
                );
        }
    }
}
