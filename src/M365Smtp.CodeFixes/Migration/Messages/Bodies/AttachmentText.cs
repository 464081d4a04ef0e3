using System.Text.RegularExpressions;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>An attachment as the arguments that add it to a BodyBuilder.</summary>
internal static class AttachmentText
{
    public static string? Arguments(ExpressionSyntax made, Write write, Wording to)
    {
        if (made is BaseObjectCreationExpressionSyntax { Initializer: not null }) return null;
        if (to.Model.GetOperation(made) is not IObjectCreationOperation { Type.Name: "Attachment" } attachment) return null;
        ExpressionSyntax? Argument(string name) =>
            (attachment.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Syntax as ArgumentSyntax)?.Expression;
        if (Argument("contentType") is not null || Type(Argument("mediaType"), to) is not { } type) return null;
        if (Argument("fileName") is { } file) return $"{file}, {type}";
        return Argument("name") is { } name && MayBeName(name, to.Model) && Content(Argument("contentStream")!, write, to) is { } content ? $"{name}, {content}, {type}" : null;
    }

    // Unless told otherwise System.Net.Mail says application/octet-stream and keeps every byte; MimeKit would tell the type by the file's name.
    static string? Type(ExpressionSyntax? mediaType, Wording to)
    {
        var name = to.Types.Name("ContentType");
        if (mediaType is null || to.Model.GetConstantValue(mediaType) is { HasValue: true, Value: null }) return $"new {name}(\"application\", \"octet-stream\")";
        if (to.Model.GetConstantValue(mediaType).Value is not string type || !Regex.IsMatch(type, @"^(application|image|audio|video|font)/[\w.+-]+$")) return null;
        return mediaType is LiteralExpressionSyntax ? $"new {name}(\"{type.Replace("/", "\", \"")}\")" : $"{name}.Parse({mediaType})";
    }

    static bool MayBeName(ExpressionSyntax name, SemanticModel model) =>
        model.GetConstantValue(name) is not { HasValue: true, Value: null } && model.GetTypeInfo(name).Nullability.FlowState != NullableFlowState.MaybeNull;

    // MimeKit reads the stream at once and leaves it open: System.Net.Mail reads it when it sends, and closes it with the message.
    static string? Content(ExpressionSyntax stream, Write write, Wording to) => stream.Inner() switch
    {
        ObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: [{ Expression: var bytes }] } memory when IsMemory(to.Model.GetTypeInfo(memory).Type) && to.Model.GetTypeInfo(bytes).Type is IArrayTypeSymbol =>
            bytes.ToString(),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var path }], Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OpenRead" } open } when to.Model.GetSymbolInfo(open).Symbol is { ContainingType.Name: "File" } =>
            $"{open.Expression}.ReadAllBytes({path})",
        IdentifierNameSyntax name when to.Model.GetSymbolInfo(name).Symbol is ILocalSymbol local && (IsMemory(local.Type) || IsClosed(local)) && IsLeftAlone(local, write, to) => name.ToString(),
        _ => null,
    };

    static bool IsMemory(ITypeSymbol? type) => type is { Name: "MemoryStream" };

    static bool IsClosed(ILocalSymbol local) => local.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax().Parent?.Parent is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    static bool IsLeftAlone(ILocalSymbol stream, Write write, Wording to) =>
        Readers.Of(stream, to.Uses.Source.Function, to.Model).All(name => name.SpanStart < write.At.Span.End || name.SpanStart > to.Uses.FirstSend.SpanStart);
}
