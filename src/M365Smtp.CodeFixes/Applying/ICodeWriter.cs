using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes;

/// <summary>Writes edits into the code of one language.</summary>
internal interface ICodeWriter
{
    /// <summary>A value of <see cref="LanguageNames"/>.</summary>
    string Language { get; }

    /// <summary>Null if the edit does not fit the code or would make it worse.</summary>
    Task<Written?> WriteAsync(Document document, TextSpan at, Edit edit, CancellationToken cancel);
}
