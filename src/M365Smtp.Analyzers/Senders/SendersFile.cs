using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Senders;

/// <summary>The parsed senders file.</summary>
/// <param name="Directory">The valid contents, without the mistakes.</param>
internal sealed record SendersFile(SenderDirectory Directory, ImmutableArray<SendersMistake> Mistakes)
{
    public const string Name = "m365smtp.senders.json";

    /// <summary>The analysis context caches the result with the text.</summary>
    public static readonly AdditionalTextValueProvider<SendersFile> Provider = new(text =>
        Read(text.Path, text.GetText() ?? SourceText.From(""))
    );

    public static SendersFile Read(string path, SourceText text) => SendersReader.Read(new SettingsSource(path, text));

    public static bool IsNamed(string path) =>
        path.EndsWith(Name, StringComparison.OrdinalIgnoreCase)
        && (path.Length == Name.Length || path[path.Length - Name.Length - 1] is '/' or '\\');

    /// <summary>The senders file of a project; the first if several are listed.</summary>
    public static AdditionalText? Of(ImmutableArray<AdditionalText> texts) =>
        texts.FirstOrDefault(text => IsNamed(text.Path));
}

/// <summary>An invalid entry in a senders file.</summary>
/// <param name="What">Completes a sentence: "is not a mail address".</param>
internal sealed record SendersMistake(Origin At, string What);
