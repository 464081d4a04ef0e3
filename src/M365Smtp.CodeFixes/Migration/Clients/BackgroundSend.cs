using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>The local function that sends in the background.</summary>
/// <param name="Completed">The variable that holds the handler; null if nothing waits for completion.</param>
/// <param name="IsDisposed">Whether the code disposes of the client itself.</param>
internal sealed record BackgroundSend(
    string Name,
    ConnectionLines Connection,
    SendCall Send,
    string? Completed,
    bool IsDisposed
)
{
    public IEnumerable<TextChange> Changes(ExpressionStatementSyntax statement, SemanticModel model, SourceText text)
    {
        var unit = statement.SyntaxTree.GetRoot().IndentationUnit();
        var nullable = model.GetNullableContext(statement.SpanStart).AnnotationsEnabled() ? "?" : "";
        var lineBreak = text.LineBreak(statement.SpanStart);
        var nextLine = lineBreak + text.Indentation(statement.SpanStart);
        var isLast = statement.GetLastToken().GetNextToken().IsKind(SyntaxKind.CloseBraceToken);
        yield return new TextChange(
            statement.Span,
            $"_ = {Name}({Send.UserToken});{lineBreak}{nextLine}{string.Join(nextLine, Function(nullable).Select(line => line.InUnits(unit)))}{(isLast ? "" : lineBreak)}"
        );
        if (Send.Rewritten is { } rewritten)
            foreach (var change in rewritten.Changes)
                yield return change;
    }

    IEnumerable<string> Sending() =>
        [
            .. Send.Outgoing.Statements,
            .. Connection.Connect(),
            $"await {Connection.Client}.SendAsync({Send.Outgoing.Name});",
            .. Connection.Disconnect(),
        ];

    IEnumerable<string> Function(string nullable) =>
        [
            $"async global::System.Threading.Tasks.Task {Name}(object{nullable} userToken)",
            "{",
            $"    global::System.Exception{nullable} failure = null;",
            "    try",
            "    {",
            .. Sending().Select(line => "        " + line),
            "    }",
            "    catch (global::System.Exception ex)",
            "    {",
            "        failure = ex;",
            "    }",
            .. Completed is null
                ? []
                : new[]
                {
                    $"    {Completed}({Connection.Client}, new {MailKitNames.CompletedArguments}(failure, failure "
                        + "is global::System.OperationCanceledException, userToken));",
                },
            .. IsDisposed ? [] : new[] { $"    {Connection.Client}.Dispose();" },
            "}",
        ];
}
