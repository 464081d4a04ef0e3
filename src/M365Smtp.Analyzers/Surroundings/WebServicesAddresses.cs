using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Scanning;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>Finds the Exchange Web Services address of Exchange Online in any code.</summary>
internal static class WebServicesAddresses
{
    static readonly WordScan Words = new("/ews");

    // Comparing a string with the address is not a call.
    static readonly string[] Questions =
    [
        "Contains",
        "StartsWith",
        "EndsWith",
        "Equals",
        "Compare",
        "IndexOf",
        "Replace",
        "TryGetValue",
        "ContainsKey",
        "IsMatch",
    ];

    public static IEnumerable<SmtpUsage> Of(CodeAround code)
    {
        var text = code.Model.SyntaxTree.GetText(code.Cancel);
        if (!Words.Any(text, new TextSpan(0, text.Length)))
            return [];
        var literals = code
            .Members.Where(member => member.Literal is { Data: string value } && WebServices.IsAddress(value))
            .Where(member => !IsOnlyAskedAfter(member.Member, code))
            .Select(member => Fact.Known((string)member.Literal!.Data!, member.Literal.Origin));
        var written = code
            .Operations.Where(IsWritten)
            .Select(value => Fact.Known((string)value.ConstantValue.Value!, CodeAround.Origin(value)));
        return literals.Concat(written).Select(address => CodeAround.At(At(address)) with { WebServices = address });
    }

    static Origin At(Fact<string> address) =>
        address.Is(out _, out var origin) ? origin : throw new InvalidOperationException();

    static bool IsWritten(IOperation operation) =>
        IsAddress(operation)
        && operation is not (IFieldReferenceOperation or ILocalReferenceOperation or IConversionOperation)
        && !(operation.Parent is { } parent && IsAddress(parent) && parent is not IConversionOperation)
        && !IsAskedAfter(operation);

    static bool IsAddress(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string value } && WebServices.IsAddress(value);

    // A constant with the address that is compared, and nothing else.
    static bool IsOnlyAskedAfter(ISymbol? constant, CodeAround code)
    {
        var reads = code
            .Operations.OfType<IMemberReferenceOperation>()
            .Where(read => SymbolEqualityComparer.Default.Equals(read.Member, constant))
            .ToList();
        return reads.Count > 0 && reads.All(IsAskedAfter);
    }

    static bool IsOfParams(IArrayCreationOperation array) =>
        array.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray };

    static bool IsAskedAfter(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            switch (outer)
            {
                case IConversionOperation or IParenthesizedOperation or IArgumentOperation:
                    break;
                // The array of a 'params' parameter, whose call decides.
                case IArrayInitializerOperation { Parent: IArrayCreationOperation array } when IsOfParams(array):
                case IArrayCreationOperation created when IsOfParams(created):
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                    return true;
                case IConstantPatternOperation or ISingleValueCaseClauseOperation:
                    return true;
                case IInvocationOperation { TargetMethod.Name: var name }:
                    return Questions.Contains(name) || name.StartsWith("Log", StringComparison.Ordinal);
                case IArrayInitializerOperation { ElementValues.Length: > 1 }:
                    return true;
                default:
                    return false;
            }
        return false;
    }
}
