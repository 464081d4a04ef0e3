using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Graph;
using M365Smtp.CodeFixes.Imports;
using M365Smtp.CodeFixes.Migration;
using M365Smtp.CodeFixes.OAuth;
using M365Smtp.CodeFixes.Passwords;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Turns an edit into text changes that touch only what must change, so comments and layout stay.</summary>
internal static class EditWriter
{
    /// <summary>In text order; empty if the edit does not fit the code.</summary>
    public static async Task<Written> Write(Place place, Edit edit, CancellationToken cancel)
    {
        return edit.Kind switch
        {
            EditKind.MigrateToMailKit => await MigrateToMailKit
                .Of(place, new RequestedScopes(AppOnly: edit.Text, Delegated: edit.Member), cancel)
                .ConfigureAwait(false),
            EditKind.SendThroughGraph => await SendThroughGraph.Of(place, edit.Text, cancel).ConfigureAwait(false),
            _ => new Written(await Changes(place, edit, cancel).ConfigureAwait(false), []),
        };
    }

    static async Task<IReadOnlyList<TextChange>> Changes(Place place, Edit edit, CancellationToken cancel)
    {
        var value = await ShortTypeNames.In(edit.Text, place, cancel).ConfigureAwait(false);
        return edit.Kind switch
        {
            EditKind.Replace => [new TextChange(place.Span, value)],
            EditKind.SetProperty => SetProperty.Changes(place, edit.Member, value),
            EditKind.SetArgument => await SetArgument.Changes(place, edit.Member, value, cancel).ConfigureAwait(false),
            EditKind.Remove => Remove.Changes(place),
            EditKind.LetThrough => await LetThrough.Changes(place, value, cancel).ConfigureAwait(false),
            EditKind.ReadPassword => await ReadPassword.Changes(place, cancel).ConfigureAwait(false),
            EditKind.ForgetPassword => await ForgetPassword.Changes(place, cancel).ConfigureAwait(false),
            EditKind.UseOAuth => await UseOAuth
                .Changes(place, new RequestedScopes(AppOnly: value, Delegated: edit.Member), cancel)
                .ConfigureAwait(false),
            _ => [],
        };
    }
}
