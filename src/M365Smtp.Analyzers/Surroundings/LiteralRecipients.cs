using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>
/// Finds recipients written next to a send, if every client in the file targets one kind of host that checks them.
/// </summary>
internal static class LiteralRecipients
{
    static readonly string[] Fields = ["To", "CC", "Cc", "Bcc"];

    public static IEnumerable<SmtpUsage> Of(CodeAround code)
    {
        if (!code.Usages.All(LooksAtRecipients) || code.Usages.Any(use => IsMx(use) && ShowsCertificate(code)))
            yield break;
        foreach (var client in code.Usages.Where(use => use.Moment == Moment.Send))
            foreach (var body in BodiesOf(client, code))
                foreach (var usage in Of(client, body, new WrittenTexts(code)))
                    yield return usage;
    }

    // The sending method, the methods that provide its message, and the callers that pass it one.
    static IEnumerable<IOperation> BodiesOf(SmtpUsage client, CodeAround code)
    {
        if (code.Bodies.FirstOrDefault(body => Holds(body, client)) is not { } sends)
            return [];
        var writers = CodeAround
            .Alive(sends)
            .OfType<IInvocationOperation>()
            .Where(call => IsMessage(call.Type))
            .Select(call => call.TargetMethod.OriginalDefinition)
            .ToList();
        var sender = code.Model.GetEnclosingSymbol(client.Site.Call.Location.SourceSpan.Start, code.Cancel);
        return
            from member in code.Members
            let body = member.Body
            where
                body is not null
                && (
                    body == sends
                    || writers.Contains(member.Member, SymbolEqualityComparer.Default)
                    || CodeAround.Alive(body).Any(operation => HandsOver(operation, sender))
                )
            select body;
    }

    static bool HandsOver(IOperation operation, ISymbol? sender) =>
        operation is IInvocationOperation { TargetMethod: var called, Arguments: var given }
        && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, sender)
        && given.Any(argument => IsMessage(argument.Value.Type));

    static IEnumerable<SmtpUsage> Of(SmtpUsage client, IOperation body, WrittenTexts texts)
    {
        var counts = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        var operations = CodeAround.Alive(body).ToList();
        foreach (var (value, field, message) in operations.Select(Argument).OfType<Recipients>())
        {
            if (operations.Any(later => Takes(later, field, message, value)))
                continue;
            if (message is ILocalSymbol && !operations.Any(later => HandsOn(later, message)))
                continue;
            var before = message is not null && counts.TryGetValue(message, out var known) ? known : 0;
            var written = texts.Of(value);
            var count = before;
            foreach (var text in written)
            {
                var addresses = Split(text.Value);
                foreach (var address in addresses)
                    yield return client with
                    {
                        Recipient = Fact.Known(address, text.At),
                    };
                // Only one of several strings may be chosen.
                count = (texts.IsOneOf(value) ? before : count) + addresses.Count;
                yield return client with
                {
                    RecipientCount = Fact.Known(count, text.At),
                };
            }
            if (message is not null && !MayBeLeftOut(value, body))
                counts[message] = count;
        }
    }

    static bool MayBeLeftOut(IOperation value, IOperation body)
    {
        for (var outer = value.Parent; outer is not null && outer != body; outer = outer.Parent)
            if (
                outer
                is IConditionalOperation
                    or ISwitchOperation
                    or ISwitchExpressionOperation
                    or ICatchClauseOperation
                    or ILoopOperation
                    or IAnonymousFunctionOperation
            )
                return true;
        return false;
    }

    /// <param name="Field">The list they are added to, and the variable of its message; null if they are specified
    /// otherwise.</param>
    sealed record Recipients(IOperation Value, string? Field, ISymbol? Message);

    static bool LooksAtRecipients(SmtpUsage use) =>
        IsMx(use) || use.Host.Is(out var host) && Hosts.Find(host) is { Cloud: Cloud.HighVolume };

    static bool IsMx(SmtpUsage use) => use.Host.Is(out var host) && Hosts.Find(host) is { Kind: HostKind.Mx };

    // A connector may authorize relaying by certificate.
    static bool ShowsCertificate(CodeAround code) =>
        code.Operations.Any(operation =>
            operation is IPropertyReferenceOperation { Property.Name: "ClientCertificates" }
        );

    static bool Holds(IOperation body, SmtpUsage client) =>
        client.Site.Call.Location is { SourceTree: { } tree, SourceSpan: var span }
        && tree == body.Syntax.SyntaxTree
        && body.Syntax.Span.Contains(span);

    static Recipients? Argument(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation made
                when IsMessage(made.Type) && WrittenTexts.Named(made.Arguments, "to") is { } to => new(
                to,
                "To",
                VariableOf(made)
            ),
            IInvocationOperation { TargetMethod: { Name: "Send" or "SendAsync" or "SendMailAsync" } } call
                when WrittenTexts.Named(call.Arguments, "recipients") is { } to => new(to, null, null),
            IInvocationOperation { TargetMethod.Name: "Add" or "AddRange", Arguments: [var only] } add
                when Field(add) is { } field => new(only.Value, field.Property.Name, MessageOf(field)),
            _ => null,
        };

    static bool IsMessage(ITypeSymbol? type) =>
        type
            is { Name: "MailMessage", ContainingNamespace.Name: "Mail" }
                or { Name: "MimeMessage", ContainingNamespace.Name: "MimeKit" };

    static ISymbol? VariableOf(IOperation made) =>
        made.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declared } => declared.Symbol,
            IConversionOperation conversion => VariableOf(conversion),
            _ => null,
        };

    // message.To.Add(…), or { To = { … } }
    static IPropertyReferenceOperation? Field(IInvocationOperation add)
    {
        var field =
            add.Instance as IPropertyReferenceOperation
            ?? (add.Parent?.Parent as IMemberInitializerOperation)?.InitializedMember as IPropertyReferenceOperation;
        return
            field is { Property: { Type.Name: "MailAddressCollection" or "InternetAddressList", Name: var name } }
            && Fields.Contains(name)
            ? field
            : null;
    }

    // A draft whose members are read or set, and nothing else, is never sent.
    static bool HandsOn(IOperation operation, ISymbol message) =>
        operation is ILocalReferenceOperation { Parent: not IMemberReferenceOperation } use
        && SymbolEqualityComparer.Default.Equals(use.Local, message)
        && !(use.Parent is IInvocationOperation call && call.Instance == use);

    // 'message.To.Clear()' after it; two messages that no variable holds may be the same.
    static bool Takes(IOperation operation, string? field, ISymbol? message, IOperation added) =>
        operation
            is IInvocationOperation
        {
            TargetMethod.Name: "Clear" or "Remove" or "RemoveAt",
            Instance: IPropertyReferenceOperation { Property.Name: var name } of
        }
        && name == field
        && SymbolEqualityComparer.Default.Equals(MessageOf(of), message)
        && operation.Syntax.SpanStart > added.Syntax.SpanStart;

    static ISymbol? MessageOf(IPropertyReferenceOperation field) =>
        field.Instance switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    // A quoted name may contain a comma: "Adams, A." <adams@contoso.com>
    static IReadOnlyList<string> Split(string addresses)
    {
        var (found, start, isQuoted) = (new List<string>(), 0, false);
        for (var at = 0; at <= addresses.Length; at++)
            if (at == addresses.Length || !isQuoted && addresses[at] is ',' or ';')
            {
                if (addresses.Substring(start, at - start) is var address && address.Trim().Length > 0)
                    found.Add(address);
                start = at + 1;
            }
            else if (addresses[at] == '"')
                isQuoted = !isQuoted;
        return found;
    }
}
