using M365Smtp.Analyzers.Scanning;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>The cheap gate: does a text hold a word that mail code must hold?</summary>
internal static class MailText
{
    static readonly WordScan Words = new("smtp", "mailkit", "enablessl", "securesocketoptions", "office365", "outlook.");

    public static bool MayHoldMail(SourceText text) => MayHoldMail(text, new TextSpan(0, text.Length));

    public static bool MayHoldMail(SourceText text, TextSpan part) => Words.Any(text, part);
}
