using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>ASP.NET Boilerplate: without Abp.MailKit the switch means STARTTLS, with it implicit TLS.</summary>
internal static class AspNetBoilerplate
{
    public static readonly MailLibrary Smtp = new(
        SmtpApi.SystemNetMail,
        "Abp",
        "aspnetboilerplate/aspnetboilerplate src/Abp/Net/Mail/EmailSettingProvider.cs:23",
        new MailKeys(
            Host: "Abp.Net.Mail.Smtp.Host",
            Port: "Abp.Net.Mail.Smtp.Port",
            User: "Abp.Net.Mail.Smtp.UserName",
            Secret: "Abp.Net.Mail.Smtp.Password",
            From: "Abp.Net.Mail.DefaultFromAddress"
        )
    )
    {
        Assemblies = ["Abp"],
        NotBeside = "Abp.MailKit",
        Sections = [new("*") { Has = ["Abp.Net.Mail.Smtp.Host"] }],
        Tls = [TlsSwitch.Flag("Abp.Net.Mail.Smtp.EnableSsl", TlsMeaning.StartTls, TlsMeaning.None)],
    };

    public static readonly MailLibrary MailKit = new(
        SmtpApi.MailKit,
        "Abp.MailKit",
        "aspnetboilerplate/aspnetboilerplate src/Abp.MailKit/DefaultMailKitSmtpBuilder.cs:43",
        new MailKeys(
            Host: "Abp.Net.Mail.Smtp.Host",
            Port: "Abp.Net.Mail.Smtp.Port",
            User: "Abp.Net.Mail.Smtp.UserName",
            Secret: "Abp.Net.Mail.Smtp.Password",
            From: "Abp.Net.Mail.DefaultFromAddress"
        )
    )
    {
        Assemblies = ["Abp.MailKit"],
        Types = ["Abp.MailKit.IAbpMailKitConfiguration"],
        Sections = [new("*") { Has = ["Abp.Net.Mail.Smtp.Host"] }],
        Tls = [TlsSwitch.Flag("Abp.Net.Mail.Smtp.EnableSsl", TlsMeaning.Implicit, TlsMeaning.WhenAvailable)],
    };
}
