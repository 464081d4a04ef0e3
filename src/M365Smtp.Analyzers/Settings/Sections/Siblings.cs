using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>The settings next to a host; their names show which of them belong to it.</summary>
internal sealed class Siblings
{
    readonly ImmutableArray<(Setting Setting, KeyName Name)> all;
    readonly KeyName host;
    readonly bool isFlat,
        isOnlyHost;

    public Siblings(SettingsSection section, Setting hostSetting)
    {
        isFlat = IsFlat(section);
        host = KeyName.Of(hostSetting.Name);
        all = (isFlat ? section.Settings : WithGroups(section))
            .Where(setting => !IsCommentedOut(setting.Name) && !ReferenceEquals(setting, hostSetting))
            .GroupBy(setting => setting.Name, (_, same) => same.Last(), StringComparer.OrdinalIgnoreCase)
            .Select(setting => (setting, KeyName.Of(setting.Name)))
            .ToImmutableArray();
        isOnlyHost = !all.Any(sibling => sibling.Name.Role == KeyRole.Host && LooksLikeHost(sibling.Setting.Value));
    }

    /// <summary>The only setting with that role; null if there is none or more than one.</summary>
    public Setting? Find(KeyRole role, Func<string, bool> fits)
    {
        var found = all.Where(sibling =>
                sibling.Name.Role == role && Belongs(sibling.Name) && sibling.Setting.Value is { } value && fits(value)
            )
            .ToList();
        if (found.Count > 1)
            found = found.FindAll(sibling => sibling.Name.Stem == host.Stem);
        return found.Count == 1 ? found[0].Setting : null;
    }

    /// <summary>A port under an unexpected name: the only number, and a mail port.</summary>
    public Setting? OnlyMailPort()
    {
        var numbers = all.Where(sibling => HostText.Number(sibling.Setting.Value) is not null).ToList();
        return
            !isFlat
            && numbers.Count == 1
            && numbers[0].Name.Role == KeyRole.None
            && HostText.Number(numbers[0].Setting.Value) is { } port
            && Ports.IsForMail(port)
            ? numbers[0].Setting
            : null;
    }

    public bool HasName(params string[] letters) =>
        all.Any(sibling => letters.Contains(KeyName.Letters(sibling.Setting.Name)));

    public static bool IsCommentedOut(string name) => name.Length > 0 && name[0] is '/' or '_' or '#' or '$' or '-';

    // In one long flat list, only a shared name prefix shows what belongs together.
    bool Belongs(KeyName name) =>
        isFlat
            ? name.Group == host.Group && (name.Stem.Length > 0 || host.Stem.Length == 0)
            : name.Group == host.Group || (isOnlyHost && name.Group.Length == 0);

    static bool IsFlat(SettingsSection section) =>
        section.Path.Length == 0
        || section.Name is "appSettings" or "environmentVariables" or "Values"
        || section.Name.EndsWith(".Settings", StringComparison.Ordinal);

    // "Credentials": { "UserName": … } and "From": { "Address": … } belong to the host above them.
    static IEnumerable<Setting> WithGroups(SettingsSection section) =>
        section.Settings.Concat(
            from child in section.Sections
            where !IsCommentedOut(child.Name) && !child.Settings.Any(setting => MicrosoftHosts.Of(setting) is not null)
            from setting in child.Settings
            select setting with
            {
                Name = child.Name + setting.Name,
            }
        );

    static bool LooksLikeHost(string? value) =>
        value is { Length: > 0 }
        && HostText.Parse(value) is { Name.Text: var name }
        && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-');
}
