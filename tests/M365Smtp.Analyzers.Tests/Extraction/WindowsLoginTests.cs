namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Clients that sign in with the Windows account of the process, for which Exchange Online offers no
/// sign-in.</summary>
public class WindowsLoginTests
{
    [Fact]
    public Task UseDefaultCredentials_alone_and_the_credential_cache_never_sign_in() =>
        MarkedCode.Check(
            Report.CSharp(
                """
                using System.Net; using System.Net.Mail;
                class C {
                    void Machine(MailMessage m) {
                        using var client = new SmtpClient("smtp.office365.com", 587);
                        client.EnableSsl = true;
                        client.UseDefaultCredentials = true; //! SMTP4004
                        client.Send(m);
                    }
                    void Cached(MailMessage m) {
                        using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = CredentialCache.DefaultNetworkCredentials };
                        client.Send(m); //! SMTP4005
                    }
                    void Converted(MailMessage m) {
                        using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = (ICredentialsByHost)CredentialCache.DefaultCredentials };
                        client.Send(m); //! SMTP4005
                    }
                    void OwnServer(MailMessage m) {
                        using var client = new SmtpClient("exchange.contoso.local", 25) { UseDefaultCredentials = true };
                        client.Send(m);
                    }
                    void DirectSend(MailMessage m) {
                        using var client = new SmtpClient("contoso-com.mail.protection.outlook.com", 25) { UseDefaultCredentials = true };
                        client.Send(m);
                    }
                    void Chosen(MailMessage m, bool windows, string user, string pw) {
                        using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, UseDefaultCredentials = windows };
                        if (!windows) client.Credentials = new NetworkCredential(user, pw);
                        client.Send(m);
                    }
                }
                """
            ),
            "SMTP4004",
            "SMTP4005"
        );

    [Fact]
    public Task In_Visual_Basic_as_well() =>
        MarkedCode.Check(
            Report.VisualBasic(
                """
                Imports System.Net
                Imports System.Net.Mail
                Class C
                    Sub Machine(m As MailMessage)
                        Dim client As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True}
                        client.UseDefaultCredentials = True '! SMTP4004
                        client.Send(m)
                    End Sub
                    Sub Cached(m As MailMessage)
                        Dim client As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True}
                        client.Credentials = CredentialCache.DefaultNetworkCredentials
                        client.Send(m) '! SMTP4005
                    End Sub
                End Class
                """
            ),
            "SMTP4004",
            "SMTP4005"
        );
}
