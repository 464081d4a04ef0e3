using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Migration.Messages;
using M365Smtp.CodeFixes.Migration.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>A call of Send or SendMailAsync that is a statement or the entire body of a method.</summary>
/// <param name="Whole">The call with its <c>await</c>, <c>ConfigureAwait</c> or <c>Wait</c>.</param>
internal sealed record SendCall(
    ExpressionSyntax Client,
    InvocationExpressionSyntax Call,
    IInvocationOperation Operation,
    ExpressionSyntax Whole
)
{
    public SyntaxNode Function { get; } = Whole.Function();

    public bool IsAwaited => Whole is AwaitExpressionSyntax;

    /// <summary>A task that the method returns without awaiting it.</summary>
    public bool IsReturnedTask =>
        Operation.TargetMethod.Name == "SendMailAsync" && Whole == Call && !(Whole.Parent is ExpressionStatementSyntax);

    /// <summary>Raises an event on completion.</summary>
    public bool IsEvent => Operation.TargetMethod.Name == "SendAsync";

    /// <summary>The argument passed to that event.</summary>
    public string UserToken => Operation.Arguments.For("userToken")?.Expression.ToString() ?? "null";

    /// <summary><c>.ConfigureAwait(false)</c> as written after the call, or empty.</summary>
    public string ConfigureAwait => IsAwaited ? Whole.ToString().Substring(Call.Span.End - Whole.SpanStart).Trim() : "";

    /// <summary>The cancellation token of the call, or empty.</summary>
    public string Cancellation => Operation.Arguments.For("cancellationToken")?.Expression.ToString() ?? "";

    /// <summary>The message argument; null if its parts are passed separately.</summary>
    public ExpressionSyntax? Message => Operation.Arguments.For("message")?.Expression;

    /// <summary>The MimeKit message, if it is built in the same method; null if it is converted.</summary>
    public MessageRewrite? Rewritten { get; init; }

    /// <summary>The message for MailKit's client.</summary>
    public OutgoingMessage Outgoing { get; init; } = null!;

    /// <summary>Null if a call is not understood.</summary>
    /// <param name="rewrites">Whether messages become MimeKit's where they are built.</param>
    public static IReadOnlyList<SendCall>? ReadAll(
        IEnumerable<ClientUse.Send> uses,
        bool rewrites,
        FreeNames names,
        SemanticModel model
    )
    {
        var features = new Lazy<MessageFeatures>(() => MessageFeatures.Of(model.Compilation));
        return uses.Select(use => Read(use.At, use.Call, rewrites, model)).AllOrNull() is { Count: > 0 } sends
            ?
            [
                .. sends.Select(send =>
                    send with
                    {
                        Outgoing =
                            send.Rewritten is { } rewrite ? OutgoingMessage.Rewritten(send, rewrite, names)
                            : send.Message is null ? OutgoingMessage.OfParts(send, names, model)
                            : OutgoingMessage.Converted(send, names, features.Value),
                    }
                ),
            ]
            : null;
    }

    static SendCall? Read(ExpressionSyntax client, InvocationExpressionSyntax call, bool rewrites, SemanticModel model)
    {
        if (
            model.GetOperation(call)
            is not IInvocationOperation { TargetMethod.Name: "Send" or "SendMailAsync" or "SendAsync" } operation
        )
            return null;
        ExpressionSyntax whole = call;
        while (
            whole.Parent
                is MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "ConfigureAwait" or "Wait" or "GetAwaiter" or "GetResult",
                Parent: InvocationExpressionSyntax outer
            }
        )
            whole = outer;
        if (whole.Parent is AwaitExpressionSyntax awaited)
            whole = awaited;
        var send = new SendCall(client, call, operation, whole);
        if (rewrites && send.Message is { } message && (!send.IsEvent || message is IdentifierNameSyntax))
            send = send with
            {
                Rewritten = MessageRewrite.Of(message, Enclosing.Member(call), model, CancellationToken.None),
            };
        return whole.Parent switch
        {
            // Nothing awaits the task: its client would be disposed before the task completes.
            ExpressionStatementSyntax => whole != call || operation.TargetMethod.Name != "SendMailAsync" ? send : null,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } => send,
            LambdaExpressionSyntax => operation.TargetMethod.ReturnsVoid || whole != call ? send : null,
            ReturnStatementSyntax when send.IsReturnedTask => send,
            _ => null,
        };
    }

    /// <summary>The same calls on MailKit's client; a message that several of them send is rewritten once.</summary>
    public static IEnumerable<TextChange> AllChanges(IEnumerable<SendCall> sends, Func<SendCall, string> client) =>
        sends.SelectMany(send => send.Changes(client(send))).Distinct();

    IEnumerable<TextChange> Changes(string client)
    {
        if (client != Client.ToString())
            yield return new TextChange(Client.Span, client);
        if (Operation.TargetMethod.Name == "SendMailAsync")
            yield return new TextChange(((MemberAccessExpressionSyntax)Call.Expression).Name.Span, "SendAsync");
        var isMadeHere = Message?.Inner() is BaseObjectCreationExpressionSyntax;
        foreach (
            var change in Rewritten?.Changes.Where(change => !isMadeHere || !Message!.Span.Contains(change.Span)) ?? []
        )
            yield return change;
        if (Message is { } message)
        {
            if (message.ToString() != Outgoing.Name)
                yield return new TextChange(message.Span, Outgoing.Name);
            yield break;
        }
        var cancellation = Cancellation.Length > 0 ? ", " + Cancellation : "";
        var list = Call.ArgumentList;
        yield return new TextChange(
            TextSpan.FromBounds(list.OpenParenToken.Span.End, list.CloseParenToken.SpanStart),
            Outgoing.Name + cancellation
        );
    }

    /// <summary>The argument for that parameter of <c>Send(from, recipients, subject, body)</c>.</summary>
    public ExpressionSyntax Part(string parameter) => Operation.Arguments.For(parameter)!.Expression;
}
