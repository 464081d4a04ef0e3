using System.Diagnostics;

namespace M365Smtp.Tool.Tests.Docs;

/// <summary>A folder with the files that the pages name, in which a reader tries the commands.</summary>
sealed class ReadersFolder : IDisposable
{
    static readonly Dictionary<string, string> Files = new()
    {
        ["Mail.cs"] = """
            var client = new System.Net.Mail.SmtpClient("smtp.office365.com", 465);
            client.Send("alerts@contoso.com", "ops@contoso.com", "Alert", "It is warm.");
            """,
        [".env"] = "SMTP_HOST=smtp.office365.com\nSMTP_PORT=465\n",
        ["deploy/appsettings.json"] = """{ "Smtp": { "Host": "smtp.office365.com", "Port": 465 } }""",
        ["build/mail.globalconfig"] = "is_global = true\ndotnet_diagnostic.SMTP1001.severity = error\n",
        ["m365smtp.senders.json"] = """{ "mailboxes": [{ "upn": "alerts@contoso.com" }] }""",
        ["mailboxes.json"] = """[{ "UserPrincipalName": "alerts@contoso.com", "EmailAddresses": [] }]""",
        ["casmailboxes.json"] = """
            [{ "PrimarySmtpAddress": "alerts@contoso.com", "SmtpClientAuthenticationDisabled": true }]
            """,
        ["report.csv"] = """
            "Sender address","Authentication protocol","TLS version","Message count"
            "alerts@contoso.com","Basic Auth","TLS1_2","120"
            """,
        ["sign-ins.json"] = "[]",
    };

    readonly string path = Directory.CreateTempSubdirectory("reader-").FullName;

    public ReadersFolder()
    {
        foreach (var (name, text) in Files)
        {
            var file = Path.Combine(path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    public void Dispose() => Directory.Delete(path, recursive: true);

    public Task<(int ExitCode, string Out, string Error)> RunAsync(DocumentedCommand command) =>
        RunningTool.ReadAsync(Start(command));

    /// <summary>Starts the command from the source in the repository, as built by the tests, or as an installed
    /// tool.</summary>
    public Process Start(DocumentedCommand command) =>
        command.Line.StartsWith(DocumentedCommand.ToolFromSource, StringComparison.Ordinal)
            ? RunningTool.Start(
                DocumentedCommand.Repository,
                ["run", "--no-build", "--project", "src/M365Smtp.Tool", "--", .. command.Arguments]
            )
            : RunningTool.Start(path, [RunningTool.Assembly, .. command.Arguments]);
}
