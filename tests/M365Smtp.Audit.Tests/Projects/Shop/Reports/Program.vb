Imports System.Net
Imports System.Net.Mail

Module Program
    Sub Main()
        Dim client As New SmtpClient("smtp.office365.com", 587)
        client.EnableSsl = True
        client.Credentials = New NetworkCredential("reports@contoso.com", "R3ports!pw")
        client.Send("reports@contoso.com", "cfo@contoso.com", "Report", "Attached")
    End Sub
End Module
