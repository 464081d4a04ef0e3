namespace M365Smtp.Knowledge;

/// <summary>The OAuth scopes of SMTP submission, a row a cloud. Source: DEV how-to-authenticate; sovereign clouds C+ (facts 6).</summary>
internal static class OAuthScopes
{
    /// <param name="AppOnly">The scope of a token for an application (client credentials), or null where there is none.</param>
    /// <param name="Delegated">The scope of a token for a signed-in user, or null where no document names it.</param>
    internal sealed record Row(Cloud Cloud, string? AppOnly, string? Delegated);

    public static readonly Row[] All =
    [
        new(Cloud.Worldwide, "https://outlook.office365.com/.default", "https://outlook.office.com/SMTP.Send"),
        new(Cloud.GccHigh, "https://outlook.office365.us/.default", null),
        new(Cloud.Dod, "https://outlook-dod.office365.us/.default", null),
        new(Cloud.China, "https://partner.outlook.cn/.default", null),
        new(Cloud.Consumer, null, "https://outlook.office.com/SMTP.Send"),
    ];

    public static Row? Of(Cloud cloud) => Array.Find(All, row => row.Cloud == cloud);
}
