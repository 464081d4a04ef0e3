using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>The e-mail notifications of Sonarr and its family.</summary>
internal static class Sonarr
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Sonarr",
        "Sonarr/Sonarr src/NzbDrone.Core/Notifications/Email/Email.cs:144-152",
        new MailKeys(Host: "Server", Port: "Port", User: "Username", Secret: "Password", From: "From")
    )
    {
        OptionsTypes = ["NzbDrone.Core.Notifications.Email.EmailSettings"],
        Sections = [new("*") { Has = ["Server", "UseEncryption"] }],
        Tls =
        [
            TlsSwitch.Of(
                "UseEncryption",
                ("Preferred", TlsMeaning.Auto),
                ("0", TlsMeaning.Auto),
                ("Always", TlsMeaning.ImplicitOn465ElseStartTls),
                ("1", TlsMeaning.ImplicitOn465ElseStartTls),
                ("Never", TlsMeaning.None),
                ("2", TlsMeaning.None)
            ),
        ],
        PortUnset = 587,
    };
}
