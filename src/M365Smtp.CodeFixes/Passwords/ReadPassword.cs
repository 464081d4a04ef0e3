using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Imports;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Passwords;

/// <summary>Replaces a password in the code with a read of the options, the configuration or the environment.</summary>
internal static class ReadPassword
{
    /// <summary>Empty unless the result compiles as well as before.</summary>
    public static async Task<IReadOnlyList<TextChange>> Changes(Place place, CancellationToken cancel)
    {
        if (
            place.Node<ExpressionSyntax>() is not { } password
            || await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model
        )
            return [];
        var around = password.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? place.Root;
        foreach (var holder in PasswordHolder.Of(password, place.Text, model))
            foreach (var known in PasswordSources.Of(password, holder.Position, around, model))
            {
                var source = await Mailboxes
                    .Apart(known, password, place.Document, model, cancel)
                    .ConfigureAwait(false);
                foreach (var fragments in await CodeFragments.Of(place, cancel, source.Read).ConfigureAwait(false))
                {
                    if (holder.Write(source, fragments.Texts[0]) is not { Count: > 0 } written)
                        continue;
                    var changes = LongLines.BrokenBeforeThrow(
                        place.Text,
                        [.. fragments.Usings.Concat(written).OrderBy(change => change.Span.Start)],
                        place.Root
                    );
                    if (
                        await BuildCheck
                            .CompilesAsWell(place.Document, changes, holder.Member, cancel)
                            .ConfigureAwait(false)
                    )
                        return changes;
                }
            }
        return [];
    }
}
