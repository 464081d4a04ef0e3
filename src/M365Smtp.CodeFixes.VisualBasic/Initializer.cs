using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.VisualBasic;

/// <summary>
/// Sets a property where the object is created: <c>New SmtpClient("host") With {.EnableSsl = True}</c>.
/// </summary>
internal static class Initializer
{
    public static IReadOnlyList<TextChange> Changes(CodePlace code, string property, string value)
    {
        if (code.Operation<IObjectCreationOperation>() is not { } made)
            return [];
        var end = made.Syntax.Span.End;
        if (made.Initializer is not { Initializers: { IsEmpty: false } members })
            return [new TextChange(new TextSpan(end, 0), $" With {{.{property} = {value}}}")];
        if (members.OfType<ISimpleAssignmentOperation>().FirstOrDefault(member => Sets(member, property)) is { } known)
            return [new TextChange(known.Value.Syntax.Span, value)];
        // An added member would become part of a comment after the last member.
        var last = members.Last().Syntax.Span.End;
        return code.HoldsTrivia(TextSpan.FromBounds(last, end))
            ? []
            : [new TextChange(new TextSpan(last, 0), $", .{property} = {value}")];
    }

    static bool Sets(ISimpleAssignmentOperation member, string property) =>
        member.Target is IPropertyReferenceOperation { Property.Name: var name } && name == property;
}
