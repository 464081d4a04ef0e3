using System.Text.Json;

namespace M365Smtp.Audit.Tests;

/// <summary>The exports of a tenant combined with the code, with known results.</summary>
public sealed class TenantTests : IDisposable
{
    const string Code = """
        using System.Net;
        using System.Net.Mail;

        public class Orders
        {
            public void Send() => With("orders@contoso.com");
            static void With(string user)
            {
                var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                client.Credentials = new NetworkCredential("Orders@Contoso.com", Secrets.Password);
                client.Send("orders@contoso.com", "b@contoso.com", "s", "b");
            }
        }

        public class Billing
        {
            public void Send()
            {
                var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                client.Credentials = new NetworkCredential("invoices@contoso.com", Secrets.Password);
                client.Send("invoices@contoso.com", "b@contoso.com", "s", "b");
            }
        }

        public class Alerts
        {
            public void Send(string user)
            {
                var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                client.Credentials = new NetworkCredential(user, Secrets.Password);
                client.Send("alerts@contoso.com", "b@contoso.com", "s", "b");
            }
        }

        public class Retired
        {
            public void Send()
            {
                var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                client.Credentials = new NetworkCredential("old@contoso.com", Secrets.Password);
                client.Send("old@contoso.com", "b@contoso.com", "s", "b");
            }
        }

        static class Secrets { public static string Password => System.Environment.GetEnvironmentVariable("P")!; }
        """;

    const string Mailboxes = """
        [
          { "UserPrincipalName": "orders@contoso.com", "PrimarySmtpAddress": "orders@contoso.com",
            "EmailAddresses": ["SMTP:orders@contoso.com"] },
          { "UserPrincipalName": "billing@contoso.com", "PrimarySmtpAddress": "billing@contoso.com",
            "EmailAddresses": ["SMTP:billing@contoso.com", "smtp:invoices@contoso.com", "SIP:billing@contoso.com"] },
          { "UserPrincipalName": "svc-alerts@contoso.com", "PrimarySmtpAddress": "alerts@contoso.com",
            "EmailAddresses": ["SMTP:alerts@contoso.com"] },
          { "UserPrincipalName": "old@contoso.com", "PrimarySmtpAddress": "old@contoso.com", "EmailAddresses": [] },
          { "UserPrincipalName": "scanner@contoso.com", "PrimarySmtpAddress": "scanner@contoso.com",
            "EmailAddresses": [] }
        ]
        """;

    const string CasMailboxes = """
        [
          { "PrimarySmtpAddress": "orders@contoso.com", "SmtpClientAuthenticationDisabled": false },
          { "PrimarySmtpAddress": "alerts@contoso.com", "SmtpClientAuthenticationDisabled": null }
        ]
        """;

    const string Report = """
        "Sender address","Authentication protocol","TLS version","Message count"
        "orders@contoso.com","Basic Auth","TLS1_2","120"
        "billing@contoso.com","Basic Auth","TLS1_2","31"
        "svc-alerts@contoso.com","OAuth","TLS1_3","7"
        "scanner@contoso.com","Basic Auth","TLS1_2","400"
        """;

    readonly AuditedFolder folder = AuditedFolder
        .Empty()
        .Write("Mail.cs", Code)
        .Write("exports/mailboxes.json", Mailboxes)
        .Write("exports/cas.json", CasMailboxes)
        .Write("exports/report.csv", Report);

    public void Dispose() => folder.Dispose();

    static string Words(JsonElement row, params string[] names) =>
        string.Join(' ', names.Select(name => AuditRunResult.Text(row, name)));

    Task<AuditRunResult> JoinedAsync(params string[] more) =>
        folder.AuditAsync([
            "--json",
            "--mailboxes",
            folder["exports/mailboxes.json"],
            folder["exports/cas.json"],
            "--smtp-auth-report",
            folder["exports/report.csv"],
            .. more,
        ]);

    [Fact]
    public async Task Every_mailbox_that_sends_is_joined_with_its_code_by_upn_alias_and_sender()
    {
        var tenant = (await JoinedAsync()).Json.GetProperty("tenant");

        Assert.Equal(
            [
                "billing@contoso.com Password 31  Mail.cs:19 alias",
                "orders@contoso.com Password 120 on Mail.cs:9 upn",
                "scanner@contoso.com Password 400  ",
                "svc-alerts@contoso.com OAuth 7 as the tenant Mail.cs:29 from",
            ],
            tenant
                .GetProperty("mailboxes")
                .EnumerateArray()
                .Select(row =>
                    $"{Words(row, "mailbox", "signIn", "messages", "smtpAuth")} "
                    + string.Join(
                        ", ",
                        row.GetProperty("code")
                            .EnumerateArray()
                            .Select(code => $"{AuditRunResult.Text(code, "place")} {AuditRunResult.Text(code, "by")}")
                    )
                )
        );
    }

