using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>
/// The statements during which a client must be connected: from the first send to the last, including whole loops.
/// </summary>
internal sealed record SendRegion(IReadOnlyList<SendCall> Sends, SyntaxNode First, StatementSyntax? Last)
{
    /// <summary>Null if the sends share no list of statements.</summary>
    /// <param name="scope">The scope of the client; the region stays inside.</param>
    public static SendRegion? Of(IReadOnlyList<SendCall> sends, SyntaxNode scope)
    {
        if (sends is [{ Whole.Parent: ArrowExpressionClauseSyntax or LambdaExpressionSyntax }])
            return new SendRegion(sends, sends[0].Whole.Parent!, null);
        var paths = sends.Select(send => Path(send, scope)).ToList();
        if (paths is [[var (_, only), ..]])
            return new SendRegion(sends, only, only);
        foreach (var (list, first) in paths[0])
            if (paths.All(path => path.Any(step => step.List == list)))
                return new SendRegion(sends, first, paths[paths.Count - 1].First(step => step.List == list).Statement);
        return null;
    }

    /// <summary>
    /// A failure before the end is caught inside, so the code continues with whatever is left of the connection.
    /// </summary>
    public bool GoesOnAfterFailure =>
        Sends.Any(send =>
            send.Whole.Ancestors()
                .TakeWhile(outer => outer != First.Parent)
                .OfType<TryStatementSyntax>()
                .Any(attempt => attempt.Catches.Count > 0 && attempt.Block.Span.Contains(send.Whole.Span))
        );

    /// <param name="declaration">The new declaration of a client that had none, or nothing.</param>
    /// <param name="isConnected">Whether the client is already connected.</param>
    public IEnumerable<TextChange> Changes(
        ConnectionLines lines,
        IEnumerable<string> declaration,
        bool isConnected,
        SemanticModel model,
        SourceText text
    )
    {
        var connect = isConnected || GoesOnAfterFailure ? [] : lines.Connect();
        if (Last is null)
        {
            var inArrow = First is ArrowExpressionClauseSyntax arrow
                ? Insertion.InArrow(arrow, arrow.GetLastToken().GetNextToken(), text)
                : Insertion.InLambda((LambdaExpressionSyntax)First, text);
            return inArrow.Changes([.. declaration, .. Sends[0].Outgoing.Statements, .. connect], lines.Disconnect());
        }
        var isSend = Statement(Sends[0]) == First;
        var insertion = Insertion.Around((StatementSyntax)First, Last, text, HasOneSend(First.Parent));
        var isDoneAtEnd = IsEndReachable(model) && !Sends.All(IsLeftAfter);
        TextChange[] around =
        [
            .. insertion.Changes(
                [.. declaration, .. isSend ? Sends[0].Outgoing.Statements : [], .. connect],
                isDoneAtEnd ? lines.Disconnect() : []
            ),
        ];
        // A send without its own braces ends where the enclosing loop does: its braces close first.
        return
        [
            .. around.Take(around.Length - 1),
            .. Sends.Skip(isSend ? 1 : 0).SelectMany(send => Alone(send, lines, text)),
            around.Last(),
        ];
    }

    IEnumerable<TextChange> Alone(SendCall send, ConnectionLines lines, SourceText text)
    {
        string[] before = [.. send.Outgoing.Statements, .. GoesOnAfterFailure ? lines.ConnectOnce() : []];
        string[] after = [.. IsLeftAfter(send) ? lines.Disconnect() : []];
        if (before.Length + after.Length == 0)
            return [];
        var statement = Statement(send);
        var insertion = Insertion.Around(statement, statement, text, HasOneSend(statement.Parent));
        return insertion.Changes(before, after);
    }

    /// <summary>True if only one of the statements in a block sends.</summary>
    bool HasOneSend(SyntaxNode? block) =>
        block is BlockSyntax { Statements: var statements }
        && statements.Count(statement => Sends.Any(send => statement.Span.Contains(send.Whole.Span))) == 1;

    // 'return' or 'break' after it leaves the loop that continues after failures.
    bool IsLeftAfter(SendCall send) =>
        GoesOnAfterFailure
        && Statement(send).Parent is BlockSyntax { Statements: var statements }
        && statements.Last() is ReturnStatementSyntax or BreakStatementSyntax;

    bool IsEndReachable(SemanticModel model) =>
        First.Parent is not BlockSyntax
        || model.AnalyzeControlFlow((StatementSyntax)First, Last!) is not { Succeeded: true } flow
        || flow.EndPointIsReachable;

    static StatementSyntax Statement(SendCall send) => send.Whole.FirstAncestorOrSelf<StatementSyntax>()!;

    /// <summary>
    /// The lists that enclose a send, innermost first, each with the statement that contains the send; loop bodies are
    /// excluded.
    /// </summary>
    static List<(SyntaxNode List, StatementSyntax Statement)> Path(SendCall send, SyntaxNode scope)
    {
        var path = new List<(SyntaxNode, StatementSyntax)>();
        for (SyntaxNode? node = send.Whole; node is not null && node != scope; node = node.Parent)
        {
            if (node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
                path.Clear();
            if (node is not StatementSyntax statement)
                continue;
            if (statement.List() is { } list)
                path.Add((list, statement));
            else if (path.Count == 0)
                path.Add((statement.Parent!, statement));
        }
        return path;
    }
}
