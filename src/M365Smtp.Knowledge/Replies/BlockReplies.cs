namespace M365Smtp.Knowledge;

/// <summary>
/// Replies about a sender, tenant or address with a bad reputation, or a domain that fails authentication. Sources:
/// facts 3c and 3e.
/// </summary>
internal static class BlockReplies
{
    const string Ndr = "SA ndr/fix-error-codes-550-5-7-703 (2026-10-02)";
    const string List = "SA ndr/non-delivery-reports-in-exchange-online (2024-03-08)";

    static readonly Remedy Delist = new("Remove the sending address from the block list.", Portal: Links.Delist);
    static readonly Remedy DelistByMail = new("Send the whole reply to delist@microsoft.com.");
    static readonly Remedy Verify = new(
        "Send only from domains that are verified in the tenant.",
        Portal: "Microsoft 365 admin center > Settings > Domains"
    );
    static readonly Remedy AllowList = new(
        "Remove the entry from the Tenant Allow/Block List.",
        Portal: "Microsoft Defender portal > Email & collaboration > Policies & rules > Threat policies > Tenant Allow/Block Lists"
    );

    public static readonly ReplyRow[] All =
    [
        new(
            ReplyCause.SenderRestricted,
            ReplyStage.Data,
            550,
            "5.1.8",
            "Access denied, bad outbound sender",
            "access denied, bad outbound sender",
            RetryAdvice.Never,
            Certainty.Certain,
            "SA; DEF"
        ),
        Block(
            "5.7.705",
            "Access denied, tenant has exceeded threshold",
            "access denied, tenant has exceeded threshold",
            MatchOn.Phrase
        ),
        Block(
            "5.7.708",
            "Access denied, traffic not accepted from this IP",
            "access denied, traffic not accepted from this ip",
            MatchOn.Phrase
        ),
        Block(
            "5.7.750",
            "Client blocked from sending from unregistered domain",
            "client blocked from sending from unregistered domain",
            MatchOn.Phrase
        ) with
        {
            Remedy = Verify,
        },
        Block(
            "5.7.750",
            "Service unavailable. Client blocked from sending from unregistered domains",
            "client blocked from sending from unregistered domains",
            MatchOn.Phrase
        ) with
        {
            Remedy = Verify,
            Source = "two public documents",
        },
        // Other servers use "banned sender" too.
        Block("5.7.501", "Access denied, banned sender", "banned sender", MatchOn.PhraseWithCode),
        Block("5.7.502", "Access denied, banned sender", "banned sender", MatchOn.PhraseWithCode),
        Block("5.7.503", "Access denied, banned sender", "banned sender", MatchOn.PhraseWithCode),
        Block("5.7.511", "Access denied, banned sender", "banned sender", MatchOn.PhraseWithCode) with
        {
            Remedy = DelistByMail,
        },
        Block(
            "5.7.501",
            "Service unavailable. Spam abuse detected from IP range",
            "spam abuse detected from ip range",
            MatchOn.PhraseWithCode
        ) with
        {
            Source = "bot-docs #1618; Visual-Graph-Explorer #1",
        },
        Block("5.7.501", "Access denied, spam abuse detected", "spam abuse detected", MatchOn.PhraseWithCode) with
        {
            Source = List,
        },
        Block("5.7.606", "Access denied, banned sending IP [{ip}]", "banned sending ip", MatchOn.PhraseOrCode) with
        {
            LastDetail = 649,
            Remedy = Delist,
            Source = "microsoft-365-docs #666; JamBrain #271; SA NDR list",
        },
        Block(
            "5.7.703",
            "Your message can't be delivered because messages to {address} are blocked by your organization using "
                + "Tenant Allow Block List.",
            "blocked by your organization using tenant allow",
            MatchOn.Phrase
        ) with
        {
            Remedy = AllowList,
        },
        Block(
            "5.7.1",
            "Unfortunately, messages from [{ip}] weren't sent. Please contact your Internet service provider "
                + "since part of their network is on our block list",
            "part of their network is on our block list",
            MatchOn.Phrase
        ) with
        {
            Remedy = Delist,
            Source = "public bounces of protection.outlook.com",
        },
        Suspect("4.7.500", "Access denied, please try again later", "access denied, please try again later") with
        {
            LastDetail = 699,
        },
        Suspect("4.7.850", "Access denied, please try again later", "access denied, please try again later") with
        {
            LastDetail = 899,
            Source = List,
        },
        Suspect(
            "4.7.500",
            "Server busy. Please try again later from [{ip}].",
            "server busy. please try again later"
        ) with
        {
            LastDetail = 699,
            Source = "OfficeDocs-Exchange #2499; smtp-field-manual #22",
        },
        Suspect(
            "4.7.650",
            "The mail server [{ip}] has been temporarily rate limited due to IP reputation",
            "temporarily rate limited due to ip reputation"
        ) with
        {
            Match = MatchOn.Phrase,
            LastDetail = 651,
            Source = "smtp-field-manual #89; MailKit #1502",
        },
        Suspect("4.7.500", "", "") with
        {
            Match = MatchOn.PhraseOrCode,
            LastDetail = 699,
        },
        new(
            ReplyCause.TempSuspect,
            ReplyStage.Connect,
            550,
            "5.7.508",
            "Access denied, [{ip}] has exceeded the maximum number of connections",
            "has exceeded the maximum number of connections",
            RetryAdvice.Later,
            Certainty.Certain,
            List
        )
        {
            Match = MatchOn.PhraseWithCode,
        },
        Unproven(
            550,
            "5.7.515",
            "Access denied, sending domain {domain} doesn't meet the required authentication level",
            "the required authentication level"
        ),
        Unproven(
            550,
            "5.7.509",
            "Access denied, sending domain {domain} does not pass DMARC verification",
            "does not pass dmarc verification"
        ),
        Unproven(
            550,
            "5.7.23",
            "The message was rejected because of Sender Policy Framework violation",
            "the message was rejected because of sender policy framework violation"
        ),
        Unproven(
            451,
            "4.7.26",
            "Access denied, a message sent over IPv6 must pass either SPF or DKIM validation, this message is not "
                + "signed",
            "must pass either spf or dkim validation"
        ),
    ];

    static ReplyRow Block(string enhanced, string text, string phrase, MatchOn match) =>
        new(
            ReplyCause.TenantIpBlock,
            ReplyStage.Data,
            550,
            enhanced,
            text,
            phrase,
            RetryAdvice.Never,
            Certainty.Certain,
            Ndr
        )
        {
            Match = match,
        };

    static ReplyRow Suspect(string enhanced, string text, string phrase) =>
        new(
            ReplyCause.TempSuspect,
            ReplyStage.Data,
            451,
            enhanced,
            text,
            phrase,
            RetryAdvice.Later,
            Certainty.Certain,
            "SA NDR list"
        )
        {
            Match = MatchOn.PhraseWithCode,
        };

    static ReplyRow Unproven(int code, string enhanced, string text, string phrase) =>
        new(
            ReplyCause.SenderAuthentication,
            ReplyStage.Data,
            code,
            enhanced,
            text,
            phrase,
            RetryAdvice.Never,
            Certainty.Certain,
            List
        )
        {
            Match = MatchOn.PhraseWithCode,
        };
}
