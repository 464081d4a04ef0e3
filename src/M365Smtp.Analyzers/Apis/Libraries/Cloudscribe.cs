using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>cloudscribe.Email.Senders: without UseSsl there is no TLS at all, not even on 587.</summary>
internal static class Cloudscribe
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "cloudscribe",
        "cloudscribe/cloudscribe src/cloudscribe.Email.Senders/Smtp/SmtpEmailSender.cs:293-322, #755",
        new MailKeys(Host: "Server", Port: "Port", User: "User", Secret: "Password", From: "DefaultEmailFromAddress")
    )
    {
        Assemblies = ["cloudscribe.Email.Senders", "cloudscribe.Email"],
        OptionsTypes = ["cloudscribe.Email.Smtp.SmtpOptions"],
        Sections = [new("SmtpOptions")],
        Tls = [TlsSwitch.Flag("UseSsl", TlsMeaning.ImplicitBut587StartTls, TlsMeaning.None)],
    };
}
