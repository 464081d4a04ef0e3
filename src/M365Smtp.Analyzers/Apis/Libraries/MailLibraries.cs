namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Every library that reads mail settings, one row each.</summary>
internal static class MailLibraries
{
    public static readonly IReadOnlyList<MailLibrary> All =
    [
        SystemNetMailOptions.Row,
        MailSettings.Row,
        MailKitOptions.Row,
        FluentEmailSmtp.Row,
        FluentEmailMailKit.Row,
        NetCoreMailKit.Row,
        AspireMailKit.Row,
        SerilogEmail.Row,
        NLogMail.Row,
        Log4NetSmtp.Row,
        Log4NetExtMail.Row,
        Coravel.Row,
        AbpEmailing.Smtp,
        AbpEmailing.MailKit,
        AspNetBoilerplate.Smtp,
        AspNetBoilerplate.MailKit,
        Umbraco.Row,
        OrchardCore.Row,
        ShopEmailAccount.NopCommerce,
        ShopEmailAccount.Smartstore,
        ShopEmailAccount.GrandNode,
        Dnn.Row,
        QuartzSendMail.Row,
        Elsa.Row,
        Bitwarden.Row,
        Exceptionless.Row,
        Oqtane.Row,
        Elmah.Row,
        Elmah.Core,
        Cloudscribe.Row,
        SimplCommerce.Row,
        Sonarr.Row,
        Duplicati.Row,
        SeqEmail.Row,
        Mailozaurr.Row,
    ];
}
