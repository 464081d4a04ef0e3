using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Statements;

/// <summary>A sequence of statements: a block, a switch section or a program's top-level statements.</summary>
internal static class StatementList
{
    /// <summary>A block, a switch section, or a file with top-level statements.</summary>
    public static SyntaxNode? List(this StatementSyntax statement) =>
        statement.Parent switch
        {
            BlockSyntax or SwitchSectionSyntax => statement.Parent,
            GlobalStatementSyntax global => global.Parent,
            _ => null,
        };

    /// <summary>The lists that enclose a node, innermost first.</summary>
    public static IEnumerable<SyntaxNode> Around(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<StatementSyntax>().Select(statement => statement.List()).OfType<SyntaxNode>();

    /// <summary>The element of the list that contains a node.</summary>
    public static StatementSyntax ElementOf(SyntaxNode list, SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<StatementSyntax>().First(statement => statement.List() == list);

    public static IEnumerable<StatementSyntax> Elements(SyntaxNode list) =>
        list switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            CompilationUnitSyntax file => file
                .Members.OfType<GlobalStatementSyntax>()
                .Select(global => global.Statement),
            _ => [],
        };

    /// <summary>The list in which a statement's declarations are visible to later statements, or null.</summary>
    public static SyntaxNode? In(StatementSyntax? holder) =>
        holder switch
        {
            UsingStatementSyntax { Statement: BlockSyntax block } => block,
            UsingStatementSyntax { Statement: UsingStatementSyntax inner } => In(inner),
            LocalDeclarationStatementSyntax or ExpressionStatementSyntax => holder.List(),
            _ => null,
        };
}
