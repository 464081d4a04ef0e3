using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>Finds the address of Exchange Web Services in Exchange Online in a settings file.</summary>
internal static class WebServicesAddress
{
    /// <summary>The values that are that address; an address in a list is not necessarily called.</summary>
    public static ImmutableArray<Setting> In(SettingsSection section)
    {
        var found = ImmutableArray.CreateBuilder<Setting>();
        Collect(section, found);
        return found.ToImmutable();
    }

    /// <summary>The usage that the rules see.</summary>
    public static SmtpUsage Usage(Setting setting) =>
        new(SmtpApi.None, Moment.Mention, new(setting.Origin, setting.Origin, null, null))
        {
            WebServices = Fact.Known(setting.Value!, setting.Origin),
        };

    static void Collect(SettingsSection section, ImmutableArray<Setting>.Builder found)
    {
        foreach (var setting in section.Settings)
            if (
                setting.Value is { } value
                && !MicrosoftHosts.IsArrayMember(setting)
                && setting.Source.HasTrace(setting.Span)
                && WebServices.IsAddress(value)
            )
                found.Add(setting);
        foreach (var child in section.Sections)
            Collect(child, found);
    }
}
