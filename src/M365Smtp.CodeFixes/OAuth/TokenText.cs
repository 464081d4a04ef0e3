using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>Requests the token in a separate statement, or inside the call if there is no room for one.</summary>
internal sealed class TokenText(SignInCall signIn, TokenSource source, SourceText text, SemanticModel model)
{
    readonly StatementSyntax? before = OwnStatement.StatementAround(
        signIn.Login.At,
        statement => statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax
    );
    readonly string name = FreeNames.Like("accessToken", signIn.Body, model);

    string Request =>
        !source.IsTask ? source.Call
        : signIn.IsAsync ? "await " + source.Call + signIn.ConfigureAwait
        : source.Call + ".GetAwaiter().GetResult()";

    /// <param name="note">A note about the password, or empty.</param>
    public IEnumerable<TextChange> Statement(string note)
    {
        if (before is null)
            return [];
        return [OwnStatement.Before(before, $"var {name} = {Request};", note, text)];
    }

    public string Expression(string note)
    {
        if (before is not null)
            return name + source.Member;
        var inline =
            source.Member.Length > 0 && source.IsTask && signIn.IsAsync
                ? $"({Request}){source.Member}"
                : Request + source.Member;
        return note.Length == 0 ? inline : $"/* {note} */ {inline}";
    }
}
