using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>FluentEmail over MailKit.</summary>
internal static class FluentEmailMailKit
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "FluentEmail.MailKit",
        "lukencode/FluentEmail src/Senders/FluentEmail.MailKit; jcamp-code/FluentEmail 2024-09",
        new MailKeys(Host: "Server", Port: "Port", User: "User", Secret: "Password", From: null)
    )
    {
        Assemblies = ["FluentEmail.MailKit"],
        OptionsTypes = ["FluentEmail.MailKitSmtp.SmtpClientOptions"],
        Sections =
        [
            new("*") { Has = ["Server", "RequiresAuthentication"] },
            new("*") { Has = ["Server", "SocketOptions"] },
        ],
        Tls =
        [
            TlsSwitch.SecureSocketOptions("SocketOptions"),
            TlsSwitch.Flag("UseSsl", TlsMeaning.Implicit, TlsMeaning.WhenAvailable),
        ],
        Calls =
        [
            new(
                "Microsoft.Extensions.DependencyInjection.FluentEmailMailKitBuilderExtensions",
                "AddMailKitSender",
                ("smtpClientOptions", MailRole.Options)
            ),
            new("FluentEmail.MailKitSmtp.MailKitSender", ".ctor", ("smtpClientOptions", MailRole.Options)),
        ],
    };
}
