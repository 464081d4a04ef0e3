using System.Collections.Concurrent;
using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Scanning;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Settings;

/// <summary>The libraries that may read the settings of a project. Used only for a file that names a Microsoft
/// host.</summary>
internal sealed class ProjectLibraries(Compilation? compilation, Runtime runtime)
{
    readonly Lazy<HashSet<string>> assemblies = new(() =>
        new(
            compilation?.ReferencedAssemblyNames.Select(assembly => assembly.Name) ?? [],
            StringComparer.OrdinalIgnoreCase
        )
    );
    readonly ConcurrentDictionary<MailLibrary, bool> used = new();
    readonly Lazy<bool> setsLogin = new(() =>
        compilation is not null && Assignments.MayHold(compilation, "Credentials", default)
    );

    /// <summary>A folder of files without a project: only the shape of a section shows its reader.</summary>
    public static readonly ProjectLibraries None = new(null, Runtime.Unknown);

    public Runtime Runtime => runtime;

    public bool References(string assembly) => assemblies.Value.Contains(assembly);

    public bool Uses(MailLibrary library) => used.GetOrAdd(library, IsUsed);

    /// <summary>Since .NET 5 nothing reads mailSettings. Source: dotnet/docs#4705.</summary>
    public bool NeverReads(MailLibrary? library) => library == MailSettings.Row && runtime == Runtime.Modern;

    /// <summary>Code of the project may set a login, which then overrides the one in the file.</summary>
    public bool MaySetLogin => setsLogin.Value;

    bool IsUsed(MailLibrary library) =>
        (Array.Exists(library.Assemblies, References) || library.Types.Concat(library.OptionsTypes).Any(HasType))
        && !(
            library.NotBeside is { } other
            && (
                References(other)
                || MailLibraries.All.Any(beside => beside.Assemblies.Contains(other) && beside.Types.Any(HasType))
            )
        );

    bool HasType(string name) => compilation?.GetTypeByMetadataName(name) is not null;
}
