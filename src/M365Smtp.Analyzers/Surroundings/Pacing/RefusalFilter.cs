using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Whether a catch clause's filter accepts a refused sign-in.</summary>
internal sealed class RefusalFilter(ICatchClauseOperation clause, SmtpApi api)
{
    /// <summary>
    /// Null if that cannot be determined; a filter that tests only other things excludes nothing permanently.
    /// </summary>
    public static bool? Takes(ICatchClauseOperation clause, SmtpApi api) =>
        clause.Filter is { } filter ? new RefusalFilter(clause, api).Of(filter) : true;

    bool? Of(IOperation condition) =>
        condition switch
        {
            _ when !Mentions(condition) => true,
            IParenthesizedOperation { Operand: var inner } => Of(inner),
            IConversionOperation { Operand: var inner } => Of(inner),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var inner } => !Of(inner),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either =>
                Either(AboutException(either.LeftOperand), AboutException(either.RightOperand)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both => Both(
                Of(both.LeftOperand),
                Of(both.RightOperand)
            ),
            IIsTypeOperation { ValueOperand: var value, TypeOperand: var type } asked when IsException(value) =>
                asked.IsNegated ? !Is(type) : Is(type),
            IIsPatternOperation { Value: var value, Pattern: var pattern } when IsException(value) => Matches(pattern),
            _ => null,
        };

    // In 'counter < 3 || e is …' the first half tells nothing about the exception.
    bool? AboutException(IOperation half) => Mentions(half) ? Of(half) : null;

    bool? Matches(IPatternOperation pattern) =>
        pattern switch
        {
            ITypePatternOperation { MatchedType: var type } => Is(type),
            IDeclarationPatternOperation { MatchedType: { } type } => Is(type),
            IRecursivePatternOperation { MatchedType: { } type } recursive => Is(type) == true
            && !(recursive.PropertySubpatterns.IsEmpty && recursive.DeconstructionSubpatterns.IsEmpty)
                ? null
                : Is(type),
            INegatedPatternOperation { Pattern: var inner } => !Matches(inner),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Either(
                Matches(either.LeftPattern),
                Matches(either.RightPattern)
            ),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Both(
                Matches(both.LeftPattern),
                Matches(both.RightPattern)
            ),
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => false,
            IDiscardPatternOperation => true,
            _ => null,
        };

    /// <summary>Whether a refusal is of this type.</summary>
    bool? Is(ITypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class)
            return null;
        if (
            IsRefusal(type)
            || type
                is { Name: "Exception", ContainingNamespace.Name: "System" }
                    or { SpecialType: SpecialType.System_Object }
        )
            return true;
        // MailKit also throws its own derived classes; System.Net.Mail throws no other type for a refusal.
        return api == SmtpApi.MailKit && Bases(type).Any(IsRefusal) ? null : false;
    }

    bool IsRefusal(ITypeSymbol type) => Refusal.Is(type, api);

    bool IsException(IOperation value) =>
        value switch
        {
            IConversionOperation { Operand: var inner } => IsException(inner),
            IParenthesizedOperation { Operand: var inner } => IsException(inner),
            ILocalReferenceOperation { Local: var local } => clause.Locals.Contains(
                local,
                SymbolEqualityComparer.Default
            ),
            _ => false,
        };

    bool Mentions(IOperation condition) => condition.DescendantsAndSelf().Any(IsException);

    static bool? Either(bool? one, bool? other) =>
        one == true || other == true ? true
        : one == false && other == false ? false
        : null;

    static bool? Both(bool? one, bool? other) =>
        one == false || other == false ? false
        : one == true && other == true ? true
        : null;

    static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        for (var known = type.BaseType; known is not null; known = known.BaseType)
            yield return known;
    }
}
