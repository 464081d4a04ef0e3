using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers;

/// <summary>Receives the facts about the mail clients of each file, in addition to the reported diagnostics.</summary>
internal interface IUsageListener
{
    /// <param name="usages">With defaults and endpoints resolved, as the rules see them.</param>
    void Hear(SyntaxTree file, Source source, IEnumerable<SmtpUsage> usages);
}
