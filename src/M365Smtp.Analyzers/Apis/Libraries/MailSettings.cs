using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>.NET Framework's mailSettings, which code may still override; .NET 5 and later never read it.</summary>
internal static class MailSettings
{
    public static readonly MailLibrary Row = new(
        SmtpApi.SystemNetMail,
        "System.Net.Mail",
        "dotnet/docs#4705",
        new MailKeys(
            Host: "network:host",
            Port: "network:port",
            User: "network:userName",
            Secret: "network:password",
            From: "from"
        )
        {
            DefaultCredentials = "network:defaultCredentials",
            DeliveryMethod = "deliveryMethod",
        }
    )
    {
        Sections = [new("*:mailSettings:smtp") { IsUnique = true }],
        Tls = [TlsSwitch.Flag("network:enableSsl", TlsMeaning.StartTls, TlsMeaning.None)],
    };

    /// <summary>All other delivery methods write to a folder.</summary>
    public static bool IsNetwork(string deliveryMethod) =>
        deliveryMethod.Trim().Equals("Network", StringComparison.OrdinalIgnoreCase);
}
