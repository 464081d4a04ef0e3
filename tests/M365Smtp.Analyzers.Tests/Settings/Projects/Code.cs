namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>Code shared by most projects.</summary>
static class Code
{
    public const string StartTls = "SecureSocketOptions.StartTls";

    /// <summary>A class that sends on line 3 of its file.</summary>
    public static (string, string) Mailer(string send, string parameters = "IConfiguration config") =>
        (
            "Mailer.cs",
            $$"""
            class Mailer({{parameters}}) {
                public void Send(string token) {
                    {{send}}
                }
            }
            """
        );

    /// <summary>MailKit with OAuth 2.0.</summary>
    public static string Kit(string host, string port, string tls = StartTls, string user = "\"app@contoso.com\"") =>
        $"using var smtp = new KitSmtp(); smtp.Connect({host}, {port}, {tls}); smtp.Authenticate(new SaslMechanismOAuth2({user}, token));";

    /// <summary>System.Net.Mail with a password.</summary>
    public static string Net(
        string host,
        string port,
        string ssl = "true",
        string user = "\"app@contoso.com\"",
        string password = "token"
    ) =>
        $$"""using var smtp = new SmtpClient({{host}}, {{port}}) { EnableSsl = {{ssl}}, Credentials = new NetworkCredential({{user}}, {{password}}) }; smtp.Send("app@contoso.com", "customer@fabrikam.com", "", "");""";

    public static (string, string) Json(string smtp, string path = "appsettings.json") =>
        (
            path,
            $$"""
            {
              "Smtp": { {{smtp}} }
            }
            """
        );

    public const string Host = "\"Host\": \"smtp.office365.com\"";
}
