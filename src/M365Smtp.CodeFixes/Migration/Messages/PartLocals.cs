using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>Locals that hold an attachment or a view just until the message takes it.</summary>
internal sealed class PartLocals(MessageUses uses, SemanticModel model)
{
    readonly Dictionary<StatementSyntax, TextChange> removals = [];

    /// <summary>Of the locals that are no longer needed.</summary>
    public IEnumerable<TextChange> Changes => removals.Values;

    /// <summary>What makes the part: the value itself, or what the local was given and is read for nothing else.</summary>
    public ExpressionSyntax? Creation(ExpressionSyntax value, Write write)
    {
        if (Made(value, model) is not { } made || made == value.Inner()) return Made(value, model);
        if (model.GetSymbolInfo(value.Inner()).Symbol is not ILocalSymbol local || Readers.Of(local, uses.Source.Function, model) is not [_]) return null;
        if (made.FirstAncestorOrSelf<StatementSyntax>() is not LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } declared || !IsNear(declared, write)) return null;
        var text = declared.SyntaxTree.GetText();
        removals[declared] = new TextChange(text.WithItsLine(declared.Span), "");
        return made;
    }

    /// <summary>The creation itself, or that of the local that the value names.</summary>
    public static ExpressionSyntax? Made(ExpressionSyntax value, SemanticModel model) => value.Inner() switch
    {
        BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax => value.Inner(),
        IdentifierNameSyntax name when model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
            && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax } declared => declared.Initializer!.Value,
        _ => null,
    };

    /// <summary>Nothing between the two could change what the part is made from.</summary>
    bool IsNear(LocalDeclarationStatementSyntax declared, Write write) =>
        StatementList.Of(declared) is { } list && list == StatementList.Of(write.At)
        && StatementList.Elements(list).Where(between => between.SpanStart > declared.SpanStart && between.SpanStart < write.At.SpanStart)
            .All(between => uses.Writes.Any(known => known.At == between) || between is LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } && model.GetDeclaredSymbol(variable) is ILocalSymbol { Type.Name: "Attachment" or "AlternateView" });
}
