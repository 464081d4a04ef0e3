namespace M365Smtp.Knowledge;

/// <summary>The retirement of Basic auth for SMTP AUTH. Source: techcommunity 4489835 (2026-01-27).</summary>
internal static class BasicAuth
{
    /// <summary>For existing tenants; an admin can still turn it on afterwards.</summary>
    public const string OffByDefault = "the end of December 2026";

    /// <summary>Outlook.com, Hotmail and Live. Source: facts 1a, smtp-mail.outlook.com.</summary>
    public const string ConsumerEnd = "16 September 2024";

    /// <summary>High Volume Email supports Basic auth until then. Source: MC1243552.</summary>
    public const string HighVolumeEnd = "September 2028";
}
