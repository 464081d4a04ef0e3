using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>The statements during which a client has to be connected: from the first that sends to the last, whole loops included.</summary>
internal sealed record SendRegion(IReadOnlyList<SendCall> Sends, SyntaxNode First, StatementSyntax? Last)
{
    /// <summary>Null where the sends have no list of statements in common.</summary>
    /// <param name="scope">What the client lives in; the region stays inside.</param>
    public static SendRegion? Of(IReadOnlyList<SendCall> sends, SyntaxNode scope)
    {
        if (sends is [{ Whole.Parent: ArrowExpressionClauseSyntax arrow }]) return new SendRegion(sends, arrow, null);
        var paths = sends.Select(send => Path(send, scope)).ToList();
        if (paths is [[var (_, only), ..]]) return new SendRegion(sends, only, only);
        foreach (var (list, first) in paths[0])
            if (paths.All(path => path.Any(step => step.List == list)))
                return new SendRegion(sends, first, paths[paths.Count - 1].First(step => step.List == list).Statement);
        return null;
    }

    /// <summary>A failure on the way to the end is caught inside, so that the code goes on with what is left of the connection.</summary>
    public bool GoesOnAfterFailure => Sends.Any(send => send.Whole.Ancestors().TakeWhile(outer => outer != First.Parent).OfType<TryStatementSyntax>()
        .Any(attempt => attempt.Catches.Count > 0 && attempt.Block.Span.Contains(send.Whole.Span)));

    /// <param name="declaration">What makes the client where there was none, or nothing.</param>
    public IEnumerable<TextChange> Changes(ConnectionLines lines, IEnumerable<string> declaration, SourceText text)
    {
        if (First is ArrowExpressionClauseSyntax arrow)
        {
            var inArrow = Room.InArrow(arrow, arrow.GetLastToken().GetNextToken(), text);
            return [inArrow.Before(declaration.Concat(lines.Connect())), inArrow.After(lines.Disconnect())];
        }
        var room = Room.Around((StatementSyntax)First, Last!, text);
        return GoesOnAfterFailure
            ? [room.Before(declaration), .. Sends.Select(send => Alone(send, text).Before(lines.ConnectOnce())), room.After(lines.Disconnect())]
            : [room.Before(declaration.Concat(lines.Connect())), room.After(lines.Disconnect())];
    }

    /// <summary>Where the client is connected already.</summary>
    public TextChange Behind(ConnectionLines lines, SourceText text) => Room.Around((StatementSyntax)First, Last!, text).After(lines.Disconnect());

    static Room Alone(SendCall send, SourceText text)
    {
        var statement = send.Whole.FirstAncestorOrSelf<StatementSyntax>()!;
        return Room.Around(statement, statement, text);
    }

    /// <summary>The lists around a send, the innermost first, each with the statement that holds the send; none that is gone through repeatedly.</summary>
    static List<(SyntaxNode List, StatementSyntax Statement)> Path(SendCall send, SyntaxNode scope)
    {
        var path = new List<(SyntaxNode, StatementSyntax)>();
        for (SyntaxNode? node = send.Whole; node is not null && node != scope; node = node.Parent)
        {
            if (node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax) path.Clear();
            if (node is not StatementSyntax statement) continue;
            if (statement.List() is { } list) path.Add((list, statement));
            else if (path.Count == 0) path.Add((statement.Parent!, statement));
        }
        return path;
    }
}
