using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>The statements during which a client has to be connected: from the first that sends to the last, whole
/// loops included.</summary>
internal sealed record SendRegion(IReadOnlyList<SendCall> Sends, SyntaxNode First, StatementSyntax? Last)
{
    /// <summary>Null where the sends have no list of statements in common.</summary>
    /// <param name="scope">What the client lives in; the region stays inside.</param>
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

    /// <summary>A failure on the way to the end is caught inside, so that the code goes on with what is left of the
    /// connection.</summary>
    public bool GoesOnAfterFailure =>
        Sends.Any(send =>
            send.Whole.Ancestors()
                .TakeWhile(outer => outer != First.Parent)
                .OfType<TryStatementSyntax>()
                .Any(attempt => attempt.Catches.Count > 0 && attempt.Block.Span.Contains(send.Whole.Span))
        );

    /// <param name="declaration">What makes the client where there was none, or nothing.</param>
    /// <param name="isConnected">The client comes connected.</param>
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
        var insertion = Insertion.Around((StatementSyntax)First, Last, text);
        var isDoneAtEnd = IsEndReachable(model) && !Sends.All(IsLeftAfter);
        TextChange[] around =
        [
            .. insertion.Changes(
                [.. declaration, .. isSend ? Sends[0].Outgoing.Statements : [], .. connect],
                isDoneAtEnd ? lines.Disconnect() : []
            ),
        ];
        // A send without braces of its own ends where the loop around it does: its braces close first.
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
        var insertion = Insertion.Around(statement, statement, text);
        return insertion.Changes(before, after);
    }

    // 'return' or 'break' behind it ends the loop that goes on after failures.
    bool IsLeftAfter(SendCall send) =>
        GoesOnAfterFailure
        && Statement(send).Parent is BlockSyntax { Statements: var statements }
        && statements.Last() is ReturnStatementSyntax or BreakStatementSyntax;

    bool IsEndReachable(SemanticModel model) =>
        First.Parent is not BlockSyntax
        || model.AnalyzeControlFlow((StatementSyntax)First, Last!) is not { Succeeded: true } flow
        || flow.EndPointIsReachable;

    static StatementSyntax Statement(SendCall send) => send.Whole.FirstAncestorOrSelf<StatementSyntax>()!;

    /// <summary>The lists around a send, the innermost first, each with the statement that holds the send; none that is
    /// gone through repeatedly.</summary>
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
