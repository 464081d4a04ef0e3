using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Seq's email app: its one switch is right on every port.</summary>
internal static class SeqEmail
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Seq.App.EmailPlus",
        "datalust/seq-app-htmlemail src/Seq.App.EmailPlus/EmailApp.cs:74-137,201",
        new MailKeys(Host: "Host", Port: "Port", User: "Username", Secret: "Password", From: "From")
    )
    {
        Assemblies = ["Seq.App.EmailPlus"],
        OptionsTypes = ["Seq.App.EmailPlus.EmailApp"],
        Tls = [TlsSwitch.Flag("EnableSsl", TlsMeaning.ImplicitOn465ElseStartTls, TlsMeaning.WhenAvailable)],
    };
}
