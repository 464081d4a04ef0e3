namespace M365Smtp.Knowledge;

/// <summary>Causes specific to High Volume Email. Sources: facts 3a, 4 and 6.</summary>
internal static class HighVolumeCauses
{
    public static readonly CauseRow[] All =
    [
        new(
            ReplyCause.HveBasicBlocked,
            Gate.HighVolumeEmail,
            "Security Defaults are on, or the authentication policy forbids Basic for SMTP. The tenant's SMTP "
                + "AUTH switch has no part in it.",
            new Remedy(
                "See which authentication policy applies; it must allow Basic for SMTP.",
                "Get-User -Identity {mailbox} | Format-List AuthenticationPolicy",
                Link: Links.HighVolume
            )
        ),
        new(
            ReplyCause.HveInvalidArgument,
            Gate.Token,
            "The XOAUTH2 argument is malformed.",
            new Remedy("Send base64 of user=…^Aauth=Bearer …^A^A as one argument.", Link: Links.HighVolumeOAuth)
        ),
        new(
            ReplyCause.HveTokenExpiring,
            Gate.Token,
            "The token is about to expire.",
            new Remedy("Request a new token before signing in.", Link: Links.HighVolumeOAuth)
        ),
        new(
            ReplyCause.HveTokenExpired,
            Gate.Token,
            "The token has expired.",
            new Remedy("Request a new token before signing in.", Link: Links.HighVolumeOAuth)
        ),
        new(
            ReplyCause.HvePermission,
            Gate.Token,
            "The token lacks the API permission.",
            new Remedy(
                "Grant the application Mail.Send on Office 365 Exchange Online, with admin consent.",
                Link: Links.HighVolumeOAuth
            )
        ),
        new(
            ReplyCause.HveAppNotAllowed,
            Gate.HighVolumeEmail,
            "The application is not on the account's list of allowed apps.",
            new Remedy(
                "Add the application to the list; it takes about five minutes.",
                "Add-HVEAppAccess -Identity {mailbox} -AppIds <object id of the enterprise application>",
                Link: Links.HighVolumeApps
            )
        ),
        new(
            ReplyCause.HveExternal,
            Gate.HighVolumeEmail,
            "High Volume Email sends to recipients inside the organization only.",
            new Remedy(
                "Send to external recipients by Azure Communication Services Email, or by client submission.",
                Link: Links.HighVolume
            )
        ),
    ];
}
