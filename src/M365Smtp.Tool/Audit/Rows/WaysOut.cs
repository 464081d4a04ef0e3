using M365Smtp.Analyzers.Model;

namespace M365Smtp.Tool.Audit.Rows;

/// <summary>What a sender that stops can do, the nearest way first.</summary>
internal static class WaysOut
{
    const string Pages = "https://github.com/M365SmtpAnalyzers/M365SmtpAnalyzers/blob/main/docs/";

    public static IReadOnlyList<string> Of(AuditRow row, SmtpApi api, bool hasMailKit, bool isCSharp)
    {
        if (
            row.AfterSwitch is AfterSwitch.GoesOn
            || (row.AfterSwitch == AfterSwitch.NotKnown && row.SignIn != SignIn.Password)
        )
            return [];
        var ways = new List<string>();
        var fixes = row.Findings.SelectMany(finding => finding.Fixes.Select(fix => (finding.Rule, fix))).ToList();
        if (fixes.Any(fix => fix.Rule == "SMTP4001"))
            ways.Add("Fix offered: Use OAuth 2.0 (dotnet format analyzers --diagnostics SMTP4001 --severity warn).");
        else if (fixes.Any(fix => fix.Rule == "SMTP4002"))
            ways.Add(
                "Fix offered: Migrate to MailKit, with OAuth 2.0 (dotnet format analyzers --diagnostics SMTP4002 --severity info)."
            );
        else if (api == SmtpApi.SystemNetMail && row.Kind == RowKind.Sender)
            ways.Add(
                isCSharp && !hasMailKit
                    ? "Add the package MailKit; then the fix of SMTP4002 migrates the client and brings OAuth 2.0."
                    : "Migrate to MailKit, which has OAuth 2.0: System.Net.Mail has not."
            );
        else if (api == SmtpApi.MailKit && row.Kind == RowKind.Sender)
            ways.Add("Sign in with SaslMechanismOAuth2 and a token instead of the password.");
        else
            ways.Add("Use OAuth 2.0 where the program that reads these settings offers it.");
        ways.Add($"OAuth 2.0 step by step, tenant and code: {Pages}leaving-basic-auth.md");
        return ways;
    }
}
