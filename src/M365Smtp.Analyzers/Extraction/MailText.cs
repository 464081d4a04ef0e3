using M365Smtp.Analyzers.Scanning;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>The cheap gate: does a text hold a word that mail code must hold?</summary>
internal sealed class MailText(params string[] words)
{
    public static readonly MailText Anywhere = new(
        "smtp",
        "mailkit",
        "enablessl",
        "securesocketoptions",
        "office365",
        "outlook."
    );

    public static readonly MailText InMailKit = new(
        "smtp",
        "enablessl",
        "securesocketoptions",
        "office365",
        "outlook."
    );

    readonly WordScan words = new(words);

    public bool MayHoldMail(SourceText text) => MayHoldMail(text, new TextSpan(0, text.Length));

    public bool MayHoldMail(SourceText text, TextSpan part) => words.Any(text, part);
}
