using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Handlers;

/// <summary>A <c>catch</c> of a System.Net.Mail exception.</summary>
internal static class SmtpCatch
{
    public static IReadOnlyList<TextChange>? Changes(
        CatchClauseSyntax clause,
        CatchDeclarationSyntax declaration,
        string caught,
        SendFailures failures,
        SemanticModel model
    )
    {
        var isRecipient = caught == "SmtpFailedRecipientException";
        if (!isRecipient && caught != "SmtpException")
            return null;
        var named = declaration.Identifier.ValueText;
        if (!isRecipient && RefusedSignIn.Changes(clause, declaration, model) is { } refusal)
            return refusal;
        var name = named.Length > 0 ? named : "ex";
        var isReply = isRecipient || AsksForStatus(clause.Filter?.FilterExpression, named);
        if (isReply && RefusedSignIn.IsNamed(clause.Filter))
            return null;
        if (ReadsOf(clause, named, isReply) is not { } reads || StatusNames.Changes(clause, model) is not { } statuses)
            return null;
        var condition =
            isRecipient ? $"{name}.ErrorCode == {MailKitNames.ErrorCode}.RecipientNotAccepted"
            : isReply ? null
            : Is(name, failures, clause);
        return
        [
            new TextChange(declaration.Type.Span, isReply ? MailKitNames.CommandException : "global::System.Exception"),
            .. named.Length == 0
                ? [TextChanges.Insert(declaration.Type.Span.End, " " + name)]
                : Array.Empty<TextChange>(),
            .. condition is null ? [] : Filtered(clause, declaration, condition),
            .. reads,
            .. statuses,
        ];
    }

    // Only a server reply has a status.
    static bool AsksForStatus(ExpressionSyntax? filter, string name)
    {
        var asked = filter switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equals => equals.Left,
            IsPatternExpressionSyntax
            {
                Pattern: ConstantPatternSyntax or BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern }
            } pattern => pattern.Expression,
            _ => null,
        };
        return asked?.ToString() == name + ".StatusCode" && !filter!.ToString().Contains("GeneralFailure");
    }

    static string Is(string name, SendFailures failures, CatchClauseSyntax clause) =>
        clause.Knows(LanguageVersion.CSharp9)
            ? $"{name} is {string.Join(" or ", failures.All)}"
            : string.Join(" || ", failures.All.Select(type => $"{name} is {type}"));

    static IEnumerable<TextChange> Filtered(
        CatchClauseSyntax clause,
        CatchDeclarationSyntax declaration,
        string condition
    )
    {
        if (clause.Filter is not { FilterExpression: var filter })
            return [TextChanges.Insert(declaration.Span.End, $" when ({condition})")];
        var isSafe =
            filter
                is InvocationExpressionSyntax
                    or MemberAccessExpressionSyntax
                    or IdentifierNameSyntax
                    or PrefixUnaryExpressionSyntax
            || filter
                is BinaryExpressionSyntax
            {
                RawKind: not ((int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression)
            };
        var first = condition.Contains(" or ") || condition.Contains(" || ") ? $"({condition})" : condition;
        return
        [
            TextChanges.Insert(filter.SpanStart, first + " && " + (isSafe ? "" : "(")),
            .. isSafe ? [] : new[] { TextChanges.Insert(filter.Span.End, ")") },
        ];
    }

    /// <summary>Members that only SmtpException has.</summary>
    static IReadOnlyList<TextChange>? ReadsOf(CatchClauseSyntax clause, string name, bool isReply)
    {
        var changes = new List<TextChange>();
        if (name.Length == 0)
            return changes;
        foreach (
            var member in clause
                .DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Where(member =>
                    member.Expression is IdentifierNameSyntax variable && variable.Identifier.ValueText == name
                )
        )
            switch (member.Name.Identifier.ValueText)
            {
                // In System.Net.Mail a refused sign-in has a status; only a failure that never reached the server has
                // none.
                case "StatusCode"
                    when !isReply && (RefusedSignIn.IsNamed(clause) || clause.ToString().Contains("GeneralFailure")):
                    changes.Add(
                        new TextChange(
                            member.Span,
                            member.Parent is SwitchStatementSyntax or ArgumentSyntax or EqualsValueClauseSyntax
                                ? RefusedSignIn.Status(name)
                                : $"({RefusedSignIn.Status(name)})"
                        )
                    );
                    break;
                case "StatusCode" when !isReply:
                    changes.Add(
                        new TextChange(member.Expression.Span, $"({name} as {MailKitNames.CommandException})?")
                    );
                    break;
                case "FailedRecipient" when isReply:
                    changes.Add(new TextChange(member.Name.Span, "Mailbox?.Address"));
                    break;
                // MailKit throws the cause directly.
                case "InnerException"
                    when !isReply
                        && member.Parent is IsPatternExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax:
                    return null;
            }
        return changes;
    }
}
