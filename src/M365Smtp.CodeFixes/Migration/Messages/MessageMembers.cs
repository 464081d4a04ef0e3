using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>
/// Maps each member of MailMessage, one per row. A member without a row, or whose row returns null, is not understood.
/// </summary>
internal static class MessageMembers
{
    sealed record Row(Func<MessageWrite, MimeKitWriter, IReadOnlyList<MessageSetting>?> Map)
    {
        /// <summary>MimeKit would add where System.Net.Mail replaces.</summary>
        public bool Once { get; init; }
    }

    static readonly Dictionary<string, Row> Rows = new()
    {
        ["From"] = new(Mailbox("From")) { Once = true },
        ["Sender"] = new(
            (write, to) =>
                IsAssigned(write) && to.Addresses.One(write.Value) is { } address
                    ? [to.Assign("Sender", address)]
                    : null
        ),
        ["ReplyTo"] = new(Mailbox("ReplyTo")) { Once = true },
        ["ReplyToList"] = new(Mailboxes("ReplyTo")),
        ["To"] = new(Mailboxes("To")),
        ["CC"] = new(Mailboxes("Cc")),
        ["Bcc"] = new(Mailboxes("Bcc")),
        ["Subject"] = new(
            (write, to) => IsAssigned(write) ? [to.Assign("Subject", MessageText.OrEmpty(write.Value, to.Model))] : null
        ),
        ["SubjectEncoding"] = new(OnlyUtf8),
        ["HeadersEncoding"] = new(OnlyUtf8),
        ["BodyEncoding"] = new(OnlyUtf8),
        // System.Net.Mail keeps the charset of the first text and corrupts a later one that needs more; MimeKit does
        // not.
        ["Body"] = new((write, to) => to.Body.Text(write, to)),
        ["BodyTransferEncoding"] = new((write, to) => to.Body.Encoding is not null ? [] : null) { Once = true },
        ["IsBodyHtml"] = new((write, _) => IsAssigned(write) ? [] : null),
        ["AlternateViews"] = new((write, to) => to.Body.View(write, to)),
        ["Attachments"] = new((write, to) => to.Body.Attachment(write, to)),
        ["Headers"] = new(Headers.Of),
        ["Priority"] = new(Priority) { Once = true },
        ["DeliveryNotificationOptions"] = new(
            (write, to) => IsAssigned(write) && to.Model.GetConstantValue(write.Value).Value is 0 ? [] : null
        )
        {
            Once = true,
        },
    };

    public static IEnumerable<string> Names => Rows.Keys;

    public static IReadOnlyList<MessageSetting>? Map(MessageWrite write, MimeKitWriter to) =>
        Rows[write.Member].Map(write, to);

    public static bool Know(MessageUses uses) =>
        uses.Writes.GroupBy(write => write.Member)
            .All(writes =>
                Rows.TryGetValue(writes.Key, out var row)
                && (!row.Once || MessageUses.AreApart([.. writes]) && !writes.Any(uses.IsRepeated))
            )
        && uses.Writes.Any(write => write.Member == "From")
        && !(
            uses.Writes.Any(write => write.Member == "ReplyTo")
            && uses.Writes.Any(write => write.Member == "ReplyToList")
        );

    static bool IsAssigned(MessageWrite write) => write.Form == WriteForm.Assign;

    static Func<MessageWrite, MimeKitWriter, IReadOnlyList<MessageSetting>?> Mailbox(string list) =>
        (write, to) =>
            IsAssigned(write) && to.Addresses.One(write.Value) is { } address ? [to.Add(list, address)] : null;

    static Func<MessageWrite, MimeKitWriter, IReadOnlyList<MessageSetting>?> Mailboxes(string list) =>
        (write, to) =>
        {
            if (
                write.Form is not (WriteForm.Add or WriteForm.List)
                || write.Form == WriteForm.Add && write.Values.Count != 1
            )
                return null;
            if (!write.Values.All(to.Addresses.IsOne))
                return write
                    .Values.Select(value => to.Addresses.IsOne(value) ? One(value, list, to) : Several(value, list, to))
                    .AllOrNull();
            return write.Values.Select(to.Addresses.One).AllOrNull() is { } addresses
                ? [to.Add(list, string.Join(", ", addresses))]
                : null;
        };

    static MessageSetting? One(ExpressionSyntax value, string list, MimeKitWriter to) =>
        to.Addresses.One(value) is { } address ? to.Add(list, address) with { Member = null } : null;

    static MessageSetting? Several(ExpressionSyntax value, string list, MimeKitWriter to) =>
        to.Addresses.Several(value) is { } addresses ? to.AddRange(list, addresses) : null;

    static IReadOnlyList<MessageSetting>? OnlyUtf8(MessageWrite write, MimeKitWriter to) =>
        IsAssigned(write) && MessageText.IsUtf8(write.Value, to.Model) ? [] : null;

    // System.Net.Mail writes X-Priority 1 or 5, Priority urgent or non-urgent, Importance high or low; nothing for
    // Normal.
    static IReadOnlyList<MessageSetting>? Priority(MessageWrite write, MimeKitWriter to)
    {
        if (!IsAssigned(write))
            return null;
        IReadOnlyList<MessageSetting> All(string importance, string priority, string xPriority) =>
            [
                to.Assign("Importance", $"{to.Types.Name("MessageImportance")}.{importance}"),
                to.Assign("Priority", $"{to.Types.Name("MessagePriority")}.{priority}"),
                to.Assign("XPriority", $"{to.Types.Name("XMessagePriority")}.{xPriority}"),
            ];
        return to.Model.GetSymbolInfo(write.Value).Symbol switch
        {
            IFieldSymbol { Name: "High", ContainingType.Name: "MailPriority" } => All("High", "Urgent", "Highest"),
            IFieldSymbol { Name: "Low", ContainingType.Name: "MailPriority" } => All("Low", "NonUrgent", "Lowest"),
            IFieldSymbol { Name: "Normal", ContainingType.Name: "MailPriority" } => [],
            _ => null,
        };
    }
}
