using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Model;

/// <summary>What is known about an SMTP client at one moment, on every path that leads there.</summary>
internal sealed record SmtpUsage(SmtpApi Api, Moment Moment, Site Site)
{
    public Fact<string> Host { get; init; } = Fact<string>.Unknown;
    public Fact<int> Port { get; init; } = Fact<int>.Unknown;
    public Fact<TlsMode> Tls { get; init; } = Fact<TlsMode>.Unknown;
    public Fact<Credential> Credential { get; init; } = Fact<Credential>.Unknown;
    public Fact<string> From { get; init; } = Fact<string>.Unknown;

    /// <summary>True, if known, for a callback that accepts every certificate.</summary>
    public Fact<bool> AcceptsAnyCertificate { get; init; } = Fact<bool>.Unknown;

    /// <summary>The outdated TLS versions that are enabled or pinned: "TLS 1.1", "SSL 3 and TLS 1.0".</summary>
    public Fact<string> ObsoleteTls { get; init; } = Fact<string>.Unknown;

    public Fact<DefaultCredentials> DefaultCredentials { get; init; } = Fact<DefaultCredentials>.Unknown;

    /// <summary>False, if known, where a protocol log contains passwords and tokens in clear text.</summary>
    public Fact<bool> RedactSecrets { get; init; } = Fact<bool>.Unknown;

    public Fact<Pace> Pace { get; init; } = Fact<Pace>.Unknown;

    /// <summary>Known where code misinterprets the library's name of a status, as in
    /// "MustIssueStartTlsFirst".</summary>
    public Fact<string> MisreadStatus { get; init; } = Fact<string>.Unknown;

    /// <summary>The address of Exchange Web Services in Exchange Online.</summary>
    public Fact<string> WebServices { get; init; } = Fact<string>.Unknown;

    /// <summary>A recipient set next to the send.</summary>
    public Fact<string> Recipient { get; init; } = Fact<string>.Unknown;

    /// <summary>How many recipients one message is known to have.</summary>
    public Fact<int> RecipientCount { get; init; } = Fact<int>.Unknown;

    /// <summary>Known where an access token is acquired once and kept forever: what holds it, as in "a static
    /// field".</summary>
    public Fact<string> FrozenToken { get; init; } = Fact<string>.Unknown;

    /// <summary>Known where each message gets its own credential: the credential's type.</summary>
    public Fact<string> CredentialPerMessage { get; init; } = Fact<string>.Unknown;

    /// <summary>The client secret of an application that sends mail.</summary>
    public Fact<string> ClientSecret { get; init; } = Fact<string>.Unknown;

    public Runtime Runtime { get; init; }

    /// <summary>The project references MailKit, whatever library this client uses; null if unknown.</summary>
    public bool? HasMailKit { get; init; }

    /// <summary>The settings value for "STARTTLS, or no connection"; null if its library has no such value, and in
    /// code.</summary>
    public string? StartTlsWord { get; init; }

    /// <summary>The section that this runtime never reads, if the usage comes from one.</summary>
    public Origin? NeverRead { get; init; }

    /// <summary>Combines two layers of settings, so an environment may correct it: findings are reported one level
    /// lower.</summary>
    public bool IsLayered { get; init; }

    /// <summary>Host and TLS come from mailSettings, not from code; findings about them are reported in that
    /// file.</summary>
    public bool IsByMailSettings { get; init; }

    /// <summary>Writes mail to a folder and never connects.</summary>
    public bool IsToFolder { get; init; }

    /// <summary>A condition determines whether the client has this login, another one or none.</summary>
    public bool IsPossible { get; init; }

    /// <summary>The same call serves another or an unknown host too: a fix for this one may break the other.</summary>
    public bool IsCallShared { get; init; }

    /// <summary>The same call is known to serve a non-Microsoft host.</summary>
    public bool ServesOtherHost { get; init; }

    /// <summary>The call is in another file, where a parameter defaults to a Microsoft host: the sign-in is reported
    /// there.</summary>
    public bool IsJudgedAtCall { get; init; }

    /// <summary>The Microsoft host the client connects to, or null if it is another provider's or unknown.</summary>
    public MicrosoftHost? Endpoint { get; init; }

    /// <summary>What the senders file knows about the tenant's mailboxes; null if there is none, or the host is not for
    /// work accounts.</summary>
    public SenderDirectory? Senders { get; init; }

    [MemberNotNullWhen(true, nameof(Endpoint))]
    public bool IsAimedAtSubmission => Endpoint is { TakesSubmission: true };

    /// <summary>This usage with this host and the senders of the tenant.</summary>
    public SmtpUsage At(MicrosoftHost? endpoint, SenderDirectory? senders) =>
        this with
        {
            Endpoint = endpoint,
            Senders = endpoint is null or { Cloud: Cloud.Consumer } ? null : senders,
        };

    /// <summary>Where this client connects on other paths, if all are known: a moment without a host may follow any of
    /// them.</summary>
    public ImmutableArray<string> ConnectsTo { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>All of <see cref="ConnectsTo"/> are non-Microsoft hosts.</summary>
    public bool ConnectsElsewhere { get; init; }

    /// <summary>The host is known and either not Microsoft's or allowed by an option, or every host that the client
    /// connects to is.</summary>
    public bool IsAimedElsewhere => Endpoint is null && (Host.Is(out _) || ConnectsElsewhere);
}
