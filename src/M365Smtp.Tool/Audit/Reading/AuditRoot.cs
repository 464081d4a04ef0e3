namespace M365Smtp.Tool.Audit.Reading;

/// <summary>A solution, project or folder given on the command line.</summary>
/// <param name="Folder">Its full path, or that of its containing folder.</param>
internal sealed record AuditRoot(string Folder, IReadOnlyList<string> Solutions, IReadOnlyList<string> Projects)
{
    /// <summary>Covers everything below the folder, not one solution or project in it.</summary>
    public bool IsFolder { get; init; }
}
