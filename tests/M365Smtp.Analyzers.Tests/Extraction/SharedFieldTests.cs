namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>A client and a message in fields that several methods of the type fill.</summary>
public class SharedFieldTests
{
    static Task Check(string code) =>
        MarkedCode.Check(
            Report.CSharp(
                "using System; using System.Net; using System.Net.Mail; using MailKit.Security; using MimeKit;\n" + code
            ),
            "SMTP1004",
            "SMTP3003",
            "SMTP4001"
        );

    [Fact]
    public Task The_sender_of_one_method_meets_the_login_of_another() =>
        Check(
            """
            class C {
                SmtpClient client = new SmtpClient();
                MailMessage mail = new MailMessage();
                public void Fill() {
                    mail.From = new MailAddress("shop@fabrikam.com"); //! SMTP3003
                }
                public void Open(string pw) {
                    client.Host = "smtp.office365.com"; client.Port = 587; client.EnableSsl = true;
                    client.Credentials = new NetworkCredential("shop@contoso.com", pw); //! SMTP4001
                }
                public void Send() => client.Send(mail);
            }
            """
        );

    [Fact]
    public Task Objects_made_in_methods_meet_as_well() =>
        Check(
            """
            class C {
                SmtpClient client;
                MailMessage mail;
                void Fill() {
                    mail = new MailMessage();
                    mail.From = new MailAddress("shop@fabrikam.com"); //! SMTP3003
                }
                void Open(string pw) {
                    client = new SmtpClient("smtp.office365.com", 465); //! SMTP1004
                    client.Credentials = new NetworkCredential("shop@contoso.com", pw); //! SMTP4001
                }
                public void Send() => client.Send(mail);
            }
            """
        );

    [Fact]
    public Task MailKit_connects_in_one_method_and_signs_in_in_another() =>
        Check(
            """
            class C {
                readonly MailKit.Net.Smtp.SmtpClient client = new();
                readonly MimeMessage mail = new();
                public void Fill() {
                    mail.From.Add(new MailboxAddress("Shop", "shop@fabrikam.com")); //! SMTP3003
                }
                public void Open() => client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                public void SignIn(string pw) {
                    client.Authenticate("shop@contoso.com", pw); //! SMTP4001
                }
                public void Send() => client.Send(mail);
            }
            """
        );

    [Fact]
    public Task A_method_too_long_to_read_tells_the_others_nothing() =>
        Check(
            $$"""
            class C {
                readonly SmtpClient client = new SmtpClient();
                readonly MailMessage mail = new MailMessage();
                public void Fill() {
                    mail.From = new MailAddress("shop@fabrikam.com"); //! SMTP3003
                }
                public void Open(string pw) {
                    client.Host = "smtp.office365.com"; client.Port = 587; client.EnableSsl = true;
                    client.Credentials = new NetworkCredential("shop@contoso.com", pw); //! SMTP4001
                }
                public void Send() => client.Send(mail);
                public void Write() {
                    {{string.Concat(Enumerable.Repeat("mail.Body += \"line\"; ", 1000))}}
                }
            }
            """
        );

    [Theory]
    [InlineData("private", "//! SMTP3003")]
    [InlineData("internal", "")]
    [InlineData("protected", "")]
    [InlineData("public", "")]
    public Task Only_a_private_field_holds_what_its_class_gives_it(string access, string found) =>
        Check(
            $$"""
            public class C {
                {{access}} SmtpClient client = new SmtpClient();
                {{access}} MailMessage mail = new MailMessage();
                int count;
                public void Fill() {
                    count = 1;
                    mail.From = new MailAddress("shop@fabrikam.com"); {{found}}
                }
                public void Open(string pw) {
                    count = 2;
                    client.Host = "smtp.office365.com"; client.Port = 587; client.EnableSsl = true;
                    client.Credentials = new NetworkCredential("shop@contoso.com", pw); {{(found == "" ? "" : "//! SMTP4001")}}
                }
                public void Send() { Console.WriteLine(count); client.Send(mail); }
            }
            """
        );

    [Fact]
    public Task In_Visual_Basic_as_well() =>
        MarkedCode.Check(
            Report.VisualBasic(
                """
                Imports System.Net
                Imports System.Net.Mail
                Class C
                    Private ReadOnly client As New SmtpClient()
                    Private ReadOnly mail As New MailMessage()
                    Public Sub Fill()
                        With mail
                            .Subject = "Order"
                            .From = New MailAddress("shop@fabrikam.com") '! SMTP3003
                        End With
                    End Sub
                    Public Sub Open(pw As String)
                        client.Host = "smtp.office365.com"
                        client.Port = 587
                        client.EnableSsl = True
                        client.Credentials = New NetworkCredential("shop@contoso.com", pw)
                    End Sub
                    Public Sub Send()
                        client.Send(mail)
                    End Sub
                End Class
                """
            ),
            "SMTP3003"
        );

    [Theory]
    [InlineData(
        "two senders",
        """public void Fill() { mail.From = new MailAddress("shop@fabrikam.com"); } public void Other() { mail.From = new MailAddress("shop@contoso.com"); }"""
    )]
    [InlineData(
        "two hosts",
        """public void Fill() { mail.From = new MailAddress("shop@fabrikam.com"); } public void Gmail() { client.Host = "smtp.gmail.com"; }"""
    )]
    [InlineData(
        "a message that others get",
        """public void Fill(Action<MailMessage> more) { mail.From = new MailAddress("shop@fabrikam.com"); more(mail); }"""
    )]
    public Task Where_methods_disagree_nothing_is_known(string name, string methods)
    {
        Assert.NotEmpty(name);
        return MarkedCode.Check(
            Report.CSharp(
                $$"""
                using System; using System.Net; using System.Net.Mail;
                class C {
                    SmtpClient client = new SmtpClient();
                    MailMessage mail = new MailMessage();
                    {{methods}}
                    public void Open(string pw) { client.Host = "smtp.office365.com"; client.Port = 587; client.EnableSsl = true; client.Credentials = new NetworkCredential("shop@contoso.com", pw); }
                    public void Send() => client.Send(mail);
                }
                """
            ),
            "SMTP3003"
        );
    }
}
