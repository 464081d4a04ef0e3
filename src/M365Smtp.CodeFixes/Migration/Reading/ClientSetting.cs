using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Reading;

/// <summary>A value assigned to a property of the client.</summary>
/// <param name="Statement">The assigning statement; null for an argument or an initializer member.</param>
internal sealed record ClientSetting(string Property, ExpressionSyntax Value, StatementSyntax? Statement)
{
    /// <summary>The condition under which it is set.</summary>
    public ExpressionSyntax? Condition => (Statement as IfStatementSyntax)?.Condition;
}
