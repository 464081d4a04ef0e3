using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Reading;

namespace M365Smtp.Analyzers.Senders;

/// <summary>Reads the mailboxes of a senders file one by one and checks each against the previous ones.</summary>
internal sealed class MailboxReader(SendersMistakes mistakes, ImmutableHashSet<string> domains, string? salt)
{
    readonly HashSet<string> upns = [];
    readonly Dictionary<string, string> owners = [];

    /// <summary>Null for an entry without a mailbox, or with one that is already listed.</summary>
    public SendingMailbox? Read(SettingsSection section)
    {
        mistakes.Unexpected(section, SendersReader.MailboxProperties);
        if (section.Find("upn") is not { } setting)
        {
            mistakes.Missing(section, "has no \"upn\"");
            return null;
        }
        if (Form(setting) is not { } upn)
            return null;
        if (!upns.Add(upn))
        {
            mistakes.Add(setting.Span, "is listed twice; the first entry is used");
            return null;
        }
        var plain = AddressHash.IsMeant(upn) ? null : setting.Value!.Trim();
        if (plain is not null && !domains.IsEmpty && !domains.Contains(upn.Substring(upn.IndexOf('@') + 1)))
            mistakes.Add(setting.Span, "is a UPN whose domain is not among \"acceptedDomains\"");
        Claim(setting, upn, upn);
        var isComplete = true;
        var addresses = Forms(section, "addresses", ref isComplete, (address, form) => Claim(address, form, upn));
        var sendAs = Forms(section, "sendAs", ref isComplete, (_, _) => { });
        return new(upn, plain, Kind(section), addresses, sendAs, isComplete);
    }

    // In a tenant an address belongs to a single mailbox.
    void Claim(Setting setting, string form, string upn)
    {
        if (!owners.TryGetValue(form, out var owner))
            owners.Add(form, upn);
        else if (owner != upn)
            mistakes.Add(setting.Span, $"already belongs to '{owner}' above; an address belongs to one mailbox");
    }

    MailboxKind Kind(SettingsSection section)
    {
        if (section.Find("kind") is not { } setting)
            return MailboxKind.User;
        foreach (MailboxKind kind in Enum.GetValues(typeof(MailboxKind)))
            if (string.Equals(setting.Value, kind.ToString(), StringComparison.OrdinalIgnoreCase))
                return kind;
        mistakes.Add(setting.Span, "is not a kind of mailbox; use user, shared or application");
        return MailboxKind.User;
    }

    ImmutableHashSet<string> Forms(
        SettingsSection section,
        string name,
        ref bool isComplete,
        Action<Setting, string> seen
    )
    {
        var settings = mistakes.Strings(section, name);
        var forms = ImmutableHashSet.CreateBuilder<string>();
        foreach (var setting in settings ?? [])
        {
            if (Form(setting) is not { } form)
                isComplete = false;
            else if (forms.Add(form))
                seen(setting, form);
        }
        isComplete &= settings is not null;
        return forms.ToImmutable();
    }

    string? Form(Setting setting)
    {
        var text = setting.Value?.Trim() ?? "";
        if (!AddressHash.IsMeant(text))
        {
            if (AddressForm.Of(text) is { } form)
                return form;
            mistakes.Add(setting.Span, "is not a mail address");
        }
        else if (salt is null)
            mistakes.Add(setting.Span, "is a hash, but the file has no \"salt\" to compare it with");
        else if (!AddressHash.IsWellFormed(text))
            mistakes.Add(setting.Span, "is not a valid hash; use sha256: followed by 64 hex digits");
        else
            return text.ToLowerInvariant();
        return null;
    }
}
