using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>ABP's mail settings: with Volo.Abp.MailKit the same switch has the opposite meaning.</summary>
internal static class AbpEmailing
{
    public static readonly MailLibrary Smtp = new(
        SmtpApi.SystemNetMail,
        "Volo.Abp.Emailing",
        "abpframework/abp framework/src/Volo.Abp.Emailing/Volo/Abp/Emailing/EmailSettingProvider.cs",
        new MailKeys(
            Host: "Abp.Mailing.Smtp.Host",
            Port: "Abp.Mailing.Smtp.Port",
            User: "Abp.Mailing.Smtp.UserName",
            Secret: "Abp.Mailing.Smtp.Password",
            From: "Abp.Mailing.DefaultFromAddress"
        )
    )
    {
        Assemblies = ["Volo.Abp.Emailing"],
        Types = ["Volo.Abp.Emailing.Smtp.SmtpEmailSender"],
        NotBeside = "Volo.Abp.MailKit",
        Sections = [new("*") { Has = ["Abp.Mailing.Smtp.Host"] }],
        Tls = [TlsSwitch.Flag("Abp.Mailing.Smtp.EnableSsl", TlsMeaning.StartTls, TlsMeaning.None)],
    };

    public static readonly MailLibrary MailKit = new(
        SmtpApi.MailKit,
        "Volo.Abp.MailKit",
        "abpframework/abp MailKitSmtpEmailSender",
        new MailKeys(
            Host: "Abp.Mailing.Smtp.Host",
            Port: "Abp.Mailing.Smtp.Port",
            User: "Abp.Mailing.Smtp.UserName",
            Secret: "Abp.Mailing.Smtp.Password",
            From: "Abp.Mailing.DefaultFromAddress"
        )
    )
    {
        Assemblies = ["Volo.Abp.MailKit"],
        Types = ["Volo.Abp.MailKit.AbpMailKitOptions"],
        Sections = [new("*") { Has = ["Abp.Mailing.Smtp.Host"] }],
        Tls = [TlsSwitch.Flag("Abp.Mailing.Smtp.EnableSsl", TlsMeaning.Implicit, TlsMeaning.WhenAvailable)],
    };
}
