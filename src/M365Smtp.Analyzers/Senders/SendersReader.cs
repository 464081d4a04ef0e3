using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Senders;

/// <summary>Reads a senders file. Invalid or contradictory entries are reported at their location; the rest is
/// used.</summary>
internal sealed class SendersReader
{
    /// <summary>The supported version of the format.</summary>
    public const string Version = "1";

    public static readonly ImmutableArray<string> RootProperties = ImmutableArray.Create(
        "$schema",
        "version",
        "comment",
        "acceptedDomains",
        "salt",
        "mailboxes"
    );
    public static readonly ImmutableArray<string> MailboxProperties = ImmutableArray.Create(
        "upn",
        "kind",
        "comment",
        "addresses",
        "sendAs"
    );

    readonly SettingsSection root;
    readonly SendersMistakes mistakes;
    readonly bool isWhole;

    SendersReader(SettingsSource source)
    {
        (root, var breaks) = JsonSettingsReader.ReadOn(source);
        mistakes = new(source);
        foreach (var place in breaks)
            mistakes.Broken(place);
        isWhole = breaks.IsEmpty;
    }

    public static SendersFile Read(SettingsSource source)
    {
        var reader = new SendersReader(source);
        var directory = reader.IsReadableVersion()
            ? reader.Directory()
            : new(ImmutableArray<SendingMailbox>.Empty, ImmutableHashSet<string>.Empty, null);
        return new(directory, reader.mistakes.All);
    }

    // A later version may give the same words another meaning.
    bool IsReadableVersion()
    {
        if (root.Find("version") is not { } version)
        {
            if (isWhole)
                mistakes.Add(new TextSpan(0, 1), "begins a file without \"version\": 1");
            return true;
        }
        if (version.Value == Version)
            return true;
        mistakes.Add(version.Span, $"is not a supported version, so the file is ignored; the version is {Version}");
        return false;
    }

    SenderDirectory Directory()
    {
        mistakes.Unexpected(root, RootProperties);
        var salt = Salt();
        // With half a list, the domains of the other half would count as foreign.
        var domains = isWhole ? Domains() : ImmutableHashSet<string>.Empty;
        var reader = new MailboxReader(mistakes, domains, salt);
        var mailboxes = ImmutableArray.CreateBuilder<SendingMailbox>();
        foreach (var section in mistakes.Objects(root, "mailboxes"))
            if (reader.Read(section) is { } mailbox)
                mailboxes.Add(mailbox);
        return new(mailboxes.ToImmutable(), domains, salt);
    }

    string? Salt()
    {
        if (root.Find("salt") is not { Value: { } salt } setting)
            return null;
        if (salt.Length >= AddressHash.ShortestSalt)
            return salt;
        mistakes.Add(setting.Span, $"is too short for a salt; use at least {AddressHash.ShortestSalt} characters");
        return null;
    }

    ImmutableHashSet<string> Domains()
    {
        var domains = ImmutableHashSet.CreateBuilder<string>();
        foreach (var setting in mistakes.Strings(root, "acceptedDomains") ?? [])
            if (setting.Value is { } text && AddressForm.DomainOf(text) is { } domain)
                domains.Add(domain);
            else
                mistakes.Add(setting.Span, "is not a domain name");
        return domains.ToImmutable();
    }
}
