using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Elsa Workflows' e-mail activities.</summary>
internal static class Elsa
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Elsa.Email",
        "elsa-workflows/elsa-extensions SmtpOptions.cs",
        new MailKeys(Host: "Host", Port: "Port", User: "UserName", Secret: "Password", From: "DefaultSender")
    )
    {
        Assemblies = ["Elsa.Email", "Elsa.Activities.Email"],
        OptionsTypes = ["Elsa.Email.Options.SmtpOptions", "Elsa.Activities.Email.Options.SmtpOptions"],
        Sections = [new("*:Smtp") { Has = ["DefaultSender"] }, new("Smtp") { Has = ["DefaultSender"] }],
        Tls = [TlsSwitch.SecureSocketOptions("SecureSocketOptions")],
        TlsUnset = TlsMeaning.Auto,
    };
}
