namespace M365Smtp.Knowledge;

/// <summary>Remedies for a refusal without a reason; they depend on what was sent. Source: facts 6.</summary>
internal static class BareRefusal
{
    public static readonly Remedy[] ForToken =
    [
        new(
            "OAuth: the token must be for https://outlook.office365.com (or https://outlook.office.com); where it "
                + "has roles or scp, they hold SMTP.SendAsApp or SMTP.Send. A token for Microsoft Graph is refused.",
            Link: Links.OAuth
        ),
        new(
            "OAuth, application: register the service principal with the object id of the enterprise application "
                + "and give it the mailbox. Wait up to an hour before the next attempt.",
            "New-ServicePrincipal -AppId <client id> -ObjectId <object id of the enterprise application>; "
                + "Add-MailboxPermission -Identity {mailbox} -User <service principal id> -AccessRights FullAccess",
            Link: Links.OAuth
        ),
        new(
            "OAuth, signed-in user: the user name must be the token's user, also to send from a shared mailbox.",
            Link: Links.OAuth
        ),
    ];

    public static readonly Remedy[] ForPassword =
    [
        new(
            "Password: check the UPN and the password.",
            "Get-User -Identity {mailbox} | Format-List UserPrincipalName"
        ),
    ];
}
