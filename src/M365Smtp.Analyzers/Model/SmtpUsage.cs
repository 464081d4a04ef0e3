using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Model;

/// <summary>What is known of one SMTP client at one moment, on every path that leads there.</summary>
internal sealed record SmtpUsage(SmtpApi Api, Moment Moment, Site Site)
{
    public Fact<string> Host { get; init; } = Fact<string>.Unknown;
    public Fact<int> Port { get; init; } = Fact<int>.Unknown;
    public Fact<TlsMode> Tls { get; init; } = Fact<TlsMode>.Unknown;
    public Fact<Credential> Credential { get; init; } = Fact<Credential>.Unknown;
    public Fact<string> From { get; init; } = Fact<string>.Unknown;

    /// <summary>Known and true where a callback accepts every certificate.</summary>
    public Fact<bool> AcceptsAnyCertificate { get; init; } = Fact<bool>.Unknown;

    /// <summary>The outdated TLS versions that are switched on or pinned: "TLS 1.1", "SSL 3 and TLS 1.0".</summary>
    public Fact<string> ObsoleteTls { get; init; } = Fact<string>.Unknown;

    public Fact<DefaultCredentials> DefaultCredentials { get; init; } = Fact<DefaultCredentials>.Unknown;

    /// <summary>Known and false where a protocol log writes passwords and tokens in clear.</summary>
    public Fact<bool> RedactSecrets { get; init; } = Fact<bool>.Unknown;

    public Fact<Pace> Pace { get; init; } = Fact<Pace>.Unknown;

    /// <summary>Known where code beside the client takes the name of a status for what went wrong: the library's name,
    /// as in "MustIssueStartTlsFirst".</summary>
    public Fact<string> MisreadStatus { get; init; } = Fact<string>.Unknown;

    /// <summary>The address of Exchange Web Services in Exchange Online.</summary>
    public Fact<string> WebServices { get; init; } = Fact<string>.Unknown;

    /// <summary>A recipient written beside the send.</summary>
    public Fact<string> Recipient { get; init; } = Fact<string>.Unknown;

    /// <summary>How many recipients one message is known to have.</summary>
    public Fact<int> RecipientCount { get; init; } = Fact<int>.Unknown;

    /// <summary>Known where an access token is got once and kept for good: who keeps it, as in "a static
    /// field".</summary>
    public Fact<string> FrozenToken { get; init; } = Fact<string>.Unknown;

    /// <summary>Known where each message gets a credential of its own: the credential's type.</summary>
    public Fact<string> CredentialPerMessage { get; init; } = Fact<string>.Unknown;

    /// <summary>The secret of an application that sends mail.</summary>
    public Fact<string> ClientSecret { get; init; } = Fact<string>.Unknown;

    public Runtime Runtime { get; init; }

    /// <summary>The project references MailKit, whatever library this client is of; null where that is not
    /// known.</summary>
    public bool? HasMailKit { get; init; }

    /// <summary>What a settings file writes for "STARTTLS, or no connection"; null where its library has no word for
    /// it, and in code.</summary>
    public string? StartTlsWord { get; init; }

    /// <summary>The section that this runtime never reads, where the usage comes from one.</summary>
    public Origin? NeverRead { get; init; }

    /// <summary>Two layers of settings meet in this usage, so that an environment may make it right: findings are one
    /// level milder.</summary>
    public bool IsLayered { get; init; }

    /// <summary>Host and TLS come from mailSettings, not from code: that file has the findings about them.</summary>
    public bool IsByMailSettings { get; init; }

    /// <summary>It writes mail to a folder and connects to nothing.</summary>
    public bool IsToFolder { get; init; }

    /// <summary>A condition decides whether the client has this login, another one or none.</summary>
    public bool IsPossible { get; init; }

    /// <summary>The same call serves another host too, or one that nobody knows: what is right for this one may be
    /// wrong for that.</summary>
    public bool IsCallShared { get; init; }

    /// <summary>The same call is known to serve a host that is not Microsoft's.</summary>
    public bool ServesOtherHost { get; init; }

    /// <summary>The call stands in another file, where a parameter has a Microsoft host by default: that file reports
    /// its sign-in.</summary>
    public bool IsJudgedAtCall { get; init; }

    /// <summary>The Microsoft host the client is aimed at, or null where it is another's or not known.</summary>
    public MicrosoftHost? Endpoint { get; init; }

    /// <summary>What the senders file knows of the tenant's mailboxes; null where there is none, or the host is not for
    /// work accounts.</summary>
    public SenderDirectory? Senders { get; init; }

    [MemberNotNullWhen(true, nameof(Endpoint))]
    public bool IsAimedAtSubmission => Endpoint is { TakesSubmission: true };

    /// <summary>This usage aimed at that host, seen with the senders of the tenant.</summary>
    public SmtpUsage At(MicrosoftHost? endpoint, SenderDirectory? senders) =>
        this with
        {
            Endpoint = endpoint,
            Senders = endpoint is null or { Cloud: Cloud.Consumer } ? null : senders,
        };

    /// <summary>Where this client connects on other paths, if all of them are known: a moment without a host may follow
    /// any of them.</summary>
    public ImmutableArray<string> ConnectsTo { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>All of <see cref="ConnectsTo"/> are hosts of others.</summary>
    public bool ConnectsElsewhere { get; init; }

    /// <summary>The host is known and not a Microsoft host, or one that an option allows; or so is every host that the
    /// client connects to.</summary>
    public bool IsAimedElsewhere => Endpoint is null && (Host.Is(out _) || ConnectsElsewhere);
}
