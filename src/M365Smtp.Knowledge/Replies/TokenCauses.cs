namespace M365Smtp.Knowledge;

/// <summary>
/// Failures before a token is issued, and refusals of a token by services other than SMTP. Source: facts 6b.
/// </summary>
internal static class TokenCauses
{
    const string Apps = "Microsoft Entra admin center > Identity > Applications > App registrations";
    const string SignInLog = "Microsoft Entra admin center > Monitoring > Sign-in logs";

    public static readonly CauseRow[] All =
    [
        new(
            ReplyCause.ClientSecretInvalid,
            Gate.Token,
            "The client secret is not the application's.",
            new Remedy(
                "Use the value of the secret, which is shown once, not its id; create a new one where it is lost.",
                Portal: Apps
            )
        ),
        new(
            ReplyCause.ClientSecretExpired,
            Gate.Token,
            "The client secret or certificate of the application has expired.",
            new Remedy(
                "Create a new secret, or use a certificate or a managed identity, which need less care.",
                Portal: Apps
            )
        ),
        new(
            ReplyCause.AppNotFound,
            Gate.Token,
            "The tenant does not know this application.",
            new Remedy(
                "Check tenant id and client id, and have an administrator consent to the application in that tenant.",
                Portal: Apps
            )
        ),
        new(
            ReplyCause.TenantNotFound,
            Gate.Token,
            "The tenant of the token request does not exist.",
            new Remedy("Check the tenant id or domain in the authority, and the cloud.", Link: Links.EntraErrors)
        ),
        new(
            ReplyCause.WrongScope,
            Gate.Token,
            "The scope or the resource of the token request is wrong.",
            new Remedy(
                "For an application request https://outlook.office365.com/.default; for a signed-in user "
                    + "https://outlook.office.com/SMTP.Send.",
                Link: Links.OAuth
            )
        ),
        new(
            ReplyCause.ConsentMissing,
            Gate.Token,
            "Nobody has consented to the permission that the application requests.",
            new Remedy("Have an administrator grant consent.", Portal: Apps + " > the application > API permissions")
        ),
        new(
            ReplyCause.TokenPolicyBlock,
            Gate.Token,
            "A policy of the tenant refused the token.",
            new Remedy("Find the entry in the sign-in log; it names the policy.", Portal: SignInLog)
        ),
        new(
            ReplyCause.SignInNeeded,
            Gate.Token,
            "A person must sign in: the request cannot be answered without one.",
            new Remedy(
                "Let the user sign in interactively, or send as an application, which needs no user.",
                Link: Links.OAuth
            )
        ),
        new(
            ReplyCause.RefreshTokenExpired,
            Gate.Token,
            "The refresh token has expired or was revoked.",
            new Remedy("Let the user sign in again.", Link: Links.OAuth)
        ),
        new(
            ReplyCause.TokenRefused,
            Gate.Token,
            "Microsoft Entra ID issued no token.",
            new Remedy("Look up the code.", Link: Links.EntraErrors)
        ),
        new(
            ReplyCause.GraphAccessDenied,
            Gate.Token,
            "Microsoft Graph refused the request: a permission is missing, or the mailbox is outside the "
                + "application's scope.",
            new Remedy(
                "Grant Mail.Send with admin consent, and check application access policies and RBAC for Applications.",
                "Test-ServicePrincipalAuthorization -Identity <application id> -Resource {mailbox}",
                Link: Links.GraphSendMail
            )
        ),
        new(
            ReplyCause.EwsDisabled,
            Gate.Service,
            "Exchange Web Services are switched off for the tenant; they are removed in April 2027.",
            new Remedy("Move to Microsoft Graph.", Link: Links.GraphSendMail)
        ),
    ];
}
