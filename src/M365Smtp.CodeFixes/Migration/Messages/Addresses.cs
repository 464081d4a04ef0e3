using System.Text.RegularExpressions;
using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>System.Net.Mail addresses rewritten as MimeKit's.</summary>
internal sealed class Addresses(MessageUses uses, SemanticModel model)
{
    static readonly HashSet<string> Members = new() { "From", "Sender", "ReplyTo", "ReplyToList", "To", "CC", "Bcc" };

    readonly MimeTypes types = new(model, uses.Source.New.SpanStart);

    readonly HashSet<ExpressionSyntax> given = new(
        uses.Writes.Where(write => Members.Contains(write.Member))
            .SelectMany(write => write.Values)
            .Select(value => value.Inner())
    );

    readonly Dictionary<ILocalSymbol, IReadOnlyList<TextChange>?> locals = new(SymbolEqualityComparer.Default);

    /// <summary>For locals that hold an address only for the message.</summary>
    public IEnumerable<TextChange> Changes => locals.Values.SelectMany(changes => changes ?? []);

    /// <summary>An expression that yields one mailbox, or null.</summary>
    public string? One(ExpressionSyntax value)
    {
        if (model.GetTypeInfo(value).Type is { SpecialType: SpecialType.System_String })
            return IsConstant(value, out var text) && !AddressText.IsMailbox(text)
                ? null
                : $"{types.Name("MailboxAddress")}.Parse({value})";
        if (value.Inner() is BaseObjectCreationExpressionSyntax made)
            return New(made);
        if (value.Inner() is ConditionalExpressionSyntax choice)
            return One(choice.WhenTrue) is { } one && One(choice.WhenFalse) is { } other
                ? $"{choice.Condition} ? {one} : {other}"
                : null;
        if (model.GetTypeInfo(value).Type is not { Name: "MailAddress" })
            return null;
        if (model.GetSymbolInfo(value.Inner()).Symbol is ILocalSymbol local && IsRewritten(local))
            return value.ToString();
        return
            value.Inner()
                is IdentifierNameSyntax
                    or MemberAccessExpressionSyntax
                    or InvocationExpressionSyntax
                    or ElementAccessExpressionSyntax
            ? $"({types.Name("MailboxAddress")}){value}"
            : null;
    }

    /// <summary>
    /// An expression that yields all addresses in a text, or null; System.Net.Mail accepts several, separated by
    /// commas.
    /// </summary>
    public string? Several(ExpressionSyntax text)
    {
        if (model.GetTypeInfo(text).Type is not { SpecialType: SpecialType.System_String })
            return null;
        if (IsConstant(text, out var constant) && !AddressText.IsList(constant))
            return null;
        return $"{types.Name("InternetAddressList")}.Parse({text})";
    }

    /// <summary>Always exactly one mailbox.</summary>
    public bool IsOne(ExpressionSyntax value) =>
        model.GetTypeInfo(value).Type is not { SpecialType: SpecialType.System_String }
        || IsConstant(value, out var text) && AddressText.IsMailbox(text);

    string? New(BaseObjectCreationExpressionSyntax made)
    {
        if (
            made.Initializer is not null
            || model.GetOperation(made) is not IObjectCreationOperation { Type.Name: "MailAddress" } operation
        )
            return null;
        ExpressionSyntax? Argument(string name) => operation.Arguments.For(name)?.Expression;
        if (Argument("address") is not { } address)
            return null;
        if (Argument("displayName") is not { } name)
            return One(address);
        if (IsConstant(address, out var text) && !AddressText.IsBare(text))
            return null;
        var encoding =
            Argument("displayNameEncoding") is { } given
            && !MessageText.IsUtf8(given, model)
            && !model.GetConstantValue(given).HasValue
                ? given + ", "
                : "";
        return $"new {types.Name("MailboxAddress")}({encoding}{name}, {address})";
    }

    bool IsConstant(ExpressionSyntax value, out string text)
    {
        text = model.GetConstantValue(value) is { HasValue: true, Value: string known } ? known : "";
        return text.Length > 0;
    }

    bool IsRewritten(ILocalSymbol local)
    {
        if (!locals.TryGetValue(local, out var changes))
            locals[local] = changes = Rewrite(local);
        return changes is not null;
    }

    /// <summary>Null if something other than the message needs the original address.</summary>
    IReadOnlyList<TextChange>? Rewrite(ILocalSymbol local)
    {
        if (
            local.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax()
                is not VariableDeclaratorSyntax
                {
                    Initializer.Value: BaseObjectCreationExpressionSyntax made,
                    Parent: VariableDeclarationSyntax
                    {
                        Variables.Count: 1,
                        Type: var type,
                        Parent: LocalDeclarationStatementSyntax
                    },
                }
        )
            return null;
        // Both types have 'Address'.
        bool IsFree(IdentifierNameSyntax name) =>
            given.Contains(name)
            || name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Address" } member
                && member.Expression == name;
        if (!References.Of(local, uses.Source.Function, model).All(IsFree) || New(made) is not { } rewritten)
            return null;
        var creation = new TextChange(made.Span, rewritten);
        return type.IsVar ? [creation] : [new TextChange(type.Span, types.Name("MailboxAddress")), creation];
    }
}

/// <summary>Address texts that System.Net.Mail and MimeKit parse alike.</summary>
internal static class AddressText
{
    const string Bare = @"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[\w-]+(\.[\w-]+)*";
    const string Mailbox = @"\s*(" + Bare + @"|((""[^""\\]*"")|([\w'. -]+))?\s*<" + Bare + @">)\s*";

    public static bool IsBare(string text) => Regex.IsMatch(text, $"^{Bare}$");

    public static bool IsMailbox(string text) => Regex.IsMatch(text, $"^{Mailbox}$");

    public static bool IsList(string text) => Regex.IsMatch(text, $"^{Mailbox}(,{Mailbox})*$");
}
