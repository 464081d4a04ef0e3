using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>
/// One Azure.Identity credential for all sign-ins of a type or a program: the object caches the tokens.
/// </summary>
/// <param name="Name">The name by which the sign-in reads it.</param>
internal sealed record SharedCredential(string Name, TextChange Declaration)
{
    const string Type = "Azure.Core.TokenCredential",
        Default = "Azure.Identity.DefaultAzureCredential";

    // Written once in the code, where the person who deploys it will look.
    const string Note = "// Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.";

    /// <summary>Null if there is no place for it.</summary>
    public static SharedCredential? For(SignInCall signIn, SemanticModel model)
    {
        var compilation = model.Compilation;
        if (compilation.GetTypeByMetadataName(Type) is null || compilation.GetTypeByMetadataName(Default) is null)
            return null;
        var text = model.SyntaxTree.GetText();
        return signIn.Call.FirstAncestorOrSelf<TypeDeclarationSyntax>() switch
        {
            null => InProgram(signIn, text, model),
            InterfaceDeclarationSyntax => null,
            var owner => InType(owner, text, model),
        };
    }

    static SharedCredential? InType(TypeDeclarationSyntax owner, SourceText text, SemanticModel model)
    {
        var name = FreeNames.Like(NameLike(owner), owner, model);
        var modifiers = TypeMembers.Modifier(owner) + "static readonly";
        var field = $"{modifiers} global::{Type} {name} = new global::{Default}();";
        return
            (BeforeInitializers(owner, field, text) ?? TypeMembers.Field(owner, field, Note, text)) is { } declaration
            ? new(name, declaration)
            : null;
    }

    // Static fields are initialized in text order: a field whose initializer may sign in needs the credential before
    // it.
    static TextChange? BeforeInitializers(TypeDeclarationSyntax owner, string field, SourceText text)
    {
        var first = owner
            .Members.OfType<FieldDeclarationSyntax>()
            .FirstOrDefault(known =>
                known.Modifiers.Any(SyntaxKind.StaticKeyword)
                && known.Declaration.Variables.Any(variable =>
                    variable.Initializer is { } initializer
                    && initializer
                        .DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax)
                        .Any(node => IsOfOwner(node, owner))
                )
            );
        if (first is null || !text.IsFirstOnLine(first.SpanStart))
            return null;
        var (lineBreak, indentation) = (text.LineBreak(first.SpanStart), text.Indentation(first.SpanStart));
        var lines = $"{indentation}{Note}{lineBreak}{indentation}{field}{lineBreak}";
        return TextChanges.Insert(first.FullSpan.Start, lines);
    }

    static bool IsOfOwner(SyntaxNode node, TypeDeclarationSyntax owner) =>
        node switch
        {
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax } => true,
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type }
            } => type.Identifier.ValueText == owner.Identifier.ValueText,
            ObjectCreationExpressionSyntax made => made.Type.ToString() == owner.Identifier.ValueText,
            ImplicitObjectCreationExpressionSyntax => node.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field
                && field.Declaration.Type.ToString() == owner.Identifier.ValueText,
            _ => false,
        };

    // Top-level code outside loops and functions runs once.
    static SharedCredential? InProgram(SignInCall signIn, SourceText text, SemanticModel model)
    {
        var around = signIn.Call.Ancestors().TakeWhile(outer => outer is not GlobalStatementSyntax).ToList();
        var statement = around.OfType<StatementSyntax>().LastOrDefault();
        if (statement is null || !around.Any(IsDoneAgain))
            return null;
        // A local function may be called anywhere.
        if (statement is LocalFunctionStatementSyntax && signIn.Body is CompilationUnitSyntax file)
            statement = file.Members.OfType<GlobalStatementSyntax>().First().Statement;
        var name = FreeNames.Like("credential", signIn.Body, model);
        return new(
            name,
            OwnStatement.Before(statement, $"var {name} = new global::{Default}();", Note.Substring(3), text)
        );
    }

    static bool IsDoneAgain(SyntaxNode outer) =>
        outer
            is CommonForEachStatementSyntax
                or ForStatementSyntax
                or WhileStatementSyntax
                or DoStatementSyntax
                or AnonymousFunctionExpressionSyntax
                or LocalFunctionStatementSyntax;

    // Follows the naming of the other static fields.
    static string NameLike(TypeDeclarationSyntax owner)
    {
        var known =
            owner
                .Members.OfType<FieldDeclarationSyntax>()
                .Where(field =>
                    field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
                )
                .Select(field => field.Declaration.Variables[0].Identifier.ValueText)
                .FirstOrDefault()
            ?? "";
        return known.StartsWith("s_", StringComparison.Ordinal) ? "s_credential"
            : known.StartsWith("_", StringComparison.Ordinal) ? "_credential"
            : known.Length > 0 && char.IsLower(known[0]) ? "credential"
            : "Credential";
    }
}
