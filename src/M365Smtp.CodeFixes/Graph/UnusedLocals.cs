using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>Locals that only connect and sign-in read: host, port, password, a credential.</summary>
internal static class UnusedLocals
{
    public static IEnumerable<TextChange> Of(ClientUses client, SignInCall signIn, SemanticModel model, SourceText text)
    {
        var secret = UnusedSecret.Of(signIn, model, text);
        if (secret.Note.Length > 0)
            yield return Noted(client.Creation.Statement, secret.Note, text);
        foreach (var change in secret.Removal)
            yield return change;
        var gone = client.Gone.Select(statement => statement.Span).ToList();
        var mailbox = Mailbox
            .Of(signIn)
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.ValueText)
            .ToList();
        // What a removed declaration alone has read goes too.
        for (var found = true; found;)
        {
            found = false;
            foreach (var declared in signIn.Body.DescendantNodes().OfType<LocalDeclarationStatementSyntax>())
            {
                if (
                    gone.Contains(declared.Span)
                    || declared.Declaration.Variables is not [{ Initializer.Value: var value } variable]
                )
                    continue;
                if (
                    model.GetDeclaredSymbol(variable) is not ILocalSymbol local
                    || mailbox.Contains(local.Name)
                    || !UnusedSecret.OnlyLooksUp(value)
                )
                    continue;
                var readers = Readers.Of(local, signIn.Body, model);
                if (readers.Count == 0 || !readers.All(reader => gone.Any(span => span.Contains(reader.Span))))
                    continue;
                gone.Add(declared.Span);
                found = true;
                yield return new TextChange(text.WithItsLine(declared.Span), "");
            }
        }
    }

    static TextChange Noted(StatementSyntax statement, string note, SourceText text)
    {
        var ownLine = text.IsFirstOnLine(statement.SpanStart);
        var next = ownLine ? text.LineBreak(statement.SpanStart) + text.Indentation(statement.SpanStart) : " ";
        return EditWriter.Insert(statement.SpanStart, (ownLine ? "// " + note : $"/* {note} */") + next);
    }
}
