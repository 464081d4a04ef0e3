using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Reporting;

/// <summary>Diagnostics about the senders file itself.</summary>
internal static class SendersReport
{
    /// <param name="counting">The senders file of the project.</param>
    public static IEnumerable<Diagnostic> Of(
        AdditionalText text,
        AdditionalText? counting,
        Func<AdditionalText, SendersFile?> read
    )
    {
        if (text != counting)
            return
            [
                Diagnostic.Create(
                    Descriptors.InvalidSendersFile,
                    Location.Create(text.Path, default, default),
                    Path.GetFileName(text.Path),
                    $"is ignored: a project has one senders file, and '{RelativePath.Of(counting?.Path ?? "", text.Path)}' is listed first"
                ),
            ];
        return (read(text)?.Mistakes ?? ImmutableArray<SendersMistake>.Empty).Select(mistake =>
            Diagnostic.Create(
                Descriptors.InvalidSendersFile,
                mistake.At.Location,
                mistake.At.Text.Length == 0 ? SendersFile.Name : Shown.Name(mistake.At.Text),
                mistake.What
            )
        );
    }
}
