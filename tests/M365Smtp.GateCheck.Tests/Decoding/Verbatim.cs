namespace M365Smtp.Tests.Decoding;

/// <summary>The texts as quoted by the sources, repeated here to catch mistakes in the table.</summary>
static class Verbatim
{
    public static readonly TheoryData<string, string> All = new()
    {
        {
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [MN2PR05CA0004.namprd05.prod.outlook.com 2023-09-12T20:59:57.214Z 08DBB276B7E699C4]",
            "TenantSmtpAuthOff"
        },
        {
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.",
            "MailboxSmtpAuthOff"
        },
        {
            "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
            "SecurityDefaults"
        },
        {
            "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. [MN2PR07CA0004.namprd07.prod.outlook.com 2024-08-13T18:27:55.030Z 08DCBB430284475F]",
            "PolicyBlock"
        },
        {
            "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [FR4P281CA0258.DEUP281.PROD.OUTLOOK.COM 2026-05-17T18:38:18.362Z 08DEB430F51D1974]",
            "BadCredentials"
        },
        {
            "535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. [CH2PR19CA0002.namprd19.prod.outlook.com 2026-08-28T19:45:50.437Z 08DF04C6D9A404E7]",
            "AccountLocked"
        },
        {
            "535 5.7.139 Authentication unsuccessful, account has an issue. Contact your administrator. [AM8P190CA0003.EURP190.PROD.OUTLOOK.COM 2024-10-04T07:21:07.773Z 08DCE3FEF68EE81B]",
            "AccountState"
        },
        {
            "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [PN0PR01CA0024.INDPRD01.PROD.OUTLOOK.COM 2025-01-26T18:54:30.055Z 08DD3DD7D75D7743]",
            "BasicDisabled"
        },
        { "535 5.7.139 Authentication unsuccessful, federated STS service was unreachable.", "Federation" },
        { "535 5.7.139 Authentication unsuccessful, the federated STS URL does not support HTTPS.", "Federation" },
        {
            "535 5.7.139 Authentication unsuccessful, the organization configuration does not allow this aut",
            "HveBasicBlocked"
        },
        { "535 5.7.3 Authentication unsuccessful [SN2PR00CA0018.namprd00.prod.outlook.com]", "AuthGeneric" },
        { "504 5.7.4 Unrecognized authentication type [DB8PR04CA0003.eurprd04.prod.outlook.com]", "WrongMechanism" },
        { "550 5.7.30 Basic authentication is not supported for Client Submission.", "BasicRetired" },
        { "550 5.2.1 Mailbox cannot be accessed [CWXP265CA0023.GBRP265.PROD.OUTLOOK.COM]", "NoMailbox" },
        {
            "451 4.7.0 Temporary server error. Please try again later. PRX4 [DB8PR04CA0003.eurprd04.prod.outlook.com]",
            "TransientOrMalformed"
        },
        { "421 4.3.2 Service not active [TYAPR01CA0229.jpnprd01.prod.outlook.com]", "Transient" },
        {
            "421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls",
            "TlsTooOld"
        },
        { "501 5.5.121 (words not known)", "HveInvalidArgument" },
        { "501 5.5.126 (words not known)", "HveInvalidArgument" },
        { "535 5.7.142 token will expire soon", "HveTokenExpiring" },
        { "535 5.7.143 expired token", "HveTokenExpired" },
        { "535 5.7.144 invalid API permissions", "HvePermission" },
        { "550 5.7.240 app not allowed for this HVE account", "HveAppNotAllowed" },
        { "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM", "NotAuthenticated" },
        {
            "530 5.7.57 Client not authenticated to send mail. [DB8PR04CA0003.eurprd04.prod.outlook.com]",
            "NotAuthenticated"
        },
        {
            "530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. [CH2PR19CA0002.namprd19.prod.outlook.com 2026-08-28T19:45:50.437Z 08DF04C6D9A404E7]",
            "AccountLocked"
        },
        {
            "530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.3 Authentication unsuccessful [SN2PR00CA0018.namprd00.prod.outlook.com]",
            "AuthGeneric"
        },
        { "451 5.7.3 STARTTLS is required to send mail", "NoTls" },
        {
            "550 5.7.60 SMTP; Client does not have permissions to send as this sender [DB8PR04CA0003.eurprd04.prod.outlook.com]",
            "SendAs"
        },
        {
            "554 5.2.252 SendAsDenied; alerts@contoso.com not allowed to send as ceo@contoso.com; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message [BeginDiagnosticData]Cannot submit message. 0.35250:0A006E11[EndDiagnosticData] [Hostname=DB8PR04MB0003.eurprd04.prod.outlook.com]",
            "SendAs"
        },
        {
            "554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message",
            "SendAs"
        },
        {
            "550 5.4.1 Recipient address rejected: Access denied. [DB8PR04CA0003.eurprd04.prod.outlook.com]",
            "RecipientUnknown"
        },
        {
            "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [DB8PR04CA0003.eurprd04.prod.outlook.com]",
            "RecipientUnknown"
        },
        { "5.4.1 Relay Access Denied", "RecipientMxWrong" },
        {
            "432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.",
            "Concurrency"
        },
        {
            "432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded [Hostname=DB8PR04MB0003.eurprd04.prod.outlook.com]",
            "Concurrency"
        },
        { "432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded", "RecipientConcurrency" },
        { "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException", "DailyQuota" },
        { "5.2.2 Submission quota exceeded", "DailyQuota" },
        { "The message can't be submitted because the sender's submission quota was exceeded.", "DailyQuota" },
        {
            "5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
            "DailyQuota"
        },
        {
            "554 5.2.2 mailbox full; STOREDRV.Submission.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded",
            "SenderMailboxFull"
        },
        {
            "550 5.7.233 Your message can't be sent because your tenant exceeded its daily limit for sending email to external recipients (tenant external recipient rate limit).",
            "TenantQuota"
        },
        { "550 5.7.233 Your message can't be sent because your tenant has exceeded its daily limit", "TenantQuota" },
        {
            "550 5.7.232 Your message can't be sent because your trial tenant has exceeded its daily limit …",
            "TenantQuota"
        },
        {
            "550 5.7.236 … exceeded its daily limit for sending email to external recipients from your tenant's onmicrosoft.com domains",
            "TenantQuota"
        },
        { "550 5.1.8 Access denied, bad outbound sender", "SenderRestricted" },
        { "550 5.7.501 Access denied, banned sender", "TenantIpBlock" },
        { "550 5.7.511 Access denied, banned sender", "TenantIpBlock" },
        { "550 5.7.705 Access denied, tenant has exceeded threshold", "TenantIpBlock" },
        { "550 5.7.708 Access denied, traffic not accepted from this IP", "TenantIpBlock" },
        { "550 5.7.750 Client blocked from sending from unregistered domain", "TenantIpBlock" },
        { "451 4.7.500 Access denied, please try again later", "TempSuspect" },
        { "451 4.7.699 Access denied, please try again later", "TempSuspect" },
        {
            "451 4.3.111 Temporary server error. Please try again later MRH1 [Hostname=DB8PR04MB0003.eurprd04.prod.outlook.com]",
            "Transient"
        },
        {
            "550 5.7.68 TenantInboundAttribution; Direct Send not allowed for this organization from unauthorized sources",
            "DirectSendBlocked"
        },
        { "550 5.7.64 TenantAttribution; Relay Access Denied", "RelayDenied" },
        { "550 5.5.105 External sending is not supported for High Volume Email accounts", "HveExternal" },
        {
            "535 5.7.139 Authentication unsuccessful, the organization configuration doesn't allow this authentication request.",
            "HveBasicBlocked"
        },
        { "550 5.2.251 Sender throttled due to continuous mailbox full errors.", "ErrorThrottled" },
        { "550 5.2.252 Sender throttled due to continuous send as denied errors.", "ErrorThrottled" },
        { "550 5.2.253 Sender throttled due to continuous invalid license errors.", "ErrorThrottled" },
        { "550 5.2.254 Sender throttled due to continuous too many recipients errors.", "ErrorThrottled" },
        { "550 5.2.255 Sender throttled due to continuous invalid recipients errors.", "ErrorThrottled" },
        {
            "554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message due to a permanent exception with message [BeginDiagnosticData]WASCL UserAction verdict is not None. Actual verdict is RefuseQuota, ShowTierUpgrade",
            "ConsumerVerify"
        },
        {
            "550 5.3.4 Requested action not taken; To continue sending messages, please sign in to your account.",
            "ConsumerVerify"
        },
        { "552 5.3.4 Error: message file too big", "SizeLimit" },
        { "552 5.3.4 Message size exceeds fixed maximum message size", "SizeLimit" },
        { "552 5.3.4 Header size exceeds fixed maximum size", "SizeLimit" },
        {
            "554 5.2.0 STOREDRV.Submission.Exception:MessageSubmissionExceededException.MapiExceptionMaxSubmissionExceeded",
            "SizeLimit"
        },
        { "452 4.5.3 Too many recipients", "TooManyRecipients" },
        { "550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients", "TooManyRecipients" },
        {
            "501 5.5.4 Invalid domain name [AS4P189CA0060.EURP189.PROD.OUTLOOK.COM 2023-10-24T06:56:46.567Z 08DBD2CBA8497480]",
            "Ehlo"
        },
        {
            "550 5.4.1 All recipient addresses rejected : Access denied [BN1NAM12FT003.eop-nam12.prod.protection.outlook.com]",
            "RecipientUnknown"
        },
        {
            "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient nobody@contoso.com not found by SMTP address lookup",
            "RecipientUnknown"
        },
        { "550 5.1.10 Recipient not found", "RecipientUnknown" },
        { "550 5.1.1 Bad destination mailbox address", "RecipientUnknown" },
        { "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required", "RecipientRestricted" },
        { "550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not authorized", "RecipientRestricted" },
        { "550 5.7.124 Sender not in allowed-senders list", "RecipientRestricted" },
        { "550 5.7.133 Sender not authenticated for group", "RecipientRestricted" },
        { "550 5.7.134 Sender was not authenticated for mailbox", "RecipientRestricted" },
        { "550 5.7.136 Sender was not authenticated", "RecipientRestricted" },
        {
            "550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy",
            "RecipientRestricted"
        },
        { "550 5.7.1 Delivery not authorized", "RecipientRestricted" },
        {
            "554 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour.",
            "RecipientRate"
        },
        { "550 5.2.121 Recipient's per hour message receive limit from specific sender exceeded", "RecipientRate" },
        {
            "554 5.2.121 The sender has exceeded the limit for the number of messages to this recipient per hour",
            "RecipientRate"
        },
        {
            "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded",
            "RecipientMailboxFull"
        },
        { "450 4.7.323 tlsa-invalid: The domain failed DANE validation", "Dane" },
        {
            "450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail]",
            "NextHop"
        },
        {
            "550 5.4.317 Message expired, cannot connect to remote server. 450 4.4.317 Cannot connect to remote server",
            "NextHop"
        },
        { "550 5.7.367 Remote server returned not permitted to relay", "NextHop" },
        { "550 5.7.502 Access denied, banned sender", "TenantIpBlock" },
        { "550 5.7.511 Access denied, banned sender[192.0.2.10]", "TenantIpBlock" },
        { "550 5.7.501 Service unavailable. Spam abuse detected from IP range.", "TenantIpBlock" },
        { "550 5.7.501 Access denied, spam abuse detected", "TenantIpBlock" },
        { "550 5.7.606 Access denied, banned sending IP [192.0.2.10]", "TenantIpBlock" },
        {
            "550 5.7.703 Your message can't be delivered because messages to x@contoso.com are blocked by your organization using Tenant Allow Block List.",
            "TenantIpBlock"
        },
        { "550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains.", "TenantIpBlock" },
        { "550 5.7.508 Access denied, [192.0.2.10] has exceeded the maximum number of connections", "TempSuspect" },
        { "451 4.7.500 Server busy. Please try again later from [192.0.2.10].", "TempSuspect" },
        {
            "451 4.7.650 The mail server [192.0.2.10] has been temporarily rate limited due to IP reputation.",
            "TempSuspect"
        },
        { "451 4.7.850 Access denied, please try again later", "TempSuspect" },
        {
            "550 5.7.515 Access denied, sending domain contoso.com doesn't meet the required authentication level.",
            "SenderAuthentication"
        },
        {
            "550 5.7.509 Access denied, sending domain contoso.com does not pass DMARC verification and has a DMARC policy of reject.",
            "SenderAuthentication"
        },
        { "550 5.7.23 The message was rejected because of Sender Policy Framework violation", "SenderAuthentication" },
        {
            "451 4.7.26 Access denied, a message sent over IPv6 must pass either SPF or DKIM validation, this message is not signed",
            "SenderAuthentication"
        },
        { "550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant", "MessageInvalid" },
        { "550 5.6.11 Invalid characters", "MessageInvalid" },
        { "550 5.7.1 Unable to relay", "RelayDenied" },
        { "Unable to relay recipient in non-accepted domain", "RelayDenied" },
        { "550 5.7.1 Client was not authenticated", "NotAuthenticated" },
        {
            "451 4.3.2 Temporary server error. Please try again later ATTR17 [DB8PR04CA0003.eurprd04.prod.outlook.com]",
            "Transient"
        },
        {
            "451 4.4.3 Temporary server error. Please try again later ATTR18 [DB8PR04CA0003.eurprd04.prod.outlook.com]",
            "Transient"
        },
        {
            "421 4.3.2 The maximum number of concurrent server connections has exceeded a limit, closing transmission channel. PRX8",
            "Transient"
        },
    };
}
