using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Handlers;

/// <summary>Maps SmtpStatusCode by number: the two enumerations name some replies differently.</summary>
internal static class StatusNames
{
    /// <summary>Null if MailKit lacks a name for one of them.</summary>
    public static IReadOnlyList<TextChange>? Changes(SyntaxNode within, SemanticModel model)
    {
        var names = model.Compilation.GetTypeByMetadataName(MailKitNames.StatusCode.Substring("global::".Length));
        var changes = new List<TextChange>();
        foreach (var name in within.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            if (
                model.GetSymbolInfo(name).Symbol
                    is not IFieldSymbol { ContainingType.Name: "SmtpStatusCode", HasConstantValue: true } status
                || !status.IsOfNetMail()
            )
                continue;
            // Means no reply at all.
            if (status.Name == "GeneralFailure")
                changes.Add(new TextChange(name.Span, "null"));
            else if (
                names
                    ?.GetMembers()
                    .OfType<IFieldSymbol>()
                    .FirstOrDefault(other => Equals(other.ConstantValue, status.ConstantValue)) is
                { } same
            )
                changes.Add(new TextChange(name.Span, $"{MailKitNames.StatusCode}.{same.Name}"));
            else
                return null;
        }
        return changes;
    }
}
