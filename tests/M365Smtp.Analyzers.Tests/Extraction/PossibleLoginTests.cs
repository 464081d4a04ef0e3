namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Logins chosen by a condition: each possible one is judged, and none is reported as missing.</summary>
public class PossibleLoginTests
{
    [Theory]
    [InlineData(
        "only with a user",
        """if (!string.IsNullOrEmpty(s)) c.Credentials = new NetworkCredential("app@contoso.com", "Heron#Copper72");""",
        "SMTP4001 SMTP4003"
    )]
    [InlineData(
        "one of two",
        """if (b) c.Credentials = new NetworkCredential("app@contoso.com", s); else c.Credentials = new NetworkCredential("orders", "Heron#Copper72");""",
        "SMTP4001 SMTP4001 SMTP3001 SMTP4003"
    )]
    [InlineData(
        "one of two values",
        """c.Credentials = b ? new NetworkCredential("shop.app@gmail.com", s) : new NetworkCredential("app@contoso.com", s);""",
        "SMTP4001 SMTP3004 SMTP4001"
    )]
    [InlineData(
        "in a variable",
        """NetworkCredential login = null; if (b) login = new NetworkCredential("orders", s); c.Credentials = login;""",
        "SMTP4001 SMTP3001"
    )]
    [InlineData(
        "each turn of a loop",
        """for (var i = 0; i < s.Length; i++) if (s[i] == 'x') c.Credentials = new NetworkCredential("orders", s);""",
        "SMTP4001 SMTP3001"
    )]
    [InlineData(
        "different ones in different branches",
        """if (b) { if (s == "x") c.Credentials = new NetworkCredential("orders", s); c.Timeout = 1; } else { if (s == "y") c.Credentials = new NetworkCredential("app@contoso.com", s); c.Timeout = 2; }""",
        "SMTP4001 SMTP3001 SMTP4001"
    )]
    [InlineData(
        "in a client that a helper makes",
        """SmtpClient Make(string user) { var own = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true }; if (b) own.Credentials = new NetworkCredential(user, s); return own; } c = Make("orders");""",
        "SMTP4001 SMTP3001"
    )]
    public async Task Each_login_that_can_run_is_judged(string story, string code, string found) =>
        Assert.Equal((story, found), (story, await Of(code)));

    [Theory]
    [InlineData("none at all", "", "SMTP4005")]
    [InlineData(
        "taken back",
        """c.Credentials = new NetworkCredential("orders", "Heron#Copper72"); c.Credentials = new NetworkCredential("app@contoso.com", s);""",
        "SMTP4001"
    )]
    [InlineData(
        "the wrong one belongs to another host",
        """if (s == "google") { c.Host = "smtp.gmail.com"; c.Credentials = new NetworkCredential("shop.app@gmail.com", s); } else c.Credentials = new NetworkCredential("app@contoso.com", s);""",
        "SMTP4001"
    )]
    [InlineData(
        "which host goes with which login is not seen",
        """if (s == "google") c.Host = "smtp.gmail.com"; if (b) c.Credentials = new NetworkCredential("shop.app@gmail.com", s);""",
        ""
    )]
    [InlineData(
        "the only one belongs to another host",
        """if (s == "google") c.Host = "smtp.gmail.com"; if (s == "google") c.Credentials = new NetworkCredential("shop.app@gmail.com", s);""",
        "SMTP4005"
    )]
    [InlineData(
        "or one that is handed in",
        """if (b) c.Credentials = new NetworkCredential("orders", "Heron#Copper72"); else c.Credentials = given;""",
        ""
    )]
    public async Task A_login_that_cannot_run_is_not(string story, string code, string found) =>
        Assert.Equal((story, found), (story, await Of(code)));

    [Fact]
    public async Task Visual_Basic_too() =>
        Assert.Equal(
            "SMTP4002 SMTP4001 SMTP4001 SMTP3001",
            await Ids(
                Report.VisualBasic(
                    """
                    Imports System.Net
                    Imports System.Net.Mail
                    Class C
                        Sub M(from As String, mail As MailMessage, secret As String)
                            Dim smtp As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True}
                            If from = "a@contoso.com" Then
                                smtp.Credentials = New NetworkCredential("a@contoso.com", secret)
                            Else
                                smtp.Credentials = New NetworkCredential("orders", secret)
                            End If
                            smtp.Send(mail)
                        End Sub
                    End Class
                    """
                )
            )
        );

    static async Task<string> Of(string login) => (
            await Ids(
                Report.CSharp(
                    $$"""
                    using System.Net; using System.Net.Mail;
                    class C {
                        void M(bool b, string s, ICredentialsByHost given, MailMessage mail) {
                            var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                            {{login}}
                            c.Send(mail);
                        }
                    }
                    """
                )
            )
        ).Replace("SMTP4002", "").Trim();

    static async Task<string> Ids(Microsoft.CodeAnalysis.Compilation compilation) =>
        string.Join(" ", (await Report.DiagnosticsOf(compilation)).Select(diagnostic => diagnostic.Id));
}
