using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>DNN Platform: host and port in one setting, Y or N for TLS.</summary>
internal static class Dnn
{
    public static readonly MailLibrary Row = new(
        SmtpApi.None,
        "DNN",
        "dnnsoftware/Dnn.Platform #3768, #2398",
        new MailKeys(Host: "SMTPServer", Port: null, User: "SMTPUsername", Secret: "SMTPPassword", From: "HostEmail")
    )
    {
        Assemblies = ["DotNetNuke"],
        Sections = [new("*") { Has = ["SMTPServer", "SMTPEnableSSL"] }],
        // A database setting selects one of its two providers; the MailKit provider ignores the switch.
        Tls = [TlsSwitch.Of("SMTPEnableSSL", ("Y", TlsMeaning.Unknown), ("N", TlsMeaning.Unknown))],
    };
}
