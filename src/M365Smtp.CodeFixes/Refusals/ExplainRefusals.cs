using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Imports;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Refusals;

/// <summary>
/// Adds the reply decoder of M365Smtp.GateCheck to a mail client's catch block, if the project references it.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ExplainRefusals))]
public sealed class ExplainRefusals : CodeRefactoringProvider
{
    const string Title = "Explain refusals with M365Smtp.GateCheck";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (
            await Place.At(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false)
            is not { } place
        )
            return;
        if (
            await place.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
        )
            return;
        if (MailCatch.Around(place.Root.FindNode(place.Span), model) is not { } clause)
            return;
        if (
            await Changes(place with { Span = clause.Span }, clause, model, context.CancellationToken)
                .ConfigureAwait(false) is
            { } changes
        )
            context.RegisterRefactoring(
                CodeAction.Create(
                    Title,
                    _ => Task.FromResult(place.Document.WithText(place.Text.WithChanges(changes))),
                    nameof(ExplainRefusals)
                )
            );
    }

    /// <summary>Null if the result would not compile as well as before.</summary>
    static async Task<IReadOnlyList<TextChange>?> Changes(
        Place place,
        CatchClauseSyntax clause,
        SemanticModel model,
        CancellationToken cancel
    )
    {
        var body = Enclosing.Member(clause);
        var (declared, why, remedy) = (
            clause.Declaration!,
            FreeNames.Like("why", body, model),
            FreeNames.Like("remedy", body, model)
        );
        var hasName = declared.Identifier.Span.Length > 0;
        var exception = hasName ? declared.Identifier.Text : FreeNames.Like("exception", body, model);
        var inside = clause.Block.OpenBraceToken.Span.End;
        foreach (
            var fragments in await CodeFragments
                .Of(
                    place,
                    cancel,
                    $"var {why} = global::M365Smtp.SmtpReply.Explain({exception});",
                    Report.Line(inside, ("Gate", why + ".Gate"), ": ", ("Meaning", why + ".Meaning"), model),
                    $"foreach (var {remedy} in {why}.Remedies) "
                        + Report.Line(
                            inside,
                            ("Remedy", remedy + ".Text"),
                            " ",
                            ("Command", remedy + ".PowerShell"),
                            model
                        )
                )
                .ConfigureAwait(false)
        )
        {
            IReadOnlyList<TextChange> named = hasName
                ? []
                : [TextChanges.Insert(declared.Type.Span.End, " " + exception)];
            TextChange[] changes =
            [
                .. fragments.Usings,
                .. named,
                BlockStart.Insert(clause.Block, fragments.Texts, place.Text),
            ];
            if (await BuildCheck.CompilesAsWell(place.Document, changes, null, cancel).ConfigureAwait(false))
                return changes;
        }
        return null;
    }
}
