using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.VisualBasic;

/// <summary>Sets an argument of a call: in place of the existing one, else after the others.</summary>
internal static class CallArgument
{
    // MailKit's Connect has the parameter 'options' in one overload and 'useSsl' in another; the new argument selects
    // the former.
    const string Options = "options",
        UseSsl = "useSsl";

    public static IReadOnlyList<TextChange> Changes(CodePlace code, string parameter, string value)
    {
        if (
            code.Operation<IInvocationOperation>() is not { } call
            || Parameter(call.TargetMethod, parameter) is not { } bound
        )
            return [];
        if (Written(call, bound) is { } argument)
        {
            // The other overload has no parameter named 'useSsl'.
            var named = argument.Syntax.Span.Start < argument.Value.Syntax.SpanStart;
            return named
                ? [new TextChange(argument.Syntax.Span, $"{parameter}:={value}")]
                : [new TextChange(argument.Value.Syntax.Span, value)];
        }
        var before = call
            .TargetMethod.Parameters.TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, bound))
            .ToList();
        if (before.Count == 0 || before.Any(other => Written(call, other) is null))
            return [];
        return [new TextChange(new TextSpan(Written(call, before.Last())!.Syntax.Span.End, 0), ", " + value)];
    }

    static IParameterSymbol? Parameter(IMethodSymbol method, string name) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? (name == Options ? method.Parameters.FirstOrDefault(parameter => parameter.Name == UseSsl) : null);

    /// <summary>Null if the call omits it.</summary>
    static IArgumentOperation? Written(IInvocationOperation call, IParameterSymbol parameter) =>
        call.Arguments.FirstOrDefault(argument =>
            argument.ArgumentKind == ArgumentKind.Explicit
            && SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter)
        );
}
