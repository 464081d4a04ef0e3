using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>FluentEmail over System.Net.Mail: the overload determines TLS and sign-in.</summary>
internal static class FluentEmailSmtp
{
    public static readonly MailLibrary Row = new(
        SmtpApi.SystemNetMail,
        "FluentEmail.Smtp",
        "lukencode/FluentEmail src/Senders/FluentEmail.Smtp/FluentEmailSmtpBuilderExtensions.cs",
        new MailKeys(Host: "host", Port: "port", User: "username", Secret: "password", From: null)
    )
    {
        Assemblies = ["FluentEmail.Smtp"],
        Calls =
        [
            new(Extensions, "AddSmtpSender", ("host", MailRole.Host), ("port", MailRole.Port))
            {
                Without = ["username", "password"],
                Tls = TlsMeaning.None,
                NeverSignsIn = true,
            },
            new(
                Extensions,
                "AddSmtpSender",
                ("host", MailRole.Host),
                ("port", MailRole.Port),
                ("username", MailRole.User),
                ("password", MailRole.Secret)
            )
            {
                Tls = TlsMeaning.StartTls,
            },
        ],
    };

    const string Extensions = "Microsoft.Extensions.DependencyInjection.FluentEmailSmtpBuilderExtensions";
}
