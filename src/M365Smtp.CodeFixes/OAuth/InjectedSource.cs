using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>Lets the creator of the class, or the caller of the static method, provide the token source.</summary>
/// <param name="Call">The name by which the sign-in reads it.</param>
internal sealed record InjectedSource(string Call, IReadOnlyList<TextChange> Changes, ISymbol Changed)
{
    public static InjectedSource? Into(SignInCall signIn, INamedTypeSymbol type, string name, SemanticModel model)
    {
        if (
            signIn.Call.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } owner
            || model.GetDeclaredSymbol(owner) is not { } symbol
        )
            return null;
        if (symbol.MemberNames.Any(member => member.TrimStart('_') == name))
            return null;
        var typeName = type.ToMinimalDisplayString(model, owner.SpanStart);
        if (signIn.Body is MethodDeclarationSyntax method && method.Modifiers.Any(SyntaxKind.StaticKeyword))
            return model.GetDeclaredSymbol(method) is { Name: not "Main" } called && !IsPublic(called)
                ? new InjectedSource(name, [AddParameter(method.ParameterList, $"{typeName} {name}", model)], called)
                : null;
        if (
            signIn.Body is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.StaticKeyword)
            || symbol is { IsStatic: true } or { DeclaringSyntaxReferences.Length: > 1 }
        )
            return null;
        if (owner.ParameterList is { } primary)
            return new InjectedSource(name, [AddParameter(primary, $"{typeName} {name}", model)], symbol);
        return owner
            .Members.OfType<ConstructorDeclarationSyntax>()
            .Where(made => !made.Modifiers.Any(SyntaxKind.StaticKeyword))
            .ToList() switch
        {
            [] => WithConstructor(owner, symbol, typeName, name, model),
            [
            {
                Body: { } body,
                Initializer: null or { ThisOrBaseKeyword.RawKind: (int)SyntaxKind.BaseKeyword }
            } constructor,
            ] => WithParameter(owner, symbol, constructor, body, typeName, name, model),
            _ => null,
        };
    }

    static InjectedSource? WithConstructor(
        ClassDeclarationSyntax owner,
        INamedTypeSymbol symbol,
        string type,
        string name,
        SemanticModel model
    )
    {
        var field = FieldName(owner, name);
        var constructor = $"public {symbol.Name}({type} {name}) => {(field == name ? "this." : "")}{field} = {name};";
        return Field(owner, type, field, constructor, model) is { } declaration
            ? new InjectedSource(field, [declaration], symbol)
            : null;
    }

    static InjectedSource? WithParameter(
        ClassDeclarationSyntax owner,
        INamedTypeSymbol symbol,
        ConstructorDeclarationSyntax constructor,
        BlockSyntax body,
        string type,
        string name,
        SemanticModel model
    )
    {
        var field = FieldName(owner, name);
        var text = model.SyntaxTree.GetText();
        var after = body.Statements.LastOrDefault()?.GetLastToken() ?? body.OpenBraceToken;
        var indentation =
            body.Statements.Count > 0
                ? text.Indentation(after.SpanStart)
                : text.Indentation(constructor.SpanStart) + "    ";
        var assignment = $"{(field == name ? "this." : "")}{field} = {name};";
        var inserted = text.AreOnOneLine(after.SpanStart, body.CloseBraceToken.SpanStart)
            ? TextChanges.Insert(after.Span.End, " " + assignment)
            : TextChanges.Insert(
                TypeMembers.NextLine(text, after),
                indentation + assignment + text.LineBreak(after.SpanStart)
            );
        return Field(owner, type, field, null, model) is { } declaration
            ? new InjectedSource(
                field,
                [declaration, AddParameter(constructor.ParameterList, $"{type} {name}", model), inserted],
                symbol
            )
            : null;
    }

    static TextChange? Field(
        ClassDeclarationSyntax owner,
        string type,
        string field,
        string? constructor,
        SemanticModel model
    ) =>
        TypeMembers.Field(
            owner,
            $"{TypeMembers.Modifier(owner)}readonly {type} {field};",
            "",
            model.SyntaxTree.GetText(),
            constructor
        );

    static string FieldName(ClassDeclarationSyntax owner, string name) =>
        owner
            .Members.OfType<FieldDeclarationSyntax>()
            .SelectMany(field => field.Declaration.Variables)
            .Any(field => field.Identifier.ValueText.StartsWith("_", StringComparison.Ordinal))
            ? "_" + name
            : name;

    static TextChange AddParameter(ParameterListSyntax list, string parameter, SemanticModel model)
    {
        if (
            list.Parameters.FirstOrDefault(known =>
                known.Default is not null || known.Modifiers.Any(SyntaxKind.ParamsKeyword)
            ) is
            { } optional
        )
            return TextChanges.Insert(optional.SpanStart, parameter + ", ");
        if (list.Parameters.LastOrDefault() is not { } last)
            return TextChanges.Insert(list.OpenParenToken.Span.End, parameter);
        var text = model.SyntaxTree.GetText();
        var separator = text.IsFirstOnLine(last.SpanStart)
            ? "," + text.LineBreak(last.SpanStart) + text.Indentation(last.SpanStart)
            : ", ";
        return TextChanges.Insert(last.Span.End, separator + parameter);
    }

    // Callers may be anywhere.
    static bool IsPublic(ISymbol symbol)
    {
        for (var known = symbol; known is not null and not INamespaceSymbol; known = known.ContainingSymbol)
            if (
                known.DeclaredAccessibility
                is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            )
                return false;
        return true;
    }
}
