namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>The same shapes in Visual Basic.</summary>
public class VisualBasicShapeTests
{
    [Theory]
    [InlineData(
        "constructor, then properties",
        """Dim c As New SmtpClient("smtp.office365.com", 587) : c.Credentials = New NetworkCredential("a@contoso.com", s) : c.EnableSsl = True : c.Send(m)""",
        "Send: smtp.office365.com:587 StartTls, password a@contoso.com"
    )]
    [InlineData(
        "With block",
        """
            Dim c = New SmtpClient()
            With c
                .Host = "smtp.office365.com"
                .Port = 25
                .EnableSsl = False
                .Credentials = New NetworkCredential("a@contoso.com", s)
            End With
            c.Send(m)
            """,
        "Send: smtp.office365.com:25 None, password a@contoso.com"
    )]
    [InlineData(
        "object initializer",
        """Dim c = New SmtpClient("h") With {.Port = 587, .EnableSsl = True, .Credentials = New NetworkCredential With {.UserName = "a@contoso.com", .Password = s}} : c.Send(m)""",
        "Send: h:587 StartTls, password a@contoso.com"
    )]
    [InlineData(
        "Using",
        """
            Using c As New SmtpClient("h", 587) With {.EnableSsl = True}
                c.Send(m)
            End Using
            """,
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "locals",
        """Dim host As String = "h", port As Integer = 465 : Dim c = New SmtpClient(host, port) : c.Send(m)""",
        "Send: h:465 unset, no login"
    )]
    [InlineData(
        "conversions",
        """Dim c = New SmtpClient("h", CInt("587")) : c.EnableSsl = CBool("True") : c.Send(m)""",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "branch",
        """
            Dim c = New SmtpClient("h", 25)
            If b Then c.EnableSsl = True
            c.Send(m)
            """,
        "Send: h:25 ?, no login"
    )]
    [InlineData(
        "one arm a host",
        """
            Dim host As String, port As Integer
            Select Case s
                Case "ms" : host = "smtp.office365.com" : port = 465
                Case Else : host = "localhost" : port = 2525
            End Select
            Dim c = New SmtpClient(host, port)
            c.Send(m)
            """,
        "Send: localhost:2525 unset, no login / Send: smtp.office365.com:465 unset, no login"
    )]
    [InlineData(
        "sender",
        """Dim c = New SmtpClient("h", 25) : Dim mail As New MailMessage() : mail.From = New MailAddress("a@contoso.com") : c.Send(mail)""",
        "Send: h:25 unset, no login, from a@contoso.com"
    )]
    [InlineData(
        "catch and send again",
        """
            Dim c = New SmtpClient("h", 587)
            Try
                c.EnableSsl = b
            Catch ex As Exception
                c.Port = 25
                c.Send(m)
            End Try
            """,
        "Send: h:25 ?, no login"
    )]
    public void SystemNetMail(string name, string body, string facts) =>
        Assert.Equal(
            (name, facts),
            (
                name,
                Facts.OfVisualBasic(
                    $$"""
                    Imports System : Imports System.Net : Imports System.Net.Mail
                    Class C
                        Sub M(b As Boolean, s As String, m As MailMessage)
                    {{body}}
                        End Sub
                    End Class
                    """
                )
            )
        );

