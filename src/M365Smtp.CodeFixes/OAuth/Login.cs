using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>A place that passes a user name and a password.</summary>
/// <param name="At">The expression that holds them; the token is requested just before its statement.</param>
/// <param name="User">As written.</param>
/// <param name="Secret">The expression for the password, or the credential that holds it.</param>
internal abstract record Login(ExpressionSyntax At, string User, ExpressionSyntax Secret)
{
    /// <summary>The same code signing in with a token; everything else stays.</summary>
    public abstract IEnumerable<TextChange> Changes(string mechanism, string token);

    /// <summary><c>(user, password)</c>, adjacent arguments of the call.</summary>
    internal sealed record Pair(
        InvocationExpressionSyntax Call,
        ArgumentSyntax Name,
        ArgumentSyntax Password,
        TextSpan Encoding
    ) : Login(Call, Name.Expression.ToString(), Password.Expression)
    {
        public override IEnumerable<TextChange> Changes(string mechanism, string token)
        {
            var (first, last) = Name.SpanStart < Password.SpanStart ? (Name, Password) : (Password, Name);
            return Encoded(Encoding)
                .Append(new TextChange(new TextSpan(first.SpanStart, 0), $"new {mechanism}("))
                .Concat(Swapped(Password, token))
                .Append(new TextChange(new TextSpan(last.Span.End, 0), ")"));
        }
    }

    /// <summary><c>new NetworkCredential(user, password)</c> or <c>new SaslMechanismLogin(user,
    /// password)</c>.</summary>
    /// <param name="Declared">The declared type of the local that holds it, if it names the old type.</param>
    internal sealed record Creation(
        BaseObjectCreationExpressionSyntax New,
        ArgumentSyntax Name,
        ArgumentSyntax Password,
        TextSpan Encoding,
        TypeSyntax? Declared
    ) : Login(New, Name.Expression.ToString(), Password.Expression)
    {
        /// <summary>The mechanism created from the credential; null if the object itself is passed.</summary>
        public BaseObjectCreationExpressionSyntax? Around { get; init; }

        public override IEnumerable<TextChange> Changes(string mechanism, string token)
        {
            if (Declared is not null)
                yield return new TextChange(Declared.Span, mechanism);
            if ((Around ?? New) is ObjectCreationExpressionSyntax { Type: var type })
                yield return new TextChange(type.Span, mechanism);
            if (Around is not null)
            {
                yield return new TextChange(
                    TextSpan.FromBounds(New.SpanStart, New.ArgumentList!.OpenParenToken.Span.End),
                    ""
                );
                yield return new TextChange(New.ArgumentList.CloseParenToken.Span, "");
            }
            foreach (var change in Encoded(Encoding).Concat(Swapped(Password, token)))
                yield return change;
        }
    }

    /// <summary>A credential created elsewhere: its user name is still read, its password no longer.</summary>
    /// <param name="Given">The argument: the credential, or a mechanism created from it.</param>
    internal sealed record Held(ArgumentSyntax Given, ExpressionSyntax Credential, string User)
        : Login(Given.Expression, User, Credential)
    {
        /// <summary>Nothing else reads it, and the user name is known without it.</summary>
        public bool IsReadHereAlone { get; init; }

        public override IEnumerable<TextChange> Changes(string mechanism, string token) =>
            [new TextChange(Given.Expression.Span, $"new {mechanism}({User}, {token})")];
    }

    static IEnumerable<TextChange> Encoded(TextSpan encoding) => encoding.IsEmpty ? [] : [new TextChange(encoding, "")];

    static IEnumerable<TextChange> Swapped(ArgumentSyntax password, string token)
    {
        if (password.NameColon is { Name: var name })
            yield return new TextChange(name.Span, "auth_token");
        yield return new TextChange(password.Expression.Span, token);
    }
}
