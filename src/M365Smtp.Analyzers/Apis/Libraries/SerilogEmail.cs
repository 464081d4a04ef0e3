using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Serilog.Sinks.Email, version 3 and later.</summary>
internal static class SerilogEmail
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Serilog.Sinks.Email",
        "serilog/serilog-sinks-email 2025-04; SaslMechanism #153",
        new MailKeys(Host: "Args:host", Port: "Args:port", User: null, Secret: null, From: "Args:from")
        {
            Mechanism = "Args:saslMechanism",
        }
    )
    {
        Assemblies = ["Serilog.Sinks.Email"],
        OptionsTypes = ["Serilog.Sinks.Email.EmailSinkOptions"],
        Sections =
        [
            new("Serilog:*")
            {
                Attribute = "Name",
                MustContain = "Email",
                Has = ["Args:host"],
                IsUnique = true,
            },
        ],
        Tls = [TlsSwitch.SecureSocketOptions("Args:connectionSecurity")],
        TlsUnset = TlsMeaning.Auto,
        PortUnset = 25,
        Calls =
        [
            new(
                "Serilog.LoggerConfigurationEmailExtensions",
                "Email",
                ("from", MailRole.From),
                ("host", MailRole.Host),
                ("port", MailRole.Port),
                ("connectionSecurity", MailRole.Tls),
                ("credentials", MailRole.Credentials)
            ),
            new("Serilog.LoggerConfigurationEmailExtensions", "Email", ("options", MailRole.Options)),
        ],
    };
}
