using M365Smtp.Analyzers.Model;

namespace M365Smtp.Tool.Audit.Rows;

/// <summary>The options for a sender that stops, simplest first.</summary>
internal static class WaysOut
{
    public const string Pages = "https://github.com/M365SmtpAnalyzers/M365SmtpAnalyzers/blob/main/docs/";

    static readonly string[] ManyMessages = ["SMTP5001", "SMTP5002"];

    public static IReadOnlyList<string> Of(AuditRow row, SmtpApi api, bool hasMailKit, bool isCSharp)
    {
        if (row.AfterSwitch is AfterSwitch.GoesOn)
            return [];
        if (row.AfterSwitch == AfterSwitch.NotKnown && row.SignIn != SignIn.Password)
            return [];
        var ways = new List<string> { Nearest(row, api, hasMailKit, isCSharp) };
        ways.Add($"OAuth 2.0 step by step, tenant and code: {Pages}leaving-basic-auth.md");
        if (row.Findings.Any(finding => ManyMessages.Contains(finding.Rule)))
            ways.Add(
                "For many messages, Azure Communication Services, or High Volume Email inside the tenant: "
                    + $"{Pages}which-way.md"
            );
        else
            ways.Add($"Microsoft Graph, where SMTP is closed: {Pages}ways/microsoft-graph.md");
        if (row.AfterSwitch == AfterSwitch.Stops)
            ways.Add($"Until then, passwords for a while: {Pages}ways/basic-auth.md");
        return ways;
    }

    static string Nearest(AuditRow row, SmtpApi api, bool hasMailKit, bool isCSharp)
    {
        if (OfferedBy(row, "SMTP4001") is { } oauth)
            return $"Fix offered: {oauth} (SMTP4001).";
        if (OfferedBy(row, "SMTP4002") is { } migration)
            return $"Fix offered: {migration}, with OAuth 2.0 (SMTP4002).";
        if (row.Kind == RowKind.Sender && api == SmtpApi.SystemNetMail)
            return isCSharp && !hasMailKit
                ? "Add the package MailKit; then the fix of SMTP4002 migrates the client and brings OAuth 2.0."
                : "Migrate to MailKit, which has OAuth 2.0: System.Net.Mail has not.";
        return row.Kind == RowKind.Sender && api == SmtpApi.MailKit
            ? "Sign in with SaslMechanismOAuth2 and a token instead of the password."
            : "Use OAuth 2.0 where the program that reads these settings offers it.";
    }

    static string? OfferedBy(AuditRow row, string rule) =>
        row.Findings.Where(finding => finding.Rule == rule).SelectMany(finding => finding.Fixes).FirstOrDefault();
}
