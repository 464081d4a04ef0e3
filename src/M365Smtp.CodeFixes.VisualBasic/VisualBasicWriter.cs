using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.VisualBasic;

/// <summary>Edits values in Visual Basic.</summary>
internal sealed class VisualBasicWriter : ICodeWriter
{
    public string Language => LanguageNames.VisualBasic;

    public async Task<Written?> WriteAsync(Document document, TextSpan at, Edit edit, CancellationToken cancel)
    {
        if (await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return null;
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        var code = new CodePlace(model, text, at, cancel);
        var changes =
            edit.Kind == EditKind.Remove ? Removal.Changes(code)
            : ValueText.Of(edit.Text, code) is not { } value ? []
            : edit.Kind switch
            {
                EditKind.Replace => [new TextChange(at, value)],
                EditKind.SetProperty => Initializer.Changes(code, edit.Member, value),
                EditKind.SetArgument => CallArgument.Changes(code, edit.Member, value),
                _ => [],
            };
        if (changes.Count == 0)
            return null;
        var changed = await document
            .WithText(text.WithChanges(changes))
            .GetSemanticModelAsync(cancel)
            .ConfigureAwait(false);
        return changed is not null && Errors(changed, cancel) <= Errors(model, cancel)
            ? new Written(changes, [])
            : null;
    }

    static int Errors(SemanticModel model, CancellationToken cancel) =>
        model.GetDiagnostics(cancellationToken: cancel).Count(problem => problem.Severity == DiagnosticSeverity.Error);
}
