namespace M365Smtp.Tool.Audit.Tenant;

/// <summary>The commands that an administrator runs to create the exports for audit. They change nothing in the
/// tenant.</summary>
internal static class ExportCommands
{
    public const string Text = """
        # --smtp-auth-report: Exchange admin center > Reports > Mail flow > SMTP AUTH clients > Export (CSV)

        # --mailboxes (Exchange Online PowerShell: Connect-ExchangeOnline); both files may be given
        Get-EXOMailbox -ResultSize Unlimited |
            Select-Object UserPrincipalName, PrimarySmtpAddress, EmailAddresses |
            ConvertTo-Json -Depth 3 | Set-Content mailboxes.json -Encoding utf8
        Get-CASMailbox -ResultSize Unlimited |
            Select-Object PrimarySmtpAddress, EmailAddresses, SmtpClientAuthenticationDisabled |
            ConvertTo-Json -Depth 3 | Set-Content casmailboxes.json -Encoding utf8

        # --sign-ins (Microsoft Graph PowerShell: Connect-MgGraph -Scopes AuditLog.Read.All),
        # or Entra admin center > Sign-in logs > Download (JSON)
        Get-MgAuditLogSignIn -All -Filter "clientAppUsed eq 'Authenticated SMTP'" |
            Select-Object UserPrincipalName, ClientAppUsed, CreatedDateTime, Status |
            ConvertTo-Json -Depth 4 | Set-Content sign-ins.json -Encoding utf8
        """;
}
