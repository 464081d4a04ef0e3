using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Imports;
using M365Smtp.CodeFixes.Passwords;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Writes every edit in C#.</summary>
internal sealed class CSharpWriter : ICodeWriter
{
    public string Language => LanguageNames.CSharp;

    public async Task<Written?> WriteAsync(Document document, TextSpan at, Edit edit, CancellationToken cancel)
    {
        if (await Place.At(document, at, cancel).ConfigureAwait(false) is not { } place)
            return null;
        var written = await EditWriter.Write(place, edit, cancel).ConfigureAwait(false);
        if (written.Changes.Count == 0)
            return null;
        var changed = document.WithText(place.Text.WithChanges(written.Changes));
        if (!await place.ParsesAsWell(changed, cancel).ConfigureAwait(false))
            return null;
        if (edit.Kind is EditKind.UseOAuth or EditKind.MigrateToMailKit or EditKind.SendThroughGraph)
            written = await UnneededReads.Removed(document, written, cancel).ConfigureAwait(false);
        return await UnusedUsings.Removed(document, written, cancel).ConfigureAwait(false);
    }
}
