using M365Smtp.Knowledge;

namespace M365Smtp.Simulator;

/// <summary>
/// A predefined tenant state, named after the cause that the server then reports. <see cref="All"/> lists them.
/// </summary>
public sealed class Scenario
{
    /// <summary>The mailbox of every scenario.</summary>
    public const string Mailbox = "alerts@contoso.com";

    /// <summary>Its password.</summary>
    public const string Password = "P@ssw0rd!";

    /// <summary>
    /// An access token for the mailbox that never expires and cannot be validated: for clients that accept a fixed
    /// token.
    /// </summary>
    public const string Token = "simulated-access-token";

    /// <summary>The tenant id.</summary>
    public const string TenantId = "5d0b7a52-6f0c-4b5e-9a51-0f6c1b7f9a10";

    /// <summary>
    /// The application of every scenario: it has SMTP.SendAsApp for the mailbox, and SMTP.Send for users who sign in to
    /// it.
    /// </summary>
    public const string ClientId = "8e4c1f0a-3b52-4d1c-8c55-2f6a7b9d0e21";

    /// <summary>Its client secret.</summary>
    public const string ClientSecret = "simulated-client-secret";

    readonly Func<Tenant, Tenant> change;

    Scenario(ReplyCause cause, string? use, Func<Tenant, Tenant>? change)
    {
        (Cause, Use) = (cause == ReplyCause.Unknown ? "Open" : cause.ToString(), use);
        Name = KebabCase(Cause);
        this.change = change ?? (tenant => tenant.Reply(cause));
    }

    /// <summary>The name in lowercase with dashes, as on the command line: <c>mailbox-smtp-auth-off</c>.</summary>
    public string Name { get; }

    /// <summary>The cause as the decoder spells it, such as <c>MailboxSmtpAuthOff</c>; or <c>Open</c>.</summary>
    public string Cause { get; }

    /// <summary>What a client must do to get this reply; null if signing in or sending is enough.</summary>
    public string? Use { get; }

    /// <summary>Every gate is open.</summary>
    public static Scenario Open { get; } = new(ReplyCause.Unknown, null, tenant => tenant);

    /// <summary>Gate 1: security defaults are on.</summary>
    public static Scenario SecurityDefaults { get; } =
        new(ReplyCause.SecurityDefaults, null, tenant => tenant.SecurityDefaults());

    /// <summary>Gate 2: SMTP AUTH is off for the tenant, and the mailbox inherits that.</summary>
    public static Scenario TenantSmtpAuthOff { get; } =
        new(ReplyCause.TenantSmtpAuthOff, null, tenant => tenant.SmtpClientAuthenticationDisabled());

    /// <summary>Gate 3: SMTP AUTH is off for the mailbox.</summary>
    public static Scenario MailboxSmtpAuthOff { get; } =
        new(
            ReplyCause.MailboxSmtpAuthOff,
            null,
            tenant => tenant.EveryMailbox(mailbox => mailbox.SmtpClientAuthenticationDisabled())
        );

    /// <summary>A Conditional Access policy blocks legacy authentication.</summary>
    public static Scenario PolicyBlock { get; } =
        new(ReplyCause.PolicyBlock, null, tenant => tenant.BlockLegacyAuthentication());

    /// <summary>The password differs from the one the client has.</summary>
    public static Scenario BadCredentials { get; } =
        new(
            ReplyCause.BadCredentials,
            null,
            tenant => tenant.EveryMailbox(mailbox => mailbox.Password(Guid.NewGuid().ToString()))
        );

    /// <summary>The account is locked.</summary>
    public static Scenario AccountLocked { get; } =
        new(ReplyCause.AccountLocked, null, tenant => tenant.EveryMailbox(mailbox => mailbox.Locked()));

    /// <summary>The authentication policy refuses passwords.</summary>
    public static Scenario BasicDisabled { get; } =
        new(ReplyCause.BasicDisabled, null, tenant => tenant.AllowBasicAuthSmtp(false));

    /// <summary>Basic authentication has been removed from client submission.</summary>
    public static Scenario BasicRetired { get; } =
        new(ReplyCause.BasicRetired, null, tenant => tenant.BasicAuthRetired());

    /// <summary>The mailbox may not send as any other address.</summary>
    public static Scenario SendAs { get; } =
        new(ReplyCause.SendAs, "send with another From than the mailbox", tenant => tenant);

    /// <summary>The mailbox has reached its recipient limit for 24 hours.</summary>
    public static Scenario DailyQuota { get; } =
        new(ReplyCause.DailyQuota, "send", tenant => tenant.EveryMailbox(mailbox => mailbox.RecipientsPerDay(0)));

    /// <summary>The mailbox already has its maximum number of connections open.</summary>
    public static Scenario Concurrency { get; } =
        new(ReplyCause.Concurrency, "send", tenant => tenant.EveryMailbox(mailbox => mailbox.ConcurrentConnections(0)));

    /// <summary>All scenarios: the open one, and one for each cause whose wording is known.</summary>
    public static IReadOnlyList<Scenario> All { get; } = List();

    /// <summary>
    /// The scenario with that name, or null. Accepts both spellings: <c>mailbox-smtp-auth-off</c> and
    /// <c>MailboxSmtpAuthOff</c>.
    /// </summary>
    public static Scenario? Find(string name) =>
        All.FirstOrDefault(scenario =>
            string.Equals(scenario.Name, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(scenario.Cause, name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>
    /// A tenant with one mailbox and one application that may send as it: the starting point of every scenario.
    /// </summary>
    internal static Tenant With(Tenant tenant, string mailbox, string password) =>
        tenant
            .Mailbox(mailbox, password, one => one.Token(Token))
            .Application(ClientId, ClientSecret, one => one.SendAsApp(mailbox).DelegatedSend());

    /// <summary>Changes the tenant to the state of this scenario.</summary>
    public Tenant Apply(Tenant tenant) => change(tenant);

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    static Scenario[] List()
    {
        Scenario[] gates =
        [
            Open,
            SecurityDefaults,
            TenantSmtpAuthOff,
            MailboxSmtpAuthOff,
            PolicyBlock,
            BadCredentials,
            AccountLocked,
            BasicDisabled,
            BasicRetired,
            SendAs,
            DailyQuota,
            Concurrency,
        ];
        var scripted = Replies
            .All.Where(row => row.IsVerbatim)
            .Select(row => row.Cause)
            .Distinct()
            .Where(cause => Array.TrueForAll(gates, gate => gate.Cause != cause.ToString()))
            .Select(cause => new Scenario(cause, UseOf(cause), null));
        return [.. gates, .. scripted];
    }

    static string? UseOf(ReplyCause cause) =>
        ScriptedReply.StageOf(Replies.Verbatim(cause)!) is SmtpStage.MailFrom or SmtpStage.RcptTo or SmtpStage.Message
            ? "send"
            : null;

    static string KebabCase(string name) =>
        string.Concat(
            name.Select(
                (letter, i) =>
                    char.IsUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()
            )
        );
}
