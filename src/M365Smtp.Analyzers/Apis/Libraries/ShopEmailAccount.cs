using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>The email accounts of three shops. They are stored in the database, so only code and exports show
/// them.</summary>
internal static class ShopEmailAccount
{
    public static readonly MailLibrary NopCommerce = new(
        SmtpApi.MailKit,
        "nopCommerce",
        "nopSolutions/nopCommerce SmtpBuilder.cs, #4447, #4273, #7031",
        new MailKeys(Host: "Host", Port: "Port", User: "Username", Secret: "Password", From: "Email")
    )
    {
        OptionsTypes = ["Nop.Core.Domain.Messages.EmailAccount"],
        Tls = [TlsSwitch.Flag("EnableSsl", TlsMeaning.Implicit, TlsMeaning.WhenAvailable)],
    };

    public static readonly MailLibrary Smartstore = new(
        SmtpApi.MailKit,
        "Smartstore",
        "smartstore/Smartstore src/Smartstore/Net/Mail/MailKitSmtpClient.cs:26,48",
        new MailKeys(Host: "Host", Port: "Port", User: "Username", Secret: "Password", From: "Email")
    )
    {
        OptionsTypes = ["Smartstore.Core.Messaging.EmailAccount"],
        Tls =
        [
            TlsSwitch.SecureSocketOptions("MailSecureOption"),
            TlsSwitch.Flag("EnableSsl", TlsMeaning.Implicit, TlsMeaning.Unknown),
        ],
    };

    public static readonly MailLibrary GrandNode = new(
        SmtpApi.MailKit,
        "GrandNode",
        "grandnode/grandnode2 src/Core/Grand.Domain/Messages/EmailAccount.cs:47; EmailSender.cs:123",
        new MailKeys(Host: "Host", Port: "Port", User: "Username", Secret: "Password", From: "Email")
    )
    {
        OptionsTypes = ["Grand.Domain.Messages.EmailAccount"],
        Tls = [TlsSwitch.SecureSocketOptions("SecureSocketOptionsId")],
    };
}
