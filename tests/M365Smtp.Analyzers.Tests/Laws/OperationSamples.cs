namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>Code whose verdict requires following one kind of operation.</summary>
/// <param name="Finds">The value found through it: a port, a password, or nothing if it is changed.</param>
sealed record OperationSample(string Kind, string Body, string Finds = "SMTP1004", string Members = "")
{
    public bool IsVisualBasic { get; init; }

    public string Code =>
        IsVisualBasic
            ? $"""
                Imports System.Net.Mail
                Class C
                    Sub M(m As MailMessage)
                        {Body}
                    End Sub
                End Class
                """
            : $$"""
                using System; using System.Net; using System.Net.Mail; using System.Text; using System.Threading.Tasks;
                class C {
                    {{Members}}
                    async Task M(MailMessage m, bool b) { {{Body}} await Task.Yield(); }
                    static void Send(int port, MailMessage m) => new SmtpClient("smtp.office365.com", port) { EnableSsl = true }.Send(m);
                }
                """;
}

/// <summary>Each kind of operation that the engine follows. A rule is broken only at the end of that path.</summary>
static class OperationSamples
{
    const string Anonymous = "object o = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true }; ";

    public static readonly OperationSample[] All =
    [
        new(
            "IExpressionStatementOperation",
            "var c = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true }; c.Port = 465; c.Send(m);"
        ),
        new(
            "IParenthesizedOperation",
            "Dim c As New SmtpClient(\"smtp.office365.com\", (465)) With {.EnableSsl = True} : c.Send(m)"
        )
        {
            IsVisualBasic = true,
        },
        new("IAwaitOperation", "var port = await Task.FromResult(465); Send(port, m);"),
        new("IConversionOperation", "short port = 465; Send(port, m);"),
        new("IFlowCaptureOperation", "Send(b ? 465 : 2525, m);"),
        new("IFlowCaptureReferenceOperation", "Send(b ? 465 : 2525, m);"),
        new("ILocalReferenceOperation", "var port = 465; Send(port, m);"),
        new("IParameterReferenceOperation", "Send(465, m);"),
        new("IInstanceReferenceOperation", "Send(this.port, m);", Members: "readonly int port; C() { port = 465; }"),
        new("IFieldReferenceOperation", "Send(port, m);", Members: "readonly int port; C() { port = 465; }"),
        new("IPropertyReferenceOperation", "Send(Port, m);", Members: "int Port { get; } C() { Port = 465; }"),
        new("ISimpleAssignmentOperation", "int port; port = 465; Send(port, m);"),
        new(
            "ICompoundAssignmentOperation",
            "var c = new MailKit.Net.Smtp.SmtpClient(); "
                + "c.SslProtocols |= System.Security.Authentication.SslProtocols.Tls; "
                + "c.Connect(\"smtp.office365.com\", 587, MailKit.Security.SecureSocketOptions.StartTls);",
            "SMTP2005"
        ),
        new("IDeconstructionAssignmentOperation", "var (port, other) = (465, 1); Send(port, m);"),
        new("IIncrementOrDecrementOperation", "var port = 465; port++; Send(port, m);", ""),
        new(
            "IEventAssignmentOperation",
            "var c = new SmtpClient(\"smtp.office365.com\", 587); c.SendCompleted += (s, e) => { }; c.Send(m);",
            "SMTP2001"
        ),
        new("IObjectCreationOperation", "new SmtpClient(\"smtp.office365.com\", 465) { EnableSsl = true }.Send(m);"),
        new("ITupleOperation", "(int Port, int Other) all = (465, 1); Send(all.Port, m);"),
        new("IArrayCreationOperation", "foreach (var port in new[] { 465, 2525 }) { Send(port, m); break; }"),
        new("IInvocationOperation", "Send(Port(), m);", Members: "static int Port() => 465;"),
        new(
            "IInvalidOperation",
            "var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect(\"smtp.office365.com\", 465, Missing.Value);"
        ),
        new("IDeclarationExpressionOperation", "int.TryParse(\"465\", out var port); Send(port, m);"),
        new("IDiscardOperation", "(var port, _) = (465, 1); Send(port, m);"),
        new(
            "IDelegateCreationOperation",
            "Func<int> port = Port; Send(port(), m);",
            Members: "static int Port() => 465;"
        ),
        new(
            "IMethodReferenceOperation",
            "Func<int> port = Port; Send(port(), m);",
            Members: "static int Port() => 465;"
        ),
        new("IFlowAnonymousFunctionOperation", "Func<int> port = () => 465; Send(port(), m);"),
        new(
            "IIsNullOperation",
            "var own = \"mail.contoso.com\"; new SmtpClient(own ?? \"smtp.office365.com\", 465).Send(m);",
            ""
        ),
        new("IIsPatternOperation", "var port = 25; Send(port is 25 ? 587 : 465, m);", ""),
        new(
            "ITypeParameterObjectCreationOperation",
            "var c = New<SmtpClient>(); c.Host = \"smtp.office365.com\"; c.Port = 465; c.EnableSsl = true; c.Send(m);",
            Members: "static T New<T>() where T : SmtpClient, new() => new T();"
        ),
        new("IDeclarationPatternOperation", Anonymous + "if (o is SmtpClient c) { c.Port = 465; c.Send(m); }"),
        new("INegatedPatternOperation", Anonymous + "if (o is not SmtpClient c) return; c.Port = 465; c.Send(m);"),
        new("IRecursivePatternOperation", Anonymous + "if (o is SmtpClient { } c) { c.Port = 465; c.Send(m); }"),
        new("IUnaryOperation", "var on = true; Send(!on ? 465 : 587, m);", ""),
        new("IBinaryOperation", "var port = 25; Send(port == 26 ? 465 : 587, m);", ""),
        new(
            "IInterpolatedStringOperation",
            "var own = \"office365\"; new SmtpClient($\"smtp.{own}.com\", 465) { EnableSsl = true }.Send(m);"
        ),
        new(
            "IUtf8StringOperation",
            "var c = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true }; "
                + "c.Credentials = new NetworkCredential(\"app@contoso.com\", Encoding.UTF8.GetString(\"Tundra!Pepper19\"u8)); "
                + "c.Send(m);",
            "SMTP4003"
        ),
    ];
}
