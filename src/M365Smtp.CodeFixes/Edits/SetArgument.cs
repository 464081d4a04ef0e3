using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>
/// Sets an argument of a call: in place of the existing one, else at the parameter's position, else by name.
/// </summary>
internal static class SetArgument
{
    // MailKit's Connect has the parameter 'options' in one overload and 'useSsl' in another; the new argument selects
    // the former.
    const string Options = "options",
        UseSsl = "useSsl";

    public static async Task<IReadOnlyList<TextChange>> Changes(
        Place place,
        string parameter,
        string value,
        CancellationToken cancel
    )
    {
        if (
            place.Node<InvocationExpressionSyntax>() is not { ArgumentList.CloseParenToken.IsMissing: false } call
            || await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model
            || model.GetOperation(call, cancel) is not IInvocationOperation operation
            || Parameter(operation.TargetMethod, parameter) is not { } bound
        )
            return [];
        return Written(operation, bound) is { } argument
            ? Replace(argument, parameter, value)
            : Add(call, operation, bound, value);
    }

    static IParameterSymbol? Parameter(IMethodSymbol method, string name) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? (name == Options ? method.Parameters.FirstOrDefault(parameter => parameter.Name == UseSsl) : null);

    /// <summary>Null if the call omits it.</summary>
    static ArgumentSyntax? Written(IInvocationOperation call, IParameterSymbol parameter) =>
        call.Arguments.FirstOrDefault(argument =>
            argument.ArgumentKind == ArgumentKind.Explicit
            && SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter)
        )?.Syntax as ArgumentSyntax;

    static IReadOnlyList<TextChange> Replace(ArgumentSyntax argument, string parameter, string value)
    {
        var newValue = new TextChange(argument.Expression.Span, value);
        return argument.NameColon is { } name ? [new TextChange(name.Name.Span, parameter), newValue] : [newValue];
    }

    static IReadOnlyList<TextChange> Add(
        InvocationExpressionSyntax call,
        IInvocationOperation operation,
        IParameterSymbol parameter,
        string value
    )
    {
        var arguments = call.ArgumentList.Arguments;
        var before = operation
            .TargetMethod.Parameters.TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, parameter))
            .ToList();
        var isNext = before.All(other => Written(operation, other) is { NameColon: null });
        var written = isNext ? value : $"{parameter.Name}: {value}";
        var index = isNext ? before.Count : arguments.Count;
        return [EditWriter.Insert(arguments[index - 1].Span.End, ", " + written)];
    }
}
