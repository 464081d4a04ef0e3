using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Optimizely CMS 12. Its sending code is not public, so TLS is not judged.</summary>
internal static class Optimizely
{
    public static readonly MailLibrary Row = new(
        SmtpApi.None,
        "Optimizely CMS",
        "Optimizely documentation, read 2026-11",
        new MailKeys(
            Host: "Network:Host",
            Port: "Network:Port",
            User: "Network:UserName",
            Secret: "Network:Password",
            From: null
        )
        {
            DeliveryMethod = "DeliveryMethod",
        }
    )
    {
        Sections = [new("EPiServer:Cms:Smtp") { IsUnique = true }],
    };
}
