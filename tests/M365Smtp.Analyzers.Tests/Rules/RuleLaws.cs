using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Rules;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules;

/// <summary>What must hold for every rule; shows whoever adds a rule what is missing.</summary>
public class RuleLaws
{
    /// <summary>Reported about an option or the senders file, not by a rule.</summary>
    static readonly string[] NoRules = [nameof(RuleId.SMTP0001), nameof(RuleId.SMTP0003), nameof(RuleId.SMTP3000)];

    static string AnalyzersFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "../../../../src/M365Smtp.Analyzers"));

    static readonly (Type Type, Rule Rule)[] Declared =
    [
        .. from type in typeof(Rule).Assembly.GetTypes()
        let field = type.GetField("Rule", BindingFlags.Public | BindingFlags.Static)
        where field?.FieldType == typeof(Rule)
        select (type, (Rule)field.GetValue(null)!),
    ];

    /// <summary>A usage that each rule reports, with every fact known that some rule reads.</summary>
    static readonly Dictionary<string, SmtpUsage> Faults = new()
    {
        ["SMTP1001"] = NetMailClient("smtp.live.com"),
        ["SMTP1002"] = NetMailClient("smtp.outlook.com"),
        ["SMTP1003"] = NetMailClient(Mx),
        ["SMTP1004"] = NetMailClient().OnPort(465),
        ["SMTP1005"] = NetMailClient().OnPort(25),
        ["SMTP1006"] = NetMailClient("smtp-hve.office365.com"),
        ["SMTP1007"] = NetMailClient() with { NeverRead = At(10, "mailSettings") },
        ["SMTP1008"] = Preset(M365, 587) with
        {
            WebServices = Literal(97, "https://outlook.office365.com/EWS/Exchange.asmx"),
        },
        ["SMTP1009"] = MailKitClient(Communication).OnPort(465),
        ["SMTP2001"] = NetMailClient().With(TlsMode.None, "false"),
        ["SMTP2002"] = MailKitClient().With(TlsMode.Implicit, "true"),
        ["SMTP2003"] = MailKitClient().With(TlsMode.Opportunistic, "false"),
        ["SMTP2004"] = MailKitClient().AcceptsAnyCertificate(),
        ["SMTP2005"] = MailKitClient().WithOldTls("TLS 1.1"),
        ["SMTP2006"] = MailKitClient(Communication).With(TlsMode.None, "SecureSocketOptions.None"),
        ["SMTP3001"] = NetMailClient().SignedIn("orders+web@contoso.com"),
        ["SMTP3002"] = NetMailClient().SignedIn("orders@contoso.com").Knowing(Listed),
        ["SMTP3003"] = NetMailClient().SignedIn("app@contoso.com").From("shop@fabrikam.com"),
        ["SMTP3004"] = NetMailClient().SignedIn("shop@gmail.com"),
        ["SMTP3005"] = NetMailClient().SignedIn("shop@contoso.com").Knowing(Listed),
        ["SMTP3006"] = NetMailClient().SignedIn("app@fabrikam.com").Knowing(Listed),
        ["SMTP3007"] = NetMailClient(HighVolume) with { Recipient = Literal(98, "someone@gmail.com") },
        ["SMTP3008"] = NetMailClient(Mx).NotSignedIn() with { Recipient = Literal(98, "someone@gmail.com") },
        ["SMTP4001"] = MailKitClient() with { Moment = Moment.Authenticate },
        ["SMTP4002"] = NetMailClient() with { HasMailKit = true },
        ["SMTP4003"] = NetMailClient().SignedIn("app@contoso.com", "Tundra!Pepper19"),
        ["SMTP4004"] = NetMailClient().UsesDefaultCredentials(true, true),
        ["SMTP4005"] = NetMailClient().NotSignedIn(),
        ["SMTP4006"] = MailKitClient()
            .SignedIn(
                new Credential("PLAIN", Fact<string>.Unknown, Fact<string>.Unknown),
                "new SaslMechanismPlain(login)"
            ),
        ["SMTP4007"] = MailKitClient().WithToken("SMTP.Send"),
        ["SMTP4008"] = MailKitClient().RedactsSecrets(false),
        ["SMTP4009"] = MailKitClient().Paced(Pace.RetryAfterRefusal),
        ["SMTP4010"] = NetMailClient() with
        {
            MisreadStatus = Fact.Known("MustIssueStartTlsFirst", At(96, "SmtpStatusCode.MustIssueStartTlsFirst")),
        },
        ["SMTP4011"] = MailKitClient(Communication).WithToken("https://outlook.office365.com/.default"),
        ["SMTP4012"] = Preset(M365, 587) with { FrozenToken = Literal(99, "a static field") },
        ["SMTP4013"] = Preset(M365, 587) with { CredentialPerMessage = Literal(99, "ClientSecretCredential") },
        ["SMTP4014"] = Preset(M365, 587) with { ClientSecret = Literal(99, "q7~Zk4Tundra!Pepper19") },
        ["SMTP5001"] = MailKitClient().Paced(Pace.LoopWithoutPause),
        ["SMTP5002"] = MailKitClient().Paced(Pace.Parallel),
        ["SMTP5003"] = NetMailClient(HighVolume) with
        {
            RecipientCount = Fact.Known(51, At(98, "\"someone@contoso.com\"")),
        },
    };

    static SmtpUsage FaultOf(string id)
    {
        Assert.True(Faults.ContainsKey(id), $"add a usage for {id} to {nameof(Faults)} of {nameof(RuleLaws)}");
        return Faults[id];
    }

    public static TheoryData<string> Ids => [.. AllRules.List.Select(rule => rule.Id)];

    [Fact]
    public void Every_rule_is_listed_in_the_order_of_its_id() =>
        Assert.Equal(
            Declared.Select(declared => declared.Rule.Id).Order(StringComparer.Ordinal),
            AllRules.List.Select(rule => rule.Id)
        );

    [Fact]
    public void Every_id_is_used_once() =>
        Assert.Equal(
            Enum.GetNames<RuleId>().Order(StringComparer.Ordinal),
            NoRules.Concat(AllRules.List.Select(rule => rule.Id)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_switch_is_an_option_that_a_team_can_write() =>
        Assert.Equal(
            TeamOptions.Switches.Order(StringComparer.Ordinal),
            AllRules.List.Select(rule => rule.Switch).OfType<string>().Order(StringComparer.Ordinal)
        );

    /// <summary>Others need a client, a loop or a callback, which a file does not show.</summary>
    [Fact]
    public void What_a_file_alone_shows_is_judged_there()
    {
        string[] settings =
        [
            "SMTP1001", "SMTP1002", "SMTP1003", "SMTP1004", "SMTP1005", "SMTP1006", "SMTP1007", "SMTP1008", "SMTP1009",
            "SMTP2001", "SMTP2002", "SMTP2003", "SMTP2006", "SMTP3001", "SMTP3002", "SMTP3003", "SMTP3004", "SMTP3005",
            "SMTP3006", "SMTP4003", "SMTP4004",
        ];
        string[] presets = ["SMTP1001", "SMTP1004", "SMTP2001", "SMTP2002"];

        Assert.Equal(settings, AllRules.List.Where(rule => rule.JudgesSettings).Select(rule => rule.Id));
        Assert.Equal(presets, AllRules.List.Where(rule => rule.JudgesPresets).Select(rule => rule.Id));
    }

    [Fact]
    public void The_folder_is_the_thousand_of_the_id()
    {
        string[] folders = ["Endpoint", "Transport", "Identity", "Authentication", "Limits"];
        Assert.All(
            Declared,
            declared =>
                Assert.EndsWith(
                    ".Rules." + folders[declared.Rule.Id[4] - '1'],
                    declared.Type.Namespace,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void The_category_is_the_folder() =>
        Assert.All(
            Declared,
            declared =>
                Assert.EndsWith(".Rules." + declared.Rule.Category, declared.Type.Namespace, StringComparison.Ordinal)
        );

    [Fact]
    public void Every_title_names_one_mistake_of_its_own()
    {
        Assert.All(AllRules.List, rule => Assert.Matches("^([A-Z]|mailSettings).*[^.: ]$", rule.Title));
        Assert.Distinct(AllRules.List.Select(rule => rule.Title));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_filled_and_ends_with_a_period_only_where_it_has_several_sentences(string id)
    {
        var rule = RuleOf(id);
        var text = rule.Says(FaultOf(id));
        Assert.DoesNotMatch(@"\{\d|\s$|^\s|''", text);
        Assert.Equal(Regex.IsMatch(text, @"[a-z'"")]\. [A-Z]"), text.EndsWith('.'));
        Assert.Equal(
            rule.Fires(FaultOf(id)).Arguments.Length,
            Regex.Matches(rule.Message, @"\{\d\}").DistinctBy(match => match.Value).Count()
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_fixes_or_says_why_not(string id)
    {
        var finding = RuleOf(id).Fires(FaultOf(id));
        var hasFix = finding.Edits.Length > 0;
        if (hasFix)
            Assert.True(RuleOf(id).NoFix is null, $"{id} has a fix: remove its {nameof(Rule.NoFix)}.");
        else
            Assert.True(RuleOf(id).NoFix is not null, $"{id} has no fix: say why in {nameof(Rule.NoFix)}.");
        Assert.Equal(hasFix, finding.FixTitle is not null);
        Assert.Matches("^[A-Z].*[^. ]$", finding.FixTitle ?? "None");
        Assert.Matches(@"^[A-Z].*\.$", RuleOf(id).NoFix ?? "None.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Where_nothing_is_known_nothing_is_said(string id)
    {
        var known = FaultOf(id);
        RuleOf(id).IsSilent(new SmtpUsage(known.Api, known.Moment, known.Site));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_that_reports_code_at_an_unknown_host_says_what_that_code_contains(string id)
    {
        var unknown = FaultOf(id) with { Host = Fact<string>.Unknown, Endpoint = null };
        var isReported = Enum.GetValues<Moment>()
            .Any(moment => RuleOf(id).Check(unknown with { Moment = moment }) is not null);

        Assert.True(
            isReported == RuleOf(id).AtAnyHost.Count > 0,
            $"{id} reports {(isReported ? "code" : "nothing")} without a host: {nameof(Rule.AtAnyHost)} must say so."
        );
        Assert.All(RuleOf(id).AtAnyHost, word => Assert.Matches("^[a-z0-9/]+$", word));
    }

    // Without a host there is no endpoint either.
    static IEnumerable<PropertyInfo> FactsButTheHost =>
        typeof(SmtpUsage)
            .GetProperties()
            .Where(property => property.Name != nameof(SmtpUsage.Host))
            .Where(property => property.PropertyType.IsGenericType)
            .Where(property => property.PropertyType.GetGenericTypeDefinition() == typeof(Fact<>));

    static SmtpUsage Without(SmtpUsage use, PropertyInfo fact)
    {
        var copy = use with { };
        fact.SetValue(copy, fact.PropertyType.GetField("Unknown")!.GetValue(null));
        return copy;
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Whatever_one_more_thing_is_unknown_the_finding_is_the_same_or_none(string id)
    {
        var known = FaultOf(id);
        var place = RuleOf(id).Fires(known).At;
        SmtpUsage[] lessKnown =
        [
            known.AtUnknownHost(),
            known with
            {
                Senders = null,
            },
            .. FactsButTheHost.Select(fact => Without(known, fact)),
        ];
        Assert.All(lessKnown, use => Assert.True(RuleOf(id).Check(use) is not { } found || found.At == place));
    }

    [Fact]
    public void Every_rule_has_a_row_in_the_release_notes()
    {
        var expected = AllRules.List.Select(rule =>
            $"{rule.Id} | {rule.Category} | {rule.Severity} | {Declared.Single(declared => declared.Rule == rule).Type.Name}, [documentation](../../docs/rules/{rule.Id}.md)"
        );
        Assert.Equal(
            expected,
            File.ReadAllLines(Path.Combine(AnalyzersFolder(), "AnalyzerReleases.Unshipped.md"))
                .Where(line =>
                    line.StartsWith("SMTP", StringComparison.Ordinal)
                    && !NoRules.Any(id => line.StartsWith(id, StringComparison.Ordinal))
                )
        );
    }

    static Rule RuleOf(string id) => AllRules.List.Single(rule => rule.Id == id);
}
