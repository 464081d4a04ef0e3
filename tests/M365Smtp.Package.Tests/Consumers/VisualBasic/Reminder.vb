Imports System.Net
Imports System.Net.Mail

Public Module Reminder
    Public Sub Send(recipient As String, password As String)
        Using client As New SmtpClient("smtp.live.com", 465)
            client.Credentials = New NetworkCredential("reminder@contoso.com", password)
            client.Send("reminder@contoso.com", recipient, "Reminder", "Tomorrow at nine.")
        End Using
    End Sub
End Module
