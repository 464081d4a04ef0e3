using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Settings.Reading;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>Tells whether a section matches the shape that a library reads.</summary>
internal static class SectionShapes
{
    public static bool Fits(this SettingsSection section, SectionShape shape) =>
        IsAt(section.Path, shape.Path)
        && shape.Has.All(key => section.At(key) is not null)
        && (
            shape.Attribute is null
            || section.Find(shape.Attribute)?.Value is { } value
                && Holds(value, shape.MustContain)
                && !(shape.MustNotContain is { } not && Holds(value, not))
        );

    static bool IsAt(string path, string pattern) =>
        pattern switch
        {
            "*" => true,
            ['*', ':', ..] => Ends(":" + path, pattern.Substring(1)),
            [.., ':', '*'] => (path + ":").StartsWith(
                pattern.Substring(0, pattern.Length - 1),
                StringComparison.OrdinalIgnoreCase
            ),
            _ => string.Equals(path, pattern, StringComparison.OrdinalIgnoreCase),
        };

    static bool Ends(string path, string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    static bool Holds(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
