using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>
/// Finds the recipients written beside a send, where every client of the file is aimed at one kind of host that looks
/// at them.
/// </summary>
internal static class LiteralRecipients
{
    static readonly string[] Fields = ["To", "CC", "Cc", "Bcc"];

    public static IEnumerable<SmtpUsage> Of(CodeAround code)
    {
        if (!code.Usages.All(LooksAtRecipients))
            yield break;
        foreach (var client in code.Usages.Where(use => use.Moment == Moment.Send))
            if (code.Bodies.FirstOrDefault(body => Holds(body, client)) is { } body)
                foreach (var usage in Of(client, body))
                    yield return usage;
    }

    static IEnumerable<SmtpUsage> Of(SmtpUsage client, IOperation body)
    {
        var counts = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        foreach (var (addresses, place, message) in body.Descendants().SelectMany(Written))
        {
            var origin = CodeAround.Origin(place);
            foreach (var address in addresses)
                yield return client with
                {
                    Recipient = Fact.Known(address, origin),
                };
            if (message is null)
                continue;
            counts.TryGetValue(message, out var before);
            counts[message] = before + addresses.Length;
            yield return client with
            {
                RecipientCount = Fact.Known(counts[message], origin),
            };
        }
    }

    static bool LooksAtRecipients(SmtpUsage use) =>
        use.Host.Is(out var host)
        && Hosts.Find(host) is { } known
        && (known.Kind == HostKind.Mx || known.Cloud == Cloud.HighVolume);

    static bool Holds(IOperation body, SmtpUsage client) =>
        client.Site.Call.Location is { SourceTree: { } tree, SourceSpan: var span }
        && tree == body.Syntax.SyntaxTree
        && body.Syntax.Span.Contains(span);

    static IEnumerable<(string[] Addresses, IOperation Place, ISymbol? Message)> Written(IOperation operation)
    {
        if (Argument(operation) is not var (value, message))
            yield break;
        if (Text(value) is { } place)
            yield return (Split((string)place.ConstantValue.Value!), place, message);
    }

    // The argument that holds recipients, and the variable of the message they are added to.
    static (IOperation Value, ISymbol? Message)? Argument(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type: { Name: "MailMessage", ContainingNamespace.Name: "Mail" } } made
                when Named(made.Arguments, "to") is { } to => (to, null),
            IInvocationOperation { TargetMethod: { Name: "Send" or "SendAsync" or "SendMailAsync" } } call
                when Named(call.Arguments, "recipients") is { } to => (to, null),
            IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var only] } add when Field(add) is { } field =>
                (only.Value, MessageOf(field)),
            _ => null,
        };

    static IOperation? Named(IEnumerable<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

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

    static ISymbol? MessageOf(IPropertyReferenceOperation field) =>
        field.Instance switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    // "a@b", new MailAddress("a@b"), new MailboxAddress("A", "a@b"), MailboxAddress.Parse("a@b")
    static IOperation? Text(IOperation value) =>
        value switch
        {
            { ConstantValue: { HasValue: true, Value: string } } => value,
            IConversionOperation conversion => Text(conversion.Operand),
            IObjectCreationOperation { Type.Name: "MailAddress" or "MailboxAddress" } made => Named(
                made.Arguments,
                "address"
            )
                is { } address
                ? Text(address)
                : null,
            IInvocationOperation
            {
                TargetMethod: { Name: "Parse", ContainingType.Name: "MailboxAddress" or "InternetAddress" },
                Arguments: [var only]
            } => Text(only.Value),
            _ => null,
        };

    static string[] Split(string addresses) => addresses.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries);
}
