using M365Smtp.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>How the token is asked for: in a statement of its own, or inside the call where there is no room for one.</summary>
internal sealed class TokenText(SignInCall signIn, TokenSource source, SourceText text, SemanticModel model)
{
    readonly StatementSyntax? before = Room(signIn.Login.At);
    readonly string name = Unused("accessToken", signIn.Body, model);

    string Request =>
        !source.IsTask ? source.Call
        : signIn.IsAsync ? "await " + source.Call + signIn.ConfigureAwait
        : source.Call + ".GetAwaiter().GetResult()";

    /// <param name="note">What to say of the password, or empty.</param>
    public IEnumerable<TextChange> Statement(string note)
    {
        if (before is null) return [];
        var ownLine = text.IsFirstOnLine(before.SpanStart);
        var next = ownLine ? text.LineBreak(before.SpanStart) + text.Indentation(before.SpanStart) : " ";
        var comment = note.Length == 0 ? "" : (ownLine ? "// " + note : $"/* {note} */") + next;
        return [EditWriter.Insert(before.SpanStart, $"{comment}var {name} = {Request};{next}")];
    }

    public string Expression(string note)
    {
        if (before is not null) return name + source.Member;
        var inline = source.Member.Length > 0 && source.IsTask && signIn.IsAsync ? $"({Request}){source.Member}" : Request + source.Member;
        return note.Length == 0 ? inline : $"/* {note} */ {inline}";
    }

    static StatementSyntax? Room(ExpressionSyntax login)
    {
        foreach (var node in login.Ancestors())
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or ConditionalExpressionSyntax:
                    return null;
                case StatementSyntax statement:
                    return statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax
                        && statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax ? statement : null;
            }
        return null;
    }

    static string Unused(string name, SyntaxNode body, SemanticModel model)
    {
        var taken = new HashSet<string>(body.DescendantTokens().Select(token => token.ValueText));
        var free = name;
        for (var i = 2; taken.Contains(free) || model.LookupSymbols(body.SpanStart, name: free).Length > 0; i++) free = name + i;
        return free;
    }
}
