using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>The names inside a call or a creation, found without the syntax of either language.</summary>
internal static class Names
{
    /// <summary>In <c>client.Send(message)</c> the <c>Send</c>.</summary>
    public static SyntaxNode Method(SyntaxNode call)
    {
        var target = call.ChildNodes().FirstOrDefault() ?? call;
        return target.ChildNodes().LastOrDefault() ?? target;
    }

    /// <summary>In <c>client.Send(message)</c> the <c>(message)</c>.</summary>
    public static SyntaxNode Arguments(SyntaxNode call) => call.ChildNodes().LastOrDefault() ?? call;

    /// <summary>In <c>new SmtpClient(host)</c> the <c>SmtpClient</c>; in <c>new(host)</c> the <c>new</c>.</summary>
    public static Origin CreatedType(SyntaxNode creation)
    {
        var first = creation.GetFirstToken();
        // Behind a 'new' without a type the arguments stand at once.
        var named = creation.ChildNodes().FirstOrDefault() is { } next && next.SpanStart > first.Span.End ? next : null;
        var span = named?.Span ?? first.Span;
        return new(Location.Create(creation.SyntaxTree, span));
    }
}
