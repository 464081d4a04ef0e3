using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>A write to a message.</summary>
/// <param name="Member">The name of the member in System.Net.Mail.</param>
/// <param name="At">The statement, initializer member or constructor argument.</param>
/// <param name="Said">The writing expression.</param>
internal sealed record Write(
    string Member,
    WriteForm Form,
    IReadOnlyList<ExpressionSyntax> Values,
    SyntaxNode At,
    ExpressionSyntax Said
)
{
    public ExpressionSyntax Value => Values[0];

    public bool IsStatement => At is StatementSyntax;
}

internal enum WriteForm
{
    /// <summary><c>Subject = x</c></summary>
    Assign,

    /// <summary><c>Body += x</c></summary>
    Append,

    /// <summary><c>To.Add(x)</c></summary>
    Add,

    /// <summary><c>Headers[x] = y</c></summary>
    Key,

    /// <summary><c>To = { x, y }</c></summary>
    List,
}
