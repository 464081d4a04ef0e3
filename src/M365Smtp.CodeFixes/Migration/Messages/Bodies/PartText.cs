using System.Text.RegularExpressions;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>An attachment or a linked resource as the call that adds it to a list of BodyBuilder's.</summary>
internal static class PartText
{
    public static string? Added(Part part, string list, Write write, Wording to)
    {
        if (to.Model.GetOperation(part.Made) is not IObjectCreationOperation { Type.Name: "Attachment" or "LinkedResource" } made) return null;
        ExpressionSyntax? Argument(string name) =>
            (made.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Syntax as ArgumentSyntax)?.Expression;
        // A stream of its own has no name; MimeKit asks for one.
        var name = Argument("name") ?? (made.Type!.Name == "LinkedResource" ? part.ContentId : null);
        var id = part.ContentId is null ? "" : $".ContentId = {part.ContentId}";
        if (Argument("contentType") is not null || Type(Argument("mediaType"), to) is not { } type) return null;
        if (Argument("fileName") is { } file) return $"{list}.Add({file}, {type}){id}";
        return name is not null && MayBeName(name, to.Model) && Content(Argument("contentStream")!, write, to) is { } content ? $"{list}.Add({name}, {content}, {type}){id}" : null;
    }

    // Unless told otherwise System.Net.Mail says application/octet-stream; MimeKit would tell the type by the file's name. Texts are
    // another matter: System.Net.Mail keeps their line breaks.
    static string? Type(ExpressionSyntax? mediaType, Wording to)
    {
        var name = to.Types.Name("ContentType");
        if (mediaType is null || to.Model.GetConstantValue(mediaType) is { HasValue: true, Value: null }) return $"new {name}(\"application\", \"octet-stream\")";
        if (to.Model.GetConstantValue(mediaType).Value is not string type || !Regex.IsMatch(type, @"^(application|image|audio|video|font)/[\w.+-]+$")) return null;
        return mediaType is LiteralExpressionSyntax ? $"new {name}(\"{type.Replace("/", "\", \"")}\")" : $"{name}.Parse({mediaType})";
    }

    static bool MayBeName(ExpressionSyntax name, SemanticModel model) =>
        model.GetConstantValue(name) is not { HasValue: true, Value: null } && model.GetTypeInfo(name).Nullability.FlowState != NullableFlowState.MaybeNull;

    // MimeKit reads the stream at once and leaves it open; System.Net.Mail reads it when it sends, and closes it with the message.
    static string? Content(ExpressionSyntax stream, Write write, Wording to) => stream.Inner() switch
    {
        ObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: [{ Expression: var bytes }] } memory when IsMemory(to.Model.GetTypeInfo(memory).Type) && to.Model.GetTypeInfo(bytes).Type is IArrayTypeSymbol =>
            bytes.ToString(),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var path }], Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OpenRead" } open } when to.Model.GetSymbolInfo(open).Symbol is { ContainingType.Name: "File" } =>
            $"{open.Expression}.ReadAllBytes({path})",
        InvocationExpressionSyntax call when IsMemory(to.Model.GetTypeInfo(call).Type) || HoldsNothing(to.Model.GetSymbolInfo(call).Symbol) => call.ToString(),
        IdentifierNameSyntax name when to.Model.GetSymbolInfo(name).Symbol is ILocalSymbol local && (IsMemory(local.Type) || IsClosed(local)) && IsLeftAlone(local, write, to) => name.ToString(),
        _ => null,
    };

    static bool IsMemory(ITypeSymbol? type) => type is { Name: "MemoryStream" };

    // Streams over what is held elsewhere: nothing is lost if nobody closes them.
    static bool HoldsNothing(ISymbol? opens) => opens is { Name: "OpenReadStream", ContainingType.Name: "IFormFile" } or { Name: "GetManifestResourceStream", ContainingType.Name: "Assembly" };

    static bool IsClosed(ILocalSymbol local) => local.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax().Parent?.Parent is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    static bool IsLeftAlone(ILocalSymbol stream, Write write, Wording to) =>
        Readers.Of(stream, to.Uses.Source.Function, to.Model).All(name => name.SpanStart < write.At.Span.End || name.SpanStart > to.Uses.FirstSend.SpanStart);
}