    [Fact]
    public async Task Mailboxes_without_code_and_code_without_sign_ins_are_named()
    {
        var tenant = (await JoinedAsync()).Json.GetProperty("tenant");

        Assert.Equal(
            ["scanner@contoso.com"],
            tenant.GetProperty("unexplained").EnumerateArray().Select(one => one.GetString())
        );
        Assert.Equal(
            ["old@contoso.com"],
            tenant.GetProperty("neverSignedIn").EnumerateArray().Select(one => one.GetString())
        );
    }

    [Fact]
    public async Task The_sign_in_log_counts_too_as_Graph_and_as_PowerShell_write_it()
    {
        folder.Write(
            "exports/graph.json",
            """
            { "value": [
              { "userPrincipalName": "old@contoso.com", "clientAppUsed": "Authenticated SMTP",
                "createdDateTime": "2026-11-29T08:00:00Z", "status": { "errorCode": 0 } },
              { "userPrincipalName": "x@contoso.com", "clientAppUsed": "Browser" }
            ] }
            """
        );
        folder.Write(
            "exports/powershell.json",
            """
            [ { "UserPrincipalName": "refused@contoso.com", "ClientAppUsed": "Authenticated SMTP",
                "Status": { "ErrorCode": 50126 } } ]
            """
        );

        var tenant = (
            await JoinedAsync("--sign-ins", folder["exports/graph.json"], folder["exports/powershell.json"])
        ).Json.GetProperty("tenant");

        var old = tenant
            .GetProperty("mailboxes")
            .EnumerateArray()
            .Single(row => AuditRunResult.Text(row, "mailbox") == "old@contoso.com");
        Assert.Equal(
            ("Password", "2026-11-29T08:00:00Z"),
            (AuditRunResult.Text(old, "signIn"), AuditRunResult.Text(old, "lastSeen"))
        );
        Assert.Empty(tenant.GetProperty("neverSignedIn").EnumerateArray());
        Assert.DoesNotContain(
            tenant.GetProperty("mailboxes").EnumerateArray(),
            row => AuditRunResult.Text(row, "mailbox") is "x@contoso.com" or "refused@contoso.com"
        );
    }

    [Theory]
    [InlineData("Sender;Auth type;Messages\norders@contoso.com;Modern;5\n", "orders@contoso.com OAuth 5")]
    [InlineData("\ufeffMailbox\tCount\norders@contoso.com\t5\n", "orders@contoso.com Unknown 5")]
    [InlineData(
        "SenderAddress,AuthProtocol,MessageCount\norders@contoso.com,Basic,5\n",
        "orders@contoso.com Password 5"
    )]
    [InlineData(
        "User Principal Name,Authentication Method\norders@contoso.com,Basic\n",
        "orders@contoso.com Password "
    )]
    public async Task Columns_are_found_by_the_words_of_their_headers(string csv, string expected)
    {
        folder.Write("exports/other.csv", csv);

        var run = await folder.AuditAsync("--json", "--smtp-auth-report", folder["exports/other.csv"]);

        var row = Assert.Single(run.Json.GetProperty("tenant").GetProperty("mailboxes").EnumerateArray());
        Assert.Equal(expected, Words(row, "mailbox", "signIn", "messages"));
    }

    [Theory]
    [InlineData(
        "--smtp-auth-report",
        "Absender,Anzahl\na@contoso.com,5\n",
        "no column names the mailbox (Sender address). Its columns are: Absender, Anzahl."
    )]
    [InlineData("--smtp-auth-report", "", "it is empty.")]
    [InlineData(
        "--mailboxes",
        """[ { "Name": "Orders" } ]""",
        "no object has UserPrincipalName, PrimarySmtpAddress or EmailAddresses. Its properties are: Name."
    )]
    [InlineData("--mailboxes", "[ {", "it is not JSON (line 1).")]
    [InlineData(
        "--sign-ins",
        """[ { "id": 1 } ]""",
        "no object has userPrincipalName and clientAppUsed. Its properties are: id."
    )]
    public async Task An_export_of_another_shape_is_an_error_that_says_what_it_has(
        string option,
        string text,
        string message
    )
    {
        folder.Write("exports/wrong", text);

        var run = await folder.AuditAsync(option, folder["exports/wrong"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal($"{option}: wrong: {message} How to make it: m365smtp audit --export-commands", run.Error.Trim());
    }

    [Fact]
    public async Task The_commands_that_make_the_exports_are_printed()
    {
        var run = await AuditRunResult.OfAsync("--export-commands");

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            ["Get-EXOMailbox", "Get-CASMailbox", "Get-MgAuditLogSignIn", "SMTP AUTH clients"],
            command => Assert.Contains(command, run.Out)
        );
    }

    [Fact]
    public async Task An_address_of_two_mailboxes_is_joined_with_neither()
    {
        folder.Write(
            "exports/mailboxes.json",
            """
            [
              { "UserPrincipalName": "a@contoso.com", "EmailAddresses": ["smtp:orders@contoso.com"] },
              { "UserPrincipalName": "b@contoso.com", "EmailAddresses": ["smtp:orders@contoso.com"] }
            ]
            """
        );

        var tenant = (await JoinedAsync()).Json.GetProperty("tenant");

        Assert.Contains("orders@contoso.com", Assert.Single(tenant.GetProperty("notes").EnumerateArray()).GetString());
    }
}
