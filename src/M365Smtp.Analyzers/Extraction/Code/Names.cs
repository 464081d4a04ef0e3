using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>The names inside a call or creation, found without language-specific syntax.</summary>
internal static class Names
{
    /// <summary><c>Send</c> in <c>client.Send(message)</c>.</summary>
    public static SyntaxNode Method(SyntaxNode call)
    {
        var target = call.ChildNodes().FirstOrDefault() ?? call;
        return target.ChildNodes().LastOrDefault() ?? target;
    }

    /// <summary><c>(message)</c> in <c>client.Send(message)</c>.</summary>
    public static SyntaxNode Arguments(SyntaxNode call) => call.ChildNodes().LastOrDefault() ?? call;

    /// <summary><c>SmtpClient</c> in <c>new SmtpClient(host)</c>; <c>new</c> in <c>new(host)</c>.</summary>
    public static Origin CreatedType(SyntaxNode creation)
    {
        var first = creation.GetFirstToken();
        // After a 'new' without a type the arguments follow directly.
        var named = creation.ChildNodes().FirstOrDefault() is { } next && next.SpanStart > first.Span.End ? next : null;
        var span = named?.Span ?? first.Span;
        return new(Location.Create(creation.SyntaxTree, span));
    }
}
