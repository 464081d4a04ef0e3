namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>The part of Serilog.Sinks.Email that says how mail is sent.</summary>
static class SerilogStub
{
    public const string Code = """
        using System.Net.Security; using MailKit.Security;
        namespace Serilog
        {
            public class LoggerSinkConfiguration { }
            public static class LoggerConfigurationEmailExtensions
            {
                public static object Email(
                    this LoggerSinkConfiguration log,
                    string from,
                    string to,
                    string host,
                    int port = 25,
                    SecureSocketOptions connectionSecurity = SecureSocketOptions.Auto,
                    System.Net.ICredentialsByHost credentials = null
                ) => throw null;
            }
        }
        namespace Serilog.Sinks.Email
        {
            public class EmailSinkOptions
            {
                public string From { get; set; }
                public string Host { get; set; }
                public int Port { get; set; }
                public System.Net.ICredentialsByHost Credentials { get; set; }
                public SecureSocketOptions ConnectionSecurity { get; set; }
                public RemoteCertificateValidationCallback ServerCertificateValidationCallback { get; set; }
            }
        }
        """;
}
