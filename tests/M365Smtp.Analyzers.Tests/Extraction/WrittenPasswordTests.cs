namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Passwords in the source that are not a plain literal.</summary>
public class WrittenPasswordTests
{
    static Task Check(string members) =>
        MarkedCode.Check(
            Report.CSharp(
                $$"""
                using System; using System.Net; using System.Net.Mail; using System.Text;
                class C {
                    void Send(string pw) { var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("app@contoso.com", pw) }; c.Send(new MailMessage()); }
                {{members}}
                }
                """
            ),
            "SMTP4003"
        );

    [Fact]
    public Task A_fallback_Base64_and_bytes_are_passwords_in_the_source() =>
        Check(
            """
            void Fallback(string pw) {
                Send(pw ?? "Kirsch!baum47"); //! SMTP4003
            }
            void Variable() {
                var pw = Environment.GetEnvironmentVariable("PW") ?? "Kirsch!baum48"; //! SMTP4003
                Send(pw);
            }
            void Base64() {
                Send(Encoding.UTF8.GetString(Convert.FromBase64String("S2lyc2NoIWJhdW00Nw=="))); //! SMTP4003
            }
            void Bytes() {
                byte[] secret = { 75, 105, 114, 115, 99, 104, 33, 52, 55 };
                Send(Encoding.ASCII.GetString(secret)); //! SMTP4003
            }
            """
        );

    [Fact]
    public Task Values_read_at_run_time_and_placeholders_are_not_reported() =>
        Check(
            """
            void Thrown(string pw) => Send(pw ?? throw new InvalidOperationException("no password is set"));
            void Empty(string pw) => Send(pw ?? "");
            void Placeholder(string pw) => Send(pw ?? "your-password");
            void Read(byte[] file) => Send(Encoding.UTF8.GetString(file));
            void NoText() => Send(Encoding.UTF8.GetString(Convert.FromBase64String("AAECAwQ=")));
            """
        );

    [Fact]
    public Task A_default_of_an_options_class_is_reported_in_its_file_once() =>
        MarkedCode.Check(
            Report.CSharp(
                """
                using System.Net; using System.Net.Mail;
                class C { void Send(Options o) { var c = new SmtpClient(o.Host, 587) { EnableSsl = true, Credentials = new NetworkCredential(o.User, o.Password) }; c.Send(new MailMessage()); } }
                """,
                """
                public class Options {
                    public string Host { get; set; } = "smtp.office365.com";
                    public string User { get; set; } = "app@contoso.com";
                    public string Password { get; set; } = "Kirsch!baum47"; //! SMTP4003
                }
                """
            ),
            "SMTP4003"
        );

    [Fact]
    public Task A_default_of_a_class_without_a_host_is_reported_where_it_is_used() =>
        MarkedCode.Check(
            Report.CSharp(
                """
                using System.Net; using System.Net.Mail;
                class C {
                    void Send(string user) {
                        var login = new Login();
                        var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, login.Password) }; //! SMTP4003
                        c.Send(new MailMessage());
                    }
                }
                """,
                """public class Login { public string Password { get; set; } = "Kirsch!baum47"; }"""
            ),
            "SMTP4003"
        );

    [Fact]
    public Task A_default_is_not_reported_in_the_file_of_another_part() =>
        MarkedCode.Check(
            Report.CSharp(
                """public partial class SmtpOptions { public string Host { get; set; } = "smtp.office365.com"; }""",
                """public partial class SmtpOptions { public string Password { get; set; } = "Kirsch!baum47"; }"""
            ),
            "SMTP4003"
        );

    [Fact]
    public Task A_default_beside_another_host_is_another_providers() =>
        MarkedCode.Check(
            Report.CSharp(
                """public class SmtpOptions { public string Host { get; set; } = "smtp.gmail.com"; public string Password { get; set; } = "Kirsch!baum47"; }"""
            ),
            "SMTP4003"
        );
}
