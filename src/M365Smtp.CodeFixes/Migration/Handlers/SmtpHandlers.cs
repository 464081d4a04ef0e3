using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Handlers;

/// <summary>The handlers of SmtpException go on catching what they caught: MailKit has no common exception for it.</summary>
internal static class SmtpHandlers
{
    /// <summary>Null where an exception of System.Net.Mail is asked for in a way that is not understood.</summary>
    public static IReadOnlyList<TextChange>? Around(IReadOnlyList<SendCall> sends, SemanticModel model) =>
        In(sends.SelectMany(send => send.Whole.Ancestors().TakeWhile(outer => outer != send.Function)).OfType<TryStatementSyntax>().Distinct(), model);

    public static IReadOnlyList<TextChange>? In(IEnumerable<TryStatementSyntax> attempts, SemanticModel model)
    {
        var changes = new List<TextChange>();
        foreach (var clause in attempts.SelectMany(attempt => attempt.Catches))
        {
            if (clause.Declaration is { } declaration && model.GetTypeInfo(declaration.Type).Type is { } caught && caught.IsOfNetMail())
            {
                if (SmtpCatch.Changes(clause, declaration, caught.Name, model) is not { } rewritten) return null;
                changes.AddRange(rewritten);
            }
            else if (clause.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText.StartsWith("Smtp", StringComparison.Ordinal) && model.GetSymbolInfo(name).Symbol is ITypeSymbol { BaseType: not null } type && type.IsOfNetMail() && !type.IsClient()))
                return null;
        }
        return changes;
    }
}
