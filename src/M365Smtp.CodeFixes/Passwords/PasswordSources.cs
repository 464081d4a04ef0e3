using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Passwords;

/// <summary>Possible sources for a password: options in scope, configuration in scope, then the environment.</summary>
internal static class PasswordSources
{
    /// <summary>Best first.</summary>
    /// <param name="password">As written now.</param>
    /// <param name="position">Where it will be read.</param>
    /// <param name="around">The class or program whose other settings it joins.</param>
    public static IEnumerable<PasswordSource> Of(
        ExpressionSyntax password,
        int position,
        SyntaxNode around,
        SemanticModel model
    )
    {
        if (
            password.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice
            && choice.Right == password
        )
        {
            var key = choice
                .Left.DescendantNodes()
                .OfType<LiteralExpressionSyntax>()
                .FirstOrDefault(literal => literal.IsKind(SyntaxKind.StringLiteralExpression))
                ?.Token.ValueText;
            if (key is not null)
                yield return new("", key) { IsReadAlready = true };
            yield break;
        }
        var atHand = InScope.Named(position, model).ToList();
        foreach (var (name, type, isStatic) in atHand)
            if (OfOptions(name, type) is { } options)
                yield return options with
                {
                    IsStatic = isStatic,
                };
        foreach (var (name, type, isStatic) in atHand)
            if (OfConfiguration(name, type, around) is { } configured)
                yield return configured with
                {
                    IsStatic = isStatic,
                };
        var variable =
            Keys(around, "Environment", "GetEnvironmentVariable")
                .Select(PasswordKey.Beside)
                .FirstOrDefault(key => key is not null)
            ?? PasswordKey.InEnvironment;
        yield return new($"global::System.Environment.GetEnvironmentVariable(\"{variable}\")", variable)
        {
            IsStatic = true,
        };
    }

    static PasswordSource? OfOptions(string name, ITypeSymbol type)
    {
        if (
            type is INamedTypeSymbol { TypeArguments: [var options], Name: var wrapper }
            && type.ContainingNamespace.ToDisplayString() == "Microsoft.Extensions.Options"
        )
            return wrapper switch
            {
                "IOptions" or "IOptionsSnapshot" => OfOptions(name + ".Value", options),
                "IOptionsMonitor" => OfOptions(name + ".CurrentValue", options),
                _ => null,
            };
        if (!IsOptions(type.Name))
            return null;
        return
            type.GetMembers()
                .OfType<IPropertySymbol>()
                .Where(property =>
                    property
                        is
                    {
                        GetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Internal,
                        Type.SpecialType: SpecialType.System_String,
                        IsStatic: false
                    }
                    && property.Name.EndsWith("Password", StringComparison.Ordinal)
                    && PasswordKey.IsAboutMail(type.Name + property.Name)
                )
                .ToList()
                is [var password]
            ? new($"{name}.{password.Name}", $"{type.Name}.{password.Name}")
            {
                IsNeverNull = password.NullableAnnotation == NullableAnnotation.NotAnnotated,
            }
            : null;
    }

    static PasswordSource? OfConfiguration(string name, ITypeSymbol type, SyntaxNode around)
    {
        // 'builder.Configuration', 'context.Configuration'
        if (!IsConfiguration(type))
            return
                type.GetMembers("Configuration")
                    .OfType<IPropertySymbol>()
                    .FirstOrDefault(property => property.GetMethod is not null && IsConfiguration(property.Type))
                    is { } held
                ? OfConfiguration($"{name}.{held.Name}", held.Type, around)
                : null;
        var isSection = type.Name == "IConfigurationSection";
        if (isSection && !PasswordKey.IsAboutMail(name))
            return null;
        var key =
            Keys(around, name, "GetSection", "GetRequiredSection", "GetValue", "")
                .Select(isSection ? BesideInSection : (Func<string, string?>)PasswordKey.Beside)
                .FirstOrDefault(known => known is not null)
            ?? (isSection ? "Password" : PasswordKey.InConfiguration);
        return new($"{name}[\"{key}\"]", key);
    }

    // A section is about mail if its own name says so.
    static string? BesideInSection(string key) => PasswordKey.Beside("smtp:" + key)?.Substring("smtp:".Length);

    /// <summary>The keys used to look up settings, by indexer or method.</summary>
    static IEnumerable<string> Keys(SyntaxNode around, string on, params string[] methods)
    {
        foreach (var node in around.DescendantNodes())
        {
            var (target, method, argument) = node switch
            {
                ElementAccessExpressionSyntax { ArgumentList.Arguments: [var index] } element => (
                    element.Expression,
                    "",
                    index
                ),
                InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax
                    {
                        Expression: var called,
                        Name.Identifier.ValueText: var name
                    },
                    ArgumentList.Arguments: [var first, ..]
                } => (called, name, first),
                _ => (null, "", null),
            };
            if (
                argument?.Expression
                    is LiteralExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.StringLiteralExpression,
                    Token.ValueText: var key
                }
                && methods.Contains(method)
                && Names(target!, on)
            )
                yield return method.EndsWith("Section", StringComparison.Ordinal) ? key + ":" : key;
        }
    }

    static bool Names(ExpressionSyntax target, string on) =>
        target.ToString() is var text && (text == on || text == "this." + on || text == "System." + on);

    static bool IsOptions(string type) =>
        type.EndsWith("Options", StringComparison.Ordinal)
        || type.EndsWith("Settings", StringComparison.Ordinal)
        || type.EndsWith("Configuration", StringComparison.Ordinal)
        || type.EndsWith("Config", StringComparison.Ordinal);

    static bool IsConfiguration(ITypeSymbol type) =>
        type
            .AllInterfaces.Append(type)
            .Any(known =>
                known.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString()
                == "Microsoft.Extensions.Configuration.IConfiguration"
            );
}
