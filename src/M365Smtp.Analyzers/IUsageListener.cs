using M365Smtp.Analyzers.Extraction;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers;

/// <summary>Hears what is known of the mail clients of each file, beside what is reported about them.</summary>
internal interface IUsageListener
{
    /// <param name="usages">With defaults resolved and aimed at their hosts, as the rules see them.</param>
    void Hear(SyntaxTree file, Source source, IEnumerable<SmtpUsage> usages);
}
