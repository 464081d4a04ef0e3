using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>The stream that an attachment or a linked resource is created from.</summary>
internal static class PartContent
{
    // MimeKit reads the stream at once and leaves it open; System.Net.Mail reads it when it sends and closes it with
    // the message.
    public static string? Copied(ExpressionSyntax stream, MessageWrite write, MimeKitWriter to) =>
        stream.Inner() switch
        {
            ObjectCreationExpressionSyntax
            {
                Initializer: null,
                ArgumentList.Arguments: [{ Expression: var bytes }]
            } memory
                when IsMemory(to.Model.GetTypeInfo(memory).Type)
                    && to.Model.GetTypeInfo(bytes).Type is IArrayTypeSymbol => bytes.ToString(),
            InvocationExpressionSyntax
            {
                ArgumentList.Arguments: [{ Expression: var path }],
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OpenRead" } open
            } when to.Model.GetSymbolInfo(open).Symbol is { ContainingType.Name: "File" } =>
                $"{open.Expression}.ReadAllBytes({path})",
            InvocationExpressionSyntax call
                when IsMemory(to.Model.GetTypeInfo(call).Type) || HoldsNothing(to.Model.GetSymbolInfo(call).Symbol) =>
                call.ToString(),
            IdentifierNameSyntax name
                when to.Model.GetSymbolInfo(name).Symbol is ILocalSymbol local
                    && (IsMemory(local.Type) || IsClosed(local))
                    && IsLeftAlone(local, write, to) => name.ToString(),
            _ => null,
        };

    /// <summary>A stream that the part may keep and close: it is new and can be read from the start.</summary>
    public static string? Owned(ExpressionSyntax stream, MimeKitWriter to) =>
        stream.Inner() switch
        {
            ObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments.Count: 1 } memory
                when IsMemory(to.Model.GetTypeInfo(memory).Type) => memory.ToString(),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OpenRead" } open
            } call when to.Model.GetSymbolInfo(open).Symbol is { ContainingType.Name: "File" } => call.ToString(),
            InvocationExpressionSyntax call when HoldsNothing(to.Model.GetSymbolInfo(call).Symbol) => call.ToString(),
            IdentifierNameSyntax name
                when to.Model.GetSymbolInfo(name).Symbol is ILocalSymbol local
                    && !IsClosed(local)
                    && References.Of(local, to.Uses.Source.Function, to.Model) is [_]
                    && PartReader.CreationOf(name, to.Model) is ObjectCreationExpressionSyntax made
                    && Owned(made, to) is not null => name.ToString(),
            _ => null,
        };

    static bool IsMemory(ITypeSymbol? type) => type is { Name: "MemoryStream" };

    // Streams over data held elsewhere: nothing is lost if they are never closed.
    static bool HoldsNothing(ISymbol? opens) =>
        opens
            is { Name: "OpenReadStream", ContainingType.Name: "IFormFile" }
                or { Name: "GetManifestResourceStream", ContainingType.Name: "Assembly" };

    static bool IsClosed(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax().Parent?.Parent
            is UsingStatementSyntax
                or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    static bool IsLeftAlone(ILocalSymbol stream, MessageWrite write, MimeKitWriter to) =>
        References
            .Of(stream, to.Uses.Source.Function, to.Model)
            .All(name => name.SpanStart < write.At.Span.End || name.SpanStart > to.Uses.FirstSend.SpanStart);
}
