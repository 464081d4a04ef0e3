namespace M365Smtp.Knowledge;

/// <summary>Documentation links in remedies.</summary>
internal static class Links
{
    public const string SmtpAuth =
        "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission";
    public const string SmtpAuthDisabled = "https://aka.ms/smtp_auth_disabled";
    public const string LegacyTls = "https://aka.ms/smtp_auth_tls";
    public const string SecurityDefaults = "https://learn.microsoft.com/entra/fundamentals/security-defaults";
    public const string AppPasswords =
        "https://learn.microsoft.com/entra/identity/authentication/howto-mfa-app-passwords";
    public const string AuthenticationPolicy =
        "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/disable-basic-authentication-in-exchange-online";
    public const string OAuth =
        "https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth";
    public const string Submission =
        "https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365";
    public const string HighVolume =
        "https://learn.microsoft.com/exchange/mail-flow-best-practices/high-volume-mails-m365";
    public const string HighVolumeOAuth =
        "https://learn.microsoft.com/exchange/mail-flow-best-practices/oauth-high-volume-mails-m365";
    public const string HighVolumeApps =
        "https://learn.microsoft.com/powershell/module/exchangepowershell/add-hveappaccess";
    public const string SetMailbox = "https://learn.microsoft.com/powershell/module/exchangepowershell/set-mailbox";
    public const string BasicRetirement =
        "https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835";
    public const string ErrorThrottling =
        "https://learn.microsoft.com/exchange/mail-flow-best-practices/continuous-error-throttling-smtp-auth-submissions";
    public const string NonDelivery =
        "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online";
    public const string Delist = "https://sender.office.com";
    public const string EntraErrors = "https://learn.microsoft.com/entra/identity-platform/reference-error-codes";
    public const string GraphSendMail = "https://learn.microsoft.com/graph/api/user-sendmail";
}
