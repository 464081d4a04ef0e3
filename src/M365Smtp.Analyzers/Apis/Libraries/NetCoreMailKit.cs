using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>NETCore.MailKit: Security picks Auto or nothing.</summary>
internal static class NetCoreMailKit
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "NETCore.MailKit",
        "myloveCc/NETCore.MailKit 2022-05",
        new MailKeys(Host: "Server", Port: "Port", User: "Account", Secret: "Password", From: "SenderEmail")
    )
    {
        Assemblies = ["NETCore.MailKit"],
        OptionsTypes = ["NETCore.MailKit.Infrastructure.Internal.MailKitOptions"],
        Sections = [new("*") { Has = ["Server", "SenderEmail", "Account"] }],
        Tls = [TlsSwitch.Flag("Security", TlsMeaning.Auto, TlsMeaning.None)],
        TlsUnset = TlsMeaning.None,
        Calls =
        [
            new("NETCore.MailKit.Infrastructure.IMailKitOptionsBuilder", "UseMailKit", ("options", MailRole.Options)),
            new("NETCore.MailKit.Infrastructure.MailKitOptionsBuilder", "UseMailKit", ("options", MailRole.Options)),
        ],
    };
}
