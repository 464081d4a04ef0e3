using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>
/// A client in a local variable used by a single lambda, such as one in <c>Task.Run</c>: the lambda creates its own
/// client.
/// </summary>
internal static class LambdaClient
{
    public static ClientMigration? Of(
        ClientCreation creation,
        ILocalSymbol local,
        bool rewrites,
        SemanticModel model,
        SourceText text
    )
    {
        if (creation.Declared is not { } declared)
            return null;
        if (
            ClientVariable.Scope(declared.Declaration) is not { } scope
            || !scope.Knows(LanguageVersion.CSharp8)
            || ClientUses.Of(local, scope, model) is not { } uses
        )
            return null;
        if (!uses.All(use => use is ClientUse.Set or ClientUse.Send))
            return null;
        var names = new FreeNames(model);
        if (
            SendCall.ReadAll(uses.OfType<ClientUse.Send>(), rewrites, names, model) is not { } sends
            || sends.Any(send => send.IsEvent)
        )
            return null;
        if (
            sends[0].Function is not LambdaExpressionSyntax lambda
            || lambda.Function() != declared.Function()
            || sends.Any(send => send.Function != lambda)
        )
            return null;
        var set = uses.OfType<ClientUse.Set>().Select(use => use.Setting).ToList();
        if (
            !set.All(setting => setting.Statement!.Parent == declared.Parent)
            || !IsTheSameLater(creation, set, declared.Function(), model)
        )
            return null;
        var gone = set.Select(setting => (SyntaxNode)setting.Statement!)
            .Prepend(declared)
            .Select(statement => RemovedStatement.Of(statement, text))
            .ToList();
        if (MailKitSettings.InPlace(creation, set, gone, model) is not { } settings)
            return null;
        if (SendRegion.Of(sends, lambda) is not { } region || ReturnedTask.Changes(region, model) is not { } awaiting)
            return null;
        return new ClientMigration(
            [
                .. gone.Select(known => known.Change),
                .. region.Changes(
                    ConnectionLines.For(sends, local.Name, settings),
                    [$"using var {local.Name} = new {MailKitNames.Client}();"],
                    isConnected: false,
                    model,
                    text
                ),
                .. awaiting,
                .. SendCall.AllChanges(sends, _ => local.Name),
            ],
            settings,
            sends
        );
    }

    // The lambda reads these variables when it runs.
    static bool IsTheSameLater(
        ClientCreation creation,
        IEnumerable<ClientSetting> set,
        SyntaxNode function,
        SemanticModel model
    ) =>
        creation
            .Settings.Concat(set)
            .SelectMany(setting => setting.Value.DescendantNodesAndSelf())
            .OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .All(symbol =>
                symbol switch
                {
                    IFieldSymbol field => field.IsConst || field.IsReadOnly,
                    ILocalSymbol or IParameterSymbol => function
                        .DescendantNodes()
                        .OfType<AssignmentExpressionSyntax>()
                        .All(assignment =>
                            !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(assignment.Left).Symbol, symbol)
                        ),
                    _ => true,
                }
            );
}
