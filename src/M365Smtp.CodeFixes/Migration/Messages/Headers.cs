using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>Headers that both libraries write as given.</summary>
internal static class Headers
{
    // MailHeaderInfo in System.Net.Mail: these are set from other properties, or omitted.
    static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Bcc",
        "Cc",
        "Date",
        "From",
        "MIME-Version",
        "Reply-To",
        "Sender",
        "Subject",
        "To",
        "X-Receiver",
        "X-Sender",
        "Content-Description",
        "Content-Disposition",
        "Content-ID",
        "Content-Location",
        "Content-Transfer-Encoding",
        "Content-Type",
        "Resent-Bcc",
        "Resent-Cc",
        "Resent-Date",
        "Resent-From",
        "Resent-Message-ID",
        "Resent-Reply-To",
        "Resent-Sender",
        "Resent-To",
    };

    // Only one of each may exist, whether set or added.
    static readonly HashSet<string> Single = new(StringComparer.OrdinalIgnoreCase)
    {
        "Importance",
        "In-Reply-To",
        "Message-ID",
        "Priority",
        "References",
        "X-Priority",
    };

    static readonly string[] OfPriority = ["Importance", "Priority", "X-Priority"];

    public static IReadOnlyList<MessageSetting>? Of(MessageWrite write, MimeKitWriter to)
    {
        if (write.Form == WriteForm.List)
            return write.Values.All(pair =>
                pair is InitializerExpressionSyntax { Expressions: [var name, _] }
                && IsFree(name, to, out var single)
                && !single
            )
                ? [new MessageSetting("", write.At.ToString())]
                : null;
        if (write.Values is not [var field, var value] || !IsFree(field, to, out var isSingle))
            return null;
        return write.Form == WriteForm.Key || isSingle
            ? [new MessageSetting($"{to.Message}.Headers[{field}] = {value}")]
            : [new MessageSetting($"{to.Message}.Headers.Add({field}, {value})")];
    }

    /// <summary>The name of the message id header, or a pair with that name.</summary>
    public static bool IsMessageId(ExpressionSyntax field, SemanticModel model) =>
        field is InitializerExpressionSyntax { Expressions: [var name, ..] }
            ? IsMessageId(name, model)
            : "Message-ID".Equals(model.GetConstantValue(field).Value as string, StringComparison.OrdinalIgnoreCase);

    static bool IsFree(ExpressionSyntax field, MimeKitWriter to, out bool isSingle)
    {
        isSingle = false;
        if (to.Model.GetConstantValue(field).Value is not string name || Own.Contains(name))
            return false;
        isSingle = Single.Contains(name);
        return !OfPriority.Contains(name, StringComparer.OrdinalIgnoreCase)
            || to.Uses.Writes.All(write => write.Member != "Priority");
    }
}
