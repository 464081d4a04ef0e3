using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Migration.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>
/// The argument of MailKit's send, and the statements that make it the same message that System.Net.Mail sent.
/// </summary>
/// <param name="Name">The variable that holds it.</param>
/// <param name="Statements">Run just before the client connects.</param>
internal sealed record OutgoingMessage(string Name, IReadOnlyList<string> Statements)
{
    // System.Net.Mail leaves the id to the server; MimeKit would build one from the machine name.
    const string WithoutId = "{0}.Headers.Remove(global::MimeKit.HeaderId.MessageId);";

    // System.Net.Mail encodes all text; MailKit leaves it 8bit, which Exchange Online garbles in messages with
    // attachments.
    const string SevenBit = "{0}.Prepare(global::MimeKit.EncodingConstraint.SevenBit);";

    /// <summary>A message that is already MimeKit's.</summary>
    public static OutgoingMessage Rewritten(SendCall send, MessageRewrite rewrite, FreeNames names)
    {
        var message = send.Message!;
        if (message.Inner() is not BaseObjectCreationExpressionSyntax made)
            return new(
                message.ToString(),
                [.. rewrite.Finish.Select(statement => string.Format(null, statement, message))]
            );
        var name = names.Like("message", send.Function);
        return new(
            name,
            [
                $"var {name} = {Text(made, rewrite.Changes)};",
                .. rewrite.Finish.Select(statement => string.Format(null, statement, name)),
            ]
        );
    }

    /// <summary>The statements for a message that is built anew.</summary>
    /// <param name="hasOwnId">Whether the code sets an id.</param>
    /// <param name="isAscii">Whether none of its texts needs another encoding.</param>
    public static IEnumerable<string> Finish(bool hasOwnId, bool isAscii)
    {
        if (!hasOwnId)
            yield return WithoutId;
        if (!isAscii)
            yield return SevenBit;
    }

    /// <summary><c>client.Send(from, recipients, subject, body)</c></summary>
    public static OutgoingMessage OfParts(SendCall send, FreeNames names, SemanticModel model)
    {
        var name = names.Like("message", send.Function);
        var body = send.Part("body");
        return new(
            name,
            [
                $"var {name} = new {MailKitNames.Message}();",
                $"{name}.From.Add({MailKitNames.Mailbox}.Parse({send.Part("from")}));",
                $"{name}.To.AddRange({MailKitNames.AddressList}.Parse({send.Part("recipients")}));",
                $"{name}.Subject = {MessageText.OrEmpty(send.Part("subject"), model)};",
                $"{name}.Body = new {MailKitNames.TextPart}(\"plain\") {{ Text = {MessageText.OrEmpty(body, model)} }};",
                .. Finish(hasOwnId: false, isAscii: MessageText.IsAscii(body, model))
                    .Select(statement => string.Format(null, statement, name)),
            ]
        );
    }

    /// <summary>A message that is built elsewhere, or in a way that is not understood.</summary>
    public static OutgoingMessage Converted(SendCall send, FreeNames names, MessageFeatures features)
    {
        var name = names.Like("mimeMessage", send.Function);
        // A message built in the call, or by a getter that may build it again, is stored in a variable.
        var message = send.Message!.Inner();
        var source = message is IdentifierNameSyntax or MemberAccessExpressionSyntax
            ? message.ToString()
            : names.Like("message", send.Function);
        var converted = features.Lines(source, name, local => names.Like(local, send.Function)).ToList();
        var isHeld =
            source != message.ToString()
            && (message is BaseObjectCreationExpressionSyntax || converted.Any(line => line.Contains(source + ".")));
        return new(
            name,
            [
                .. isHeld ? [$"var {source} = {message};"] : Array.Empty<string>(),
                $"var {name} = {MailKitNames.Message}.CreateFromMailMessage({(isHeld ? source : message.ToString())});",
                .. converted,
                string.Format(null, SevenBit, name),
            ]
        );
    }

    static string Text(SyntaxNode made, IEnumerable<TextChange> changes) =>
        SourceText
            .From(made.ToString())
            .WithChanges(
                changes
                    .Where(change => made.Span.Contains(change.Span))
                    .Select(change => new TextChange(
                        new TextSpan(change.Span.Start - made.SpanStart, change.Span.Length),
                        change.NewText!
                    ))
            )
            .ToString();
}
