using System.Text.RegularExpressions;
using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.Migration.Messages.Bodies;

/// <summary>Writes an attachment or a linked resource as a call that adds it to one of BodyBuilder's lists.</summary>
internal static class PartText
{
    public static string? Added(Part part, string list, MessageWrite write, MimeKitWriter to)
    {
        if (
            to.Model.GetOperation(part.Creation)
            is not IObjectCreationOperation { Type.Name: "Attachment" or "LinkedResource" } made
        )
            return null;
        ExpressionSyntax? Argument(string name) => made.Arguments.For(name)?.Expression;
        if (Argument("contentType") is not null)
            return null;
        // A part created from a stream has no name, but MimeKit requires one.
        var (file, type) = (Argument("fileName"), Argument("mediaType"));
        var name = Argument("name") ?? (made.Type!.Name == "LinkedResource" ? part.ContentId : null);
        if (file is null && (name is null || !MayBeName(name, to.Model)))
            return null;
        if (KnownType(type, to) is { } known)
            return file is not null ? $"{list}.Add({file}, {known}){Id(part)}"
                : PartContent.Copied(Argument("contentStream")!, write, to) is { } content
                    ? $"{list}.Add({name}, {content}, {known}){Id(part)}"
                : null;
        if (made.Type!.Name != "Attachment" || part.ContentId is not null || !IsString(type!, to.Model))
            return null;
        var stream = file is null
            ? PartContent.Owned(Argument("contentStream")!, to)
            : $"{to.Types.OfSystemIO("File")}.OpenRead({file})";
        return stream is null
            ? null
            : $"{list}.Add({OfAnyType(type!, stream, file is null ? name!.ToString() : $"{to.Types.OfSystemIO("Path")}.GetFileName({file})", write, to)})";
    }

    static string Id(Part part) => part.ContentId is null ? "" : $".ContentId = {part.ContentId}";

    // System.Net.Mail defaults to application/octet-stream; MimeKit would derive the type from the file name.
    static string? KnownType(ExpressionSyntax? mediaType, MimeKitWriter to)
    {
        var name = to.Types.Name("ContentType");
        if (mediaType is null || to.Model.GetConstantValue(mediaType) is { HasValue: true, Value: null })
            return $"new {name}(\"application\", \"octet-stream\")";
        if (
            to.Model.GetConstantValue(mediaType).Value is not string type
            || !Regex.IsMatch(type, @"^(application|image|audio|video|font)/[\w.+-]+$")
        )
            return null;
        return mediaType is LiteralExpressionSyntax
            ? $"new {name}(\"{type.Replace("/", "\", \"")}\")"
            : $"{name}.Parse({mediaType})";
    }

    static bool IsString(ExpressionSyntax type, SemanticModel model) =>
        model.GetTypeInfo(type)
            is { Type.SpecialType: SpecialType.System_String, Nullability.FlowState: not NullableFlowState.MaybeNull };

    // A builder would treat a text file as text and change its line breaks; System.Net.Mail keeps every byte.
    static string OfAnyType(ExpressionSyntax type, string stream, string name, MessageWrite write, MimeKitWriter to)
    {
        var source = write.At.SyntaxTree.GetText();
        var line = source.LineBreak(write.At.SpanStart) + source.Indentation(write.At.SpanStart);
        var disposition = to.Types.Name("ContentDisposition");
        string[] members =
        [
            $"Content = new {to.Types.Name("MimeContent")}({stream})",
            $"ContentDisposition = new {disposition}({disposition}.Attachment)",
            $"ContentTransferEncoding = {to.Types.Name("ContentEncoding")}.Base64",
            $"FileName = {name}",
        ];
        return $"new {to.Types.Name("MimePart")}({type}){line}{{{string.Concat(members.Select(member => $"{line}    {member},"))}{line}}}";
    }

    static bool MayBeName(ExpressionSyntax name, SemanticModel model) =>
        model.GetConstantValue(name) is not { HasValue: true, Value: null }
        && model.GetTypeInfo(name).Nullability.FlowState != NullableFlowState.MaybeNull;
}
