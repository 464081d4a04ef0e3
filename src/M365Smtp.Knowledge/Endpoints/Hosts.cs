namespace M365Smtp.Knowledge;

/// <summary>Microsoft's mail hosts: the right ones, and wrong ones that people use.</summary>
internal static class Hosts
{
    public const string Worldwide = "smtp.office365.com";
    public const string GccHigh = "smtp.office365.us";
    public const string Dod = "outlook-dod.office365.us";
    public const string China = "smtp.partner.outlook.cn";
    public const string HighVolume = "smtp.hve.mx.microsoft";
    public const string Consumer = "smtp-mail.outlook.com";

    public static readonly MicrosoftHost[] All =
    [
        new(
            Worldwide,
            HostKind.Submission,
            Cloud.Worldwide,
            null,
            "OD-Ex how-to-set-up-a-multifunction-device; M365 worldwide endpoints set 2"
        )
        {
            TakesPort25 = true,
        },
        new("outlook.office365.us", HostKind.Submission, Cloud.GccHigh, null, "M365 GCC High endpoints set 5")
        {
            TakesPort25 = true,
        },
        new(GccHigh, HostKind.Submission, Cloud.GccHigh, null, "public logs; absent from the official list (C+)"),
        new(Dod, HostKind.Submission, Cloud.Dod, null, "M365 DoD endpoints set 4") { TakesPort25 = true },
        new("webmail.apps.mil", HostKind.Submission, Cloud.Dod, null, "M365 DoD endpoints set 4")
        {
            TakesPort25 = true,
        },
        new(China, HostKind.Submission, Cloud.China, null, "public code; no official page readable (C+)"),
        new("partner.outlook.cn", HostKind.Submission, Cloud.China, null, "EmailEngine code (C+)"),
        new(HighVolume, HostKind.Submission, Cloud.HighVolume, null, "MS Learn high-volume-mails-m365"),
        new(Consumer, HostKind.Submission, Cloud.Consumer, null, "MK ExchangeOAuth2.md"),
        new(
            CommunicationServices.Host,
            HostKind.Communication,
            Cloud.Worldwide,
            null,
            "azure-docs smtp-authentication.md"
        )
        {
            TakesPort25 = true,
            Note = "belongs to Azure Communication Services",
        },
        new(
            "outlook.office365.com",
            HostKind.Undocumented,
            Cloud.Worldwide,
            Worldwide,
            "MailKit #1126 shows it answer (C+)"
        )
        {
            Note = "works, but Microsoft does not document it for SMTP submission",
        },
        new(
            "smtp.outlook.com",
            HostKind.Undocumented,
            Cloud.Worldwide,
            Worldwide,
            "Odoo microsoft_outlook; PHPMailer #1000 disagrees (C+)"
        )
        {
            Note = "is not documented by Microsoft and may not resolve",
        },
        new(
            "smtp-hve.office365.com",
            HostKind.Deprecated,
            Cloud.HighVolume,
            HighVolume,
            "MS Learn high-volume-mails-m365: will be deprecated"
        )
        {
            Note = "is the old name of High Volume Email and will be deprecated",
        },
        new(
            "smtp-legacy.office365.com",
            HostKind.Deprecated,
            Cloud.Worldwide,
            Worldwide,
            "MS Learn opt-in endpoint for legacy TLS"
        )
        {
            Note = "is the opt-in endpoint for clients limited to TLS 1.0 and 1.1",
            TakesOldTls = true,
        },
        new(
            "smtp-legacy.partner.outlook.cn",
            HostKind.Deprecated,
            Cloud.China,
            China,
            "MS Learn opt-in endpoint for legacy TLS"
        )
        {
            Note = "is the opt-in endpoint for clients limited to TLS 1.0 and 1.1",
            TakesOldTls = true,
        },
        new("smtp.office.de", HostKind.Deprecated, Cloud.Germany, null, "closed October 2021 (mem)")
        {
            Note = "belongs to the German cloud, which closed in October 2021",
        },
        new(
            "smtp.outlook.office365.com",
            HostKind.Wrong,
            Cloud.Worldwide,
            Worldwide,
            "ten public files; never documented"
        )
        {
            Note = "was never documented for submission",
        },
        new("smtp.office.com", HostKind.Wrong, Cloud.Worldwide, Worldwide, "ten public files; never documented")
        {
            Note = "was never documented for submission",
        },
        new("mail.office365.com", HostKind.Wrong, Cloud.Worldwide, Worldwide, "an old webmail name")
        {
            Note = "is an old webmail name",
        },
        new("smtp.live.com", HostKind.Wrong, Cloud.Consumer, Consumer, "nodemailer #1367: stopped on 2022-01-30")
        {
            Note = "stopped accepting mail in January 2022, so the connection fails",
        },
    ];

    /// <summary>The host with that name, or a misspelling of it; null for any other host.</summary>
    public static MicrosoftHost? Find(string host) =>
        MayBeHost(host) ? Exact(host) ?? Mx(host) ?? Unwrapped(host) ?? Misspelt(host) : null;

    // A cheap test, because most strings are not hosts.
    static bool MayBeHost(string text) => text.Length is > 7 and < 120 && text.IndexOf('.') > 0;

    static MicrosoftHost? Exact(string host)
    {
        var name = host.TrimEnd('.');
        foreach (var known in All)
            if (string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
                return known;
        return null;
    }

    // Facts 1a: <tenant-dashed>.mail.protection.outlook.com and the newer *.mx.microsoft.
    static MicrosoftHost? Mx(string host)
    {
        var name = host.TrimEnd('.');
        return EndsWith(name, ".mail.protection.outlook.com") || EndsWith(name, ".mx.microsoft")
            ? new(host, HostKind.Mx, Cloud.Worldwide, Worldwide, "OD-Ex how-to-set-up-a-multifunction-device")
            : null;
    }

    // "smtp://smtp.office365.com", "smtp.office365.com:587", " smtp.office365.com"
    static MicrosoftHost? Unwrapped(string host)
    {
        var start = host.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var bare = host.Substring(start).Trim().TrimEnd('/');
        if (bare.IndexOf(':') is var colon and >= 0)
            bare = bare.Substring(0, colon);
        if (bare == host || bare.Length == 0 || Exact(bare) is not { } known)
            return null;
        // "https://outlook.office365.com" is not a malformed host but the address of EWS and OAuth.
        if (start > 0 && !StartsWith(host, "smtp") && !StartsWith(bare, "smtp"))
            return null;
        return new(host, HostKind.Malformed, known.Cloud, known.UseInstead ?? known.Name, known.Source)
        {
            Note = "contains more than a host name, so the connection fails",
        };
    }

    const int MostSlips = 2;

    static MicrosoftHost? Misspelt(string host)
    {
        foreach (var known in All)
            if (
                known.Kind == HostKind.Submission
                && StartsWith(known.Name, "smtp")
                && Math.Abs(host.Length - known.Name.Length) <= MostSlips
                && Country(host) == Country(known.Name)
                && Spelling.Near(host, known.Name, MostSlips)
            )
                return new(host, HostKind.Malformed, known.Cloud, known.Name, known.Source)
                {
                    Note = "is a misspelling of '" + known.Name + "', so the connection fails",
                };
        return null;
    }

    // A different ending is a different cloud, not a typo.
    static string Country(string host) =>
        host.Substring(host.LastIndexOf('.') + 1).ToLowerInvariant() is ("cn" or "us" or "de") and var country
            ? country
            : "";

    static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    static bool EndsWith(string text, string end) =>
        text.Length > end.Length && text.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
