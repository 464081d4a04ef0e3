using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>System.Net.Mail.SmtpClient configured by options that code copies to it.</summary>
internal static class SystemNetMailOptions
{
    public static readonly MailLibrary Row = new(
        SmtpApi.SystemNetMail,
        "System.Net.Mail",
        "dotnet/runtime src/libraries/System.Net.Mail; dotnet/runtime#76253",
        new MailKeys(Host: "Host", Port: "Port", User: null, Secret: null, From: null)
    )
    {
        Tls = [TlsSwitch.Flag("EnableSsl", TlsMeaning.StartTls, TlsMeaning.None)],
        TlsUnset = TlsMeaning.None,
        PortUnset = 25,
    };
}