    [Theory]
    [InlineData(
        "STARTTLS",
        """k.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls)""",
        "Connect: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData("false", """k.Connect("h", 587, False)""", "Connect: h:587 Opportunistic, no login")]
    [InlineData(
        "named",
        """k.Connect(host:="h", options:=SecureSocketOptions.None, port:=587)""",
        "Connect: h:587 None, no login"
    )]
    [InlineData("port left out", """k.Connect("h")""", "Connect: h:25 Opportunistic, no login")]
    [InlineData(
        "await",
        """Await k.ConnectAsync("h", 587, True) : Await k.AuthenticateAsync("a@contoso.com", s)""",
        "Connect: h:587 Implicit, no login / Authenticate: h:587 Implicit, password a@contoso.com"
    )]
    [InlineData(
        "mechanism",
        """k.Connect("h", 587, True) : k.Authenticate(New SaslMechanismOAuth2("a@contoso.com", s))""",
        "Connect: h:587 Implicit, no login / Authenticate: h:587 Implicit, XOAUTH2 a@contoso.com"
    )]
    [InlineData(
        "message",
        """k.Connect("h", 587, True) : Dim mail As New MimeMessage() : mail.From.Add(MailboxAddress.Parse("a@contoso.com")) : k.Send(mail)""",
        "Connect: h:587 Implicit, no login / Send: h:587 Implicit, no login, from a@contoso.com"
    )]
    [InlineData(
        "any certificate",
        """k.ServerCertificateValidationCallback = Function(o, c, h, e) True : k.Connect("h", 587, True)""",
        "Connect: h:587 Implicit, no login, any certificate"
    )]
    public void MailKit(string name, string body, string facts) =>
        Assert.Equal(
            (name, facts),
            (
                name,
                Facts.OfVisualBasic(
                    $$"""
                    Imports MailKit.Net.Smtp : Imports MailKit.Security : Imports MimeKit
                    Class C
                        Async Function M(s As String) As System.Threading.Tasks.Task
                            Using k As New SmtpClient()
                                {{body}}
                            End Using
                        End Function
                    End Class
                    """
                )
            )
        );

    [Theory]
    [InlineData(
        "consts and shared fields",
        """
            Module C
                Const Host As String = "smtp.office365.com"
                Private ReadOnly Port As Integer = 25
                Sub M(m As MailMessage)
                    Dim c As New SmtpClient(Host, Port)
                    c.Send(m)
                End Sub
            End Module
            """,
        "Send: smtp.office365.com:25 unset, no login"
    )]
    [InlineData(
        "factory",
        """
            Class C
                Private Function Make() As SmtpClient
                    Return New SmtpClient("h", 587)
                End Function
                Sub M(m As MailMessage)
                    Dim c = Make()
                    c.EnableSsl = True
                    c.Send(m)
                End Sub
            End Class
            """,
        "Leaves: h:587 unset, no login / Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "optional parameters",
        """
            Class C
                Sub M(m As MailMessage, Optional host As String = "smtp.office365.com", Optional port As Integer = 465)
                    Dim c As New SmtpClient(host, port)
                    c.Send(m)
                End Sub
            End Class
            """,
        "Send: ?:? unset, no login / Send: smtp.office365.com:465 unset, no login"
    )]
    [InlineData(
        "ByRef",
        """
            Class C
                Sub Server(ByRef host As String, ByRef port As Integer)
                    host = "smtp.office365.com"
                    port = 465
                End Sub
                Sub M(m As MailMessage)
                    Dim h As String = Nothing, p As Integer
                    Server(h, p)
                    Dim c As New SmtpClient(h, p)
                    c.Send(m)
                End Sub
            End Class
            """,
        "Send: smtp.office365.com:465 unset, no login"
    )]
    [InlineData(
        "options class",
        """
            Class O
                Public Property Host As String = "smtp.office365.com"
                Public Property Port As Integer = 465
            End Class
            Class C
                Private ReadOnly o As New O()
                Sub M(m As MailMessage)
                    Dim c As New SmtpClient(o.Host, o.Port)
                    c.Send(m)
                End Sub
            End Class
            """,
        "Send: smtp.office365.com:465 unset, no login"
    )]
    [InlineData(
        "own wrapper",
        """
            Class C
                Shared Sub Send(server As String, port As Integer, m As MailMessage)
                    Dim c As New SmtpClient(server, port)
                    c.Send(m)
                End Sub
                Sub M(m As MailMessage)
                    Send("smtp.office365.com", 25, m)
                End Sub
            End Class
            """,
        "Send: ?:? unset, no login / Send: smtp.office365.com:25 unset, no login"
    )]
    [InlineData(
        "extension that sets TLS",
        """
            Module E
                <System.Runtime.CompilerServices.Extension>
                Public Sub Secure(c As SmtpClient)
                    c.EnableSsl = True
                End Sub
            End Module
            Class C
                Sub M(m As MailMessage)
                    Dim c As New SmtpClient("h", 587)
                    c.Secure()
                    c.Send(m)
                End Sub
            End Class
            """,
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "extension with arguments",
        """
            Module E
                <System.Runtime.CompilerServices.Extension>
                Public Sub Use(c As SmtpClient, host As String, port As Integer)
                    c.Host = host
                    c.Port = port
                End Sub
            End Module
            Class C
                Sub M(m As MailMessage)
                    Dim c As New SmtpClient()
                    c.Use("smtp.office365.com", 465)
                    c.Send(m)
                End Sub
            End Class
            """,
        "Leaves: ?:? ? / Send: smtp.office365.com:465 unset, no login"
    )]
    [InlineData(
        "values in parentheses",
        """
            Class C
                Sub M(m As MailMessage)
                    Dim host = "h"
                    Dim port = 587
                    Dim c As New SmtpClient((host), (port))
                    c.EnableSsl = (port = 587)
                    c.Send((m))
                End Sub
            End Class
            """,
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "subclass",
        """
            Class X
                Inherits SmtpClient
                Sub New()
                    MyBase.New("smtp.live.com", 587)
                    EnableSsl = True
                End Sub
            End Class
            """,
        "Leaves: smtp.live.com:587 StartTls"
    )]
    [InlineData(
        "client in a field, TLS set in another method",
        """
            Class C
                Private client As New SmtpClient("h", 587)
                Sub Open()
                    client.EnableSsl = True
                End Sub
                Sub M(m As MailMessage)
                    client.Send(m)
                End Sub
            End Class
            """,
        "Leaves: h:587 unset, no login / Send: h:587 StartTls"
    )]
    public void Classes(string name, string code, string facts) =>
        Assert.Equal(
            (name, facts),
            (name, Facts.OfVisualBasic("Imports System.Net : Imports System.Net.Mail\n" + code))
        );
}
