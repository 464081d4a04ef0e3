using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Shop.Mail.Reports.N0
{
    public sealed record ReportRow(string Shop, decimal Revenue, int Orders);

    public interface IReportSource
    {
        Task<IReadOnlyList<ReportRow>> RowsAsync(DateTime day, CancellationToken cancel);
    }

    public sealed class NightlyReport
    {
        private const string Server = "smtp.office365.com";
        private readonly IReportSource source;
        private readonly IReadOnlyList<string> readers;

        public NightlyReport(IReportSource source, IReadOnlyList<string> readers)
        {
            this.source = source;
            this.readers = readers;
        }

        public async Task RunAsync(DateTime day, CancellationToken cancel)
        {
            var rows = await source.RowsAsync(day, cancel);
            if (rows.Count == 0) return;
            var message = new MimeMessage();
            message.From.Add(new MailboxAddress("Reports", "reports@contoso.com"));
            foreach (var reader in readers) message.To.Add(MailboxAddress.Parse(reader));
            message.Subject = $"Revenue of {day:yyyy-MM-dd}";
            message.Body = new TextPart("plain") { Text = Text(rows) };

            using var client = new SmtpClient();
            client.ServerCertificateValidationCallback = (sender, certificate, chain, errors) => true;
            await client.ConnectAsync(Server, 465, SecureSocketOptions.SslOnConnect, cancel);
            await client.AuthenticateAsync("reports@contoso.com", Environment.GetEnvironmentVariable("REPORTS_PASSWORD"), cancel);
            await client.SendAsync(message, cancel);
            await client.DisconnectAsync(true, cancel);
        }

        private static string Text(IReadOnlyList<ReportRow> rows)
        {
            var total = rows.Sum(row => row.Revenue);
            var lines = rows.OrderByDescending(row => row.Revenue).Select(row => $"{row.Shop,-20} {row.Revenue,12:0.00} {row.Orders,6}");
            return string.Join("\n", lines) + $"\n\nTotal {total:0.00}";
        }
    }
}
