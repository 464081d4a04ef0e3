using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>The features of a project's messages that MimeKit's conversion changes or drops.</summary>
/// <param name="Encodings">The transfer encodings assigned to any body.</param>
internal sealed record MessageFeatures(bool HasPriorities, bool HasPlainAttachments, IReadOnlyList<string> Encodings)
{
    public static MessageFeatures Of(Compilation compilation)
    {
        var (priorities, attachments, ids) = (false, false, false);
        var encodings = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var text = tree.ToString();
            priorities |= text.Contains("MailPriority");
            attachments |= text.Contains("Attachment");
            ids |=
                text.Contains("ContentId") && GivesAttachmentId(tree.GetRoot(), compilation.GetSemanticModel(tree));
            if (text.Contains("BodyTransferEncoding"))
                encodings.UnionWith(EncodingsIn(tree.GetRoot()));
        }
        // An explicit id must stay: images are referenced by it.
        return new(priorities, attachments && !ids, [.. encodings]);
    }

    /// <summary>Statements that restore what the conversion dropped and remove what it added.</summary>
    /// <param name="message">The System.Net.Mail message.</param>
    /// <param name="free">Returns an unused name.</param>
    public IEnumerable<string> Lines(string message, string converted, Func<string, string> free)
    {
        if (HasPriorities)
        {
            const string Priority = "global::System.Net.Mail.MailPriority",
                XPriority = "global::MimeKit.XMessagePriority";
            yield return $"if ({message}.Priority != {Priority}.Normal)";
            yield return $"    {converted}.XPriority = {message}.Priority == {Priority}.High ? {XPriority}.Highest : {XPriority}.Lowest;";
        }
        foreach (var encoding in Encodings)
        {
            var (part, body) = (free("part"), free("body"));
            yield return $"if ({message}.BodyTransferEncoding == global::System.Net.Mime.TransferEncoding.{encoding})";
            yield return $"    foreach (var {part} in {converted}.BodyParts)";
            yield return $"        if ({part} is {MailKitNames.TextPart} {body} && !{body}.IsAttachment)";
            yield return $"            {body}.ContentTransferEncoding = global::MimeKit.ContentEncoding.{encoding};";
        }
        if (HasPlainAttachments)
        {
            var attachment = free("attachment");
            yield return $"foreach (var {attachment} in {converted}.Attachments)";
            yield return $"    {attachment}.Headers.Remove(global::MimeKit.HeaderId.ContentId);";
        }
    }

    // An image in the HTML usually gets its id as a LinkedResource.
    static bool GivesAttachmentId(SyntaxNode root, SemanticModel model) =>
        root.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == "ContentId")
            .Any(name =>
                Owner(name) is not { } owner || model.GetTypeInfo(owner).Type is not { Name: "LinkedResource" }
            );

    static SyntaxNode? Owner(IdentifierNameSyntax member) =>
        member.Parent switch
        {
            MemberAccessExpressionSyntax { Expression: var owner } => owner,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: var made } } => made,
            _ => null,
        };

    static IEnumerable<string> EncodingsIn(SyntaxNode root) =>
        from assignment in root.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        where
            assignment.Left
                is IdentifierNameSyntax { Identifier.ValueText: "BodyTransferEncoding" }
                    or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BodyTransferEncoding" }
        from name in assignment.Right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        where name.Identifier.ValueText is "QuotedPrintable" or "Base64"
        select name.Identifier.ValueText;
}
