using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>A call of MailKit's Authenticate or AuthenticateAsync with a password.</summary>
/// <param name="Client">The receiver of the call.</param>
/// <param name="Body">The member that contains the call, or the compilation unit in a program with top-level
/// statements.</param>
internal sealed record SignInCall(
    InvocationExpressionSyntax Call,
    ExpressionSyntax Client,
    Login Login,
    SyntaxNode Body
)
{
    /// <summary>The call with its wrappers, up to and including its <c>await</c>.</summary>
    public ExpressionSyntax Whole { get; init; } = Call;

    /// <summary><c>.ConfigureAwait(false)</c> as written after the call, or empty.</summary>
    public string ConfigureAwait { get; init; } = "";

    /// <summary>The enclosing code awaits, so the token may be awaited too.</summary>
    public bool IsAsync { get; init; }

    /// <summary>The cancellation token of the call, or <c>default</c>.</summary>
    public string Cancellation { get; init; } = "default";

    /// <summary>Null for any other form of call.</summary>
    public static SignInCall? Read(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: var client })
            return null;
        if (
            model.GetOperation(call)
            is not IInvocationOperation
            {
                TargetMethod: { Name: "Authenticate" or "AuthenticateAsync" } method
            } operation
        )
            return null;
        if (method.ContainingNamespace.ToDisplayString() is not ("MailKit" or "MailKit.Net" or "MailKit.Net.Smtp"))
            return null;
        var body = Enclosing.Member(call);
        if (LoginReader.Read(operation, body, model) is not { } login)
            return null;
        var (whole, configureAwait) = Wrapping(call);
        var isAwaited = whole is AwaitExpressionSyntax;
        var isAsync = isAwaited || IsInAsyncCode(call, body);
        // A returned task: requesting the token would block before there is a task.
        if (method.Name == "AuthenticateAsync" && !isAwaited && (isAsync || !IsWaitedFor(call)))
            return null;
        return new SignInCall(call, client, login, body)
        {
            Whole = whole,
            ConfigureAwait = configureAwait,
            IsAsync = isAsync,
            Cancellation = CancellationOf(operation) ?? CancellationParameter(call, model) ?? "default",
        };
    }

    static (ExpressionSyntax, string) Wrapping(InvocationExpressionSyntax call) =>
        call.Parent switch
        {
            AwaitExpressionSyntax await => (await, ""),
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "ConfigureAwait",
                Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax await } configured
            } => (await, configured.ToString().Substring(call.Span.Length).Trim()),
            _ => (call, ""),
        };

    // .Wait() and .GetAwaiter().GetResult()
    static bool IsWaitedFor(InvocationExpressionSyntax call) =>
        call.Parent
            is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Wait" or "GetAwaiter" or "ConfigureAwait",
            Parent: InvocationExpressionSyntax
        };

    static bool IsInAsyncCode(SyntaxNode call, SyntaxNode body)
    {
        foreach (var node in call.Ancestors())
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return !lambda.AsyncKeyword.IsKind(SyntaxKind.None);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case BaseMethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return false;
            }
        return body is CompilationUnitSyntax file
            && file.Members.OfType<GlobalStatementSyntax>()
                .Any(statement =>
                    statement
                        .DescendantNodes(inner =>
                            inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                        )
                        .Any(inner => inner is AwaitExpressionSyntax)
                );
    }

    static string? CancellationOf(IInvocationOperation call) =>
        call.Arguments.For("cancellationToken")?.Expression
            is (IdentifierNameSyntax or MemberAccessExpressionSyntax) and var token
            ? token.ToString()
            : null;

    // A cancellation token that was not passed to the sign-in may still be passed to the token request.
    static string? CancellationParameter(SyntaxNode call, SemanticModel model) =>
        model
            .LookupSymbols(call.SpanStart)
            .OfType<IParameterSymbol>()
            .FirstOrDefault(parameter =>
                parameter
                    is
                {
                    Type: { Name: "CancellationToken", ContainingNamespace.Name: "Threading" },
                    ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor }
                }
            )
            ?.Name;
}
