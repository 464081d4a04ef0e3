using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.VisualBasic;

/// <summary>Removes a statement, or a member of an initializer.</summary>
internal static class Removal
{
    public static IReadOnlyList<TextChange> Changes(CodePlace code)
    {
        if (
            code.Outer<IObjectOrCollectionInitializerOperation>() is
            { Parent: IObjectCreationOperation made } initializer
        )
            return Member(initializer, made, code);
        return
            code.Outer<IExpressionStatementOperation>() is { } statement
            && Lines(statement.Syntax.Span, code.Text) is { } lines
            ? [new TextChange(lines, "")]
            : [];
    }

    static IReadOnlyList<TextChange> Member(
        IObjectOrCollectionInitializerOperation initializer,
        IObjectCreationOperation made,
        CodePlace code
    )
    {
        var all = initializer.Initializers.Select(member => member.Syntax.Span).ToList();
        var index = all.FindIndex(span => span.Contains(code.At));
        if (index < 0)
            return [];
        // Removing the only member removes the whole 'With {…}'.
        var span =
            all.Count == 1
                ? TextSpan.FromBounds(EndOfCode(code.Text, initializer.Syntax.SpanStart), made.Syntax.Span.End)
            : index == 0 ? TextSpan.FromBounds(all[0].Start, all[1].Start)
            : TextSpan.FromBounds(all[index - 1].End, all[index].End);
        return code.HoldsTrivia(span) ? [] : [new TextChange(span, "")];
    }

    static int EndOfCode(SourceText text, int position)
    {
        while (position > 0 && char.IsWhiteSpace(text[position - 1]))
            position--;
        return position;
    }

    /// <summary>Null if the statement shares its lines with others.</summary>
    static TextSpan? Lines(TextSpan statement, SourceText text)
    {
        var (first, last) = (
            text.Lines.GetLineFromPosition(statement.Start),
            text.Lines.GetLineFromPosition(statement.End)
        );
        var around =
            text.ToString(TextSpan.FromBounds(first.Start, statement.Start))
            + text.ToString(TextSpan.FromBounds(statement.End, last.End));
        return around.Trim().Length == 0 ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : null;
    }
}
