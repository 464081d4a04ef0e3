using M365Smtp.Analyzers.Scanning;
using M365Smtp.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>
/// Whether a project may name a Microsoft mail host: in its code, in its settings, or with a constant of another
/// assembly. Without one, the host of each client is another one or unknown.
/// </summary>
internal sealed class NamedHosts(Compilation compilation, SettingsIndex settings)
{
    readonly Lazy<bool> inProject = new(() =>
        settings.MayNameHost
        // In an editor, another project is its source, which is too much to search after each keystroke.
        || compilation.References.Any(reference => reference is CompilationReference)
        || compilation.SyntaxTrees.Any(IsIn)
        || IsInReferences(compilation)
    );

    /// <summary>Whether code may know a host; false is certain. The file is searched before the project.</summary>
    public bool MayBeKnownIn(SourceText file) => HostTraces.InCode.Any(file) || inProject.Value;

    static bool IsIn(SyntaxTree file) => HostTraces.InCode.Any(file.GetText());

    static bool IsInReferences(Compilation compilation)
    {
        var constants = new ConstantScan(HostTraces.InCode);
        return compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly =>
            !IsOfFramework(assembly.Name)
            && assembly.GetMetadata() is { } metadata
            && metadata.GetModules().Any(module => constants.Any(module.GetMetadataReader()))
        );
    }

    static bool IsOfFramework(string assembly) =>
        assembly.StartsWith("System.", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.", StringComparison.Ordinal);
}
