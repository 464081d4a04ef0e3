using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Gives a call an argument: in the place of the one that is there, else where the parameter stands, else by
/// name.</summary>
internal static class SetArgument
{
    // MailKit's Connect takes TLS as 'options' in one overload and as 'useSsl' in the other; the new argument chooses
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

    /// <summary>Null where the call leaves it to its default.</summary>
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
        return index == 0
            ?
            [
                EditWriter.Insert(
                    call.ArgumentList.OpenParenToken.Span.End,
                    arguments.Count == 0 ? written : written + ", "
                ),
            ]
            : [EditWriter.Insert(arguments[index - 1].Span.End, ", " + written)];
    }
}
