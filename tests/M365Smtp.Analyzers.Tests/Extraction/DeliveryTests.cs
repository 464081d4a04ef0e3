namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Mail that a client writes to a folder reaches no server, so its host counts for nothing.</summary>
public class DeliveryTests
{
    const string Sent = "Send: smtp.office365.com:587 unset, no login";
    const string Written = "Send: ?:587 unset, no login";

    [Theory]
    [InlineData("", Sent)]
    [InlineData("c.DeliveryMethod = SmtpDeliveryMethod.Network;", Sent)]
    [InlineData("c.DeliveryMethod = (SmtpDeliveryMethod)0;", Sent)]
    [InlineData("c.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;", Written)]
    [InlineData("c.DeliveryMethod = SmtpDeliveryMethod.PickupDirectoryFromIis;", Written)]
    [InlineData("c.DeliveryMethod = (SmtpDeliveryMethod)s.Length;", Written)]
    [InlineData("c.PickupDirectoryLocation = s;", Written)]
    [InlineData(
        "c.DeliveryMethod = SmtpDeliveryMethod.PickupDirectoryFromIis; c.DeliveryMethod = SmtpDeliveryMethod.Network;",
        Sent
    )]
    public void A_client_that_delivers(string by, string facts) =>
        Assert.Equal(
            (by, facts),
            (by, Facts.OfBody($"var c = new SmtpClient(\"smtp.office365.com\", 587); {by} c.Send(m);"))
        );

    /// <summary>A process-wide setting concerns mail only beside a client that reads it.</summary>
    [Theory]
    [InlineData("nothing", "", "")]
    [InlineData("a field", "SmtpClient client;", "TLS 1.0")]
    [InlineData("a property", "public SmtpClient Client { get; set; }", "TLS 1.0")]
    [InlineData("a parameter", "abstract void Fill(SmtpClient client);", "TLS 1.0")]
    [InlineData("a result", "abstract SmtpClient Make();", "TLS 1.0")]
    [InlineData("a client made", "void Send(MailMessage m) => new SmtpClient().Send(m);", "TLS 1.0")]
    [InlineData("a client read", "void Close() => Kept.Client.Dispose();", "TLS 1.0")]
    [InlineData("a field of MailKit", "MailKit.Net.Smtp.SmtpClient client;", "")]
    [InlineData("a message", "MailMessage message;", "")]
    public void Old_TLS_of_the_process_beside(string name, string member, string versions) =>
        Assert.Equal(
            (name, versions.Length > 0),
            (
                name,
                Facts
                    .OfCSharp(
                        $$"""
                        using System.Net; using System.Net.Mail;
                        abstract class C {
                            {{member.Replace("abstract", "protected abstract", StringComparison.Ordinal)}}
                            static void Start() => ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
                        }
                        """,
                        "static class Kept { public static System.Net.Mail.SmtpClient Client; }"
                    )
                    .Contains("Process: ?:? ?, TLS 1.0", StringComparison.Ordinal)
            )
        );

    [Theory]
    [InlineData("(s, c, h, e) => true", "EmailSinkOptions Make() => null;", true)]
    [InlineData("(s, c, h, e) => true", "EmailSinkOptions options;", true)]
    [InlineData("(s, c, h, e) => true", "object Log(Serilog.LoggerSinkConfiguration log) => Serilog.LoggerConfigurationEmailExtensions.Email(log, \"\", \"\", \"h\");", true)]
    [InlineData("(s, c, h, e) => true", "object options;", false)]
    [InlineData("(s, c, h, e) => e == 0", "EmailSinkOptions options;", false)]
    public void A_callback_of_the_process_beside_a_librarys_options(string callback, string member, bool found) =>
        Assert.Equal(
            (member, found),
            (
                member,
                Facts
                    .OfLibrary(
                        SerilogStub.Code,
                        $$"""
                        using System.Net; using Serilog.Sinks.Email;
                        class C {
                            {{member}}
                            static void Start() =>
                                ServicePointManager.ServerCertificateValidationCallback = {{callback}};
                        }
                        """
                    )
                    .Contains("any certificate", StringComparison.Ordinal)
            )
        );
}
