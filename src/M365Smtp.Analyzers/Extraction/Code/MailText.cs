using M365Smtp.Analyzers.Scanning;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>A cheap first check: does a text contain a word that mail code must contain?</summary>
internal sealed class MailText(params RareWord[] words)
{
    static readonly RareWord[] Words =
    [
        new("smtp", "mt"),
        new("enablessl", "sl"),
        new("securesocketoptions", "ck"),
        new("office365", "e3"),
        new("outlook.", "k."),
    ];

    public static readonly MailText Anywhere = new([.. Words, new("mailkit", "lk")]);

    public static readonly MailText InMailKit = new(Words);

    readonly WordScan words = new(words);

    public bool MayHoldMail(SourceText text) => MayHoldMail(text, new TextSpan(0, text.Length));

    public bool MayHoldMail(SourceText text, TextSpan part) => words.Any(text, part);
}
