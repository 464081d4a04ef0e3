using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>
/// A client that a method creates for its callers: they receive it connected and disconnect it after their last
/// message.
/// </summary>
internal static class ReturnedClient
{
    /// <param name="local">The returned variable; null if the creation itself is returned.</param>
    public static ClientMigration? Of(
        ClientCreation creation,
        ILocalSymbol? local,
        bool rewrites,
        SemanticModel model,
        SourceText text
    )
    {
        if (
            creation.New.Function() is not MethodDeclarationSyntax method
            || model.GetDeclaredSymbol(method)
                is not { DeclaredAccessibility: Accessibility.Private, IsVirtual: false, IsOverride: false } symbol
        )
            return null;
        if (
            method.Modifiers.Any(SyntaxKind.AsyncKeyword)
            || !symbol.ReturnType.IsClient()
            || method.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } owner
            || owner.Modifiers.Any(SyntaxKind.PartialKeyword)
        )
            return null;
        if (CreatingMethod.Read(creation, local, method, model) is not { } made)
            return null;
        if (MailKitSettings.InPlace(creation, made.Set, made.Removed(text), model) is not { } settings)
            return null;
        var names = new FreeNames(model);
        var callers = References
            .Of(symbol, owner, model)
            .Select(name => ClientReceiver.Read(name, rewrites, names, model))
            .ToList();
        if (callers.Count == 0 || callers.Any(caller => caller is null))
            return null;
        var isAsync = callers.All(caller => caller!.Sends.Any(send => send.IsAwaited || send.IsReturnedTask));
        if (!isAsync && callers.Any(caller => caller!.Sends.Any(send => send.IsAwaited || send.IsReturnedTask)))
            return null;

        var lines = new ConnectionLines(made.Name, settings, isAsync, callers[0]!.Sends[0].ConfigureAwait, "");
        var changes = new List<TextChange>(made.Changes(method, lines, text));
        changes.AddRange(Signature(method, isAsync));
        foreach (var caller in callers)
        {
            if (caller!.Changes(isAsync ? AsyncName(method) : null, settings, model, text) is not { } rewritten)
                return null;
            changes.AddRange(rewritten);
        }
        return new ClientMigration(changes, settings, [.. callers.SelectMany(caller => caller!.Sends)]);
    }

    static IEnumerable<TextChange> Signature(MethodDeclarationSyntax method, bool isAsync) =>
        isAsync
            ?
            [
                new TextChange(
                    method.ReturnType.Span,
                    $"async global::System.Threading.Tasks.Task<{MailKitNames.Client}>"
                ),
                new TextChange(method.Identifier.Span, AsyncName(method)),
            ]
            : [new TextChange(method.ReturnType.Span, MailKitNames.Client)];

    static string AsyncName(MethodDeclarationSyntax method) =>
        method.Identifier.ValueText is var name && name.EndsWith("Async", StringComparison.Ordinal)
            ? name
            : name + "Async";
}
