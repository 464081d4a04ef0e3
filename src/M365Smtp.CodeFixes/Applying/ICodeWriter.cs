using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes;

/// <summary>Writes edits into the code of one language.</summary>
internal interface ICodeWriter
{
    /// <summary>As in <see cref="LanguageNames"/>.</summary>
    string Language { get; }

    /// <summary>Null where the edit does not fit the code, or would leave it worse.</summary>
    Task<Written?> WriteAsync(Document document, TextSpan at, Edit edit, CancellationToken cancel);
}
