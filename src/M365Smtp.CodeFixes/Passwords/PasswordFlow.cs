using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.Passwords;

/// <summary>
/// Whether anything reads a password, following it through variables, members, parameters and NetworkCredential.
/// </summary>
internal sealed class PasswordFlow(Solution solution, CancellationToken cancel)
{
    // A password passed on further than this is treated as read.
    const int Deepest = 8;

    /// <summary>Also true if that cannot be determined.</summary>
    public Task<bool> IsRead(ExpressionSyntax value, SemanticModel model) => IsRead(value, model, 0);

    async Task<bool> IsRead(ExpressionSyntax value, SemanticModel model, int depth)
    {
        if (depth > Deepest)
            return true;
        value = Whole(value);
        switch (value.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } declared:
                return await IsSymbolRead(model.GetDeclaredSymbol(declared.Parent!, cancel), depth)
                    .ConfigureAwait(false);
            case EqualsValueClauseSyntax { Parent: ParameterSyntax parameter }:
                return model.GetDeclaredSymbol(parameter, cancel) is not { } optional
                    || await IsParameterRead(optional, depth).ConfigureAwait(false);
            case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return await IsSymbolRead(model.GetDeclaredSymbol(property, cancel), depth).ConfigureAwait(false);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
                when assignment.Right == value
                    && assignment.Parent
                        is ExpressionStatementSyntax
                            or InitializerExpressionSyntax
                            or ArrowExpressionClauseSyntax:
                return await IsSymbolRead(model.GetSymbolInfo(assignment.Left, cancel).Symbol, depth)
                    .ConfigureAwait(false);
            // '(this.user, this.password) = (user, password)'
            case ArgumentSyntax { Parent: TupleExpressionSyntax tuple } element
                when tuple.Parent is AssignmentExpressionSyntax { Left: TupleExpressionSyntax targets } assigned
                    && assigned.Right == tuple
                    && targets.Arguments.Count == tuple.Arguments.Count
                    && assigned.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax:
                var target = targets.Arguments[tuple.Arguments.IndexOf(element)].Expression;
                return await IsSymbolRead(model.GetSymbolInfo(target, cancel).Symbol, depth).ConfigureAwait(false);
            case ArgumentSyntax argument:
                return await IsArgumentRead(argument, model, depth).ConfigureAwait(false);
            default:
                return true;
        }
    }

    static ExpressionSyntax Whole(ExpressionSyntax value)
    {
        while (
            value.Parent
                is ParenthesizedExpressionSyntax
                    or CastExpressionSyntax
                    or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || value.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice
                && choice.Right == value
        )
            value = (ExpressionSyntax)value.Parent;
        return value;
    }

    async Task<bool> IsArgumentRead(ArgumentSyntax argument, SemanticModel model, int depth)
    {
        if (
            argument.RefKindKeyword.Span.Length > 0
            || model.GetOperation(argument, cancel) is not IArgumentOperation { Parameter: { } parameter }
        )
            return true;
        if (
            parameter is
            { Name: "password", ContainingType: { Name: "NetworkCredential", ContainingNamespace.Name: "Net" } }
        )
            return argument.Parent?.Parent is not BaseObjectCreationExpressionSyntax made
                || await IsRead(made, model, depth + 1).ConfigureAwait(false);
        return await IsParameterRead(parameter, depth).ConfigureAwait(false);
    }

    async Task<bool> IsParameterRead(IParameterSymbol parameter, int depth)
    {
        // Another implementation may read it.
        if (
            parameter.ContainingSymbol
            is not IMethodSymbol
            {
                IsAbstract: false,
                IsVirtual: false,
                IsOverride: false,
                DeclaringSyntaxReferences: [var declared]
            } method
        )
            return true;
        if (method.MethodKind == MethodKind.DelegateInvoke || Implements(method))
            return true;
        if (await IsSymbolRead(parameter, depth).ConfigureAwait(false))
            return true;
        // A record's parameter is also a property.
        return declared.GetSyntax(cancel) is RecordDeclarationSyntax
            && method.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault()
                is { } property
            && await IsSymbolRead(property, depth).ConfigureAwait(false);
    }

    static bool Implements(IMethodSymbol method) =>
        method
            .ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(method.Name))
            .Any(member =>
                SymbolEqualityComparer.Default.Equals(
                    method.ContainingType.FindImplementationForInterfaceMember(member),
                    method
                )
            );

    async Task<bool> IsSymbolRead(ISymbol? symbol, int depth)
    {
        if (
            symbol
            is not (
                ILocalSymbol
                or IFieldSymbol
                or IPropertySymbol { IsVirtual: false, IsAbstract: false, IsOverride: false }
                or IParameterSymbol
            )
        )
            return true;
        if (symbol.DeclaringSyntaxReferences.IsEmpty)
            return true;
        foreach (
            var reference in await SymbolFinder.FindReferencesAsync(symbol, solution, cancel).ConfigureAwait(false)
        )
            foreach (var location in reference.Locations)
                if (await IsRead(location, depth).ConfigureAwait(false))
                    return true;
        return false;
    }

    async Task<bool> IsRead(ReferenceLocation location, int depth)
    {
        if (await location.Document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is not { } root)
            return true;
        if (await location.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return true;
        // A name in a comment is not a read.
        if (
            root.FindToken(location.Location.SourceSpan.Start) is var token
            && token.Span != location.Location.SourceSpan
        )
            return false;
        if (token.Parent is not SimpleNameSyntax name)
            return true;
        if (name.Parent is NameColonSyntax)
            return false;
        ExpressionSyntax whole =
            name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
        return !IsTarget(whole)
            && !IsUserName(whole)
            && !IsName(whole)
            && await IsRead(whole, model, depth + 1).ConfigureAwait(false);
    }

    static bool IsTarget(ExpressionSyntax whole) =>
        whole.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            && assignment.Left == whole
        || whole.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: var all } many }
            && all is AssignmentExpressionSyntax { Left: var targets }
            && targets == many;

    // Of a credential.
    static bool IsUserName(ExpressionSyntax whole) =>
        whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UserName" } read
        && read.Expression == whole;

    static bool IsName(ExpressionSyntax whole) =>
        whole.Parent
            is ArgumentSyntax
        {
            Parent.Parent: InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }
            }
        };
}
