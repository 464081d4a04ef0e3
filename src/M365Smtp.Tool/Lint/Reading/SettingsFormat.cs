namespace M365Smtp.Tool.Lint.Reading;

/// <summary>The format of a settings file.</summary>
internal enum SettingsFormat
{
    None,
    Json,
    Xml,

    /// <summary>Lines of <c>NAME=value</c>.</summary>
    Env,
    Yaml,

    /// <summary>A view or a script, read only for presets of mail providers.</summary>
    Script,
}

/// <summary>Determines the format of a settings file from its name.</summary>
internal static class SettingsFormats
{
    public static SettingsFormat Of(string path)
    {
        var name = Path.GetFileName(path).ToLowerInvariant();
        if (name.StartsWith(".env.", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal))
            return SettingsFormat.Env;
        return Path.GetExtension(name) switch
        {
            ".json" => SettingsFormat.Json,
            ".config" or ".xml" => SettingsFormat.Xml,
            ".yml" or ".yaml" => SettingsFormat.Yaml,
            ".cshtml"
            or ".razor"
            or ".ts"
            or ".js"
            or ".vue"
                when !name.EndsWith(".min.js", StringComparison.Ordinal)
                    && !name.EndsWith(".d.ts", StringComparison.Ordinal) => SettingsFormat.Script,
            _ => SettingsFormat.None,
        };
    }
}
