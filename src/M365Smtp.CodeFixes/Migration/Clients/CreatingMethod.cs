using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>How a method creates the client that it returns.</summary>
/// <param name="Name">The name of the variable, which may be new.</param>
/// <param name="Return">The statement that returns it; null for an expression-bodied method.</param>
internal sealed record CreatingMethod(
    ClientCreation Creation,
    string Name,
    IReadOnlyList<ClientSetting> Set,
    ReturnStatementSyntax? Return,
    VariableDeclarationSyntax? Variable
)
{
    public static CreatingMethod? Read(
        ClientCreation creation,
        ILocalSymbol? local,
        MethodDeclarationSyntax method,
        SemanticModel model
    )
    {
        if (local is null)
        {
            var name = FreeNames.Like("client", method, model);
            return creation.New.Parent switch
            {
                ReturnStatementSyntax { Parent: BlockSyntax } statement => new CreatingMethod(
                    creation,
                    name,
                    [],
                    statement,
                    null
                ),
                ArrowExpressionClauseSyntax arrow when arrow.Parent == method => new CreatingMethod(
                    creation,
                    name,
                    [],
                    null,
                    null
                ),
                _ => null,
            };
        }
        if (creation.Declared is not { } declared)
            return null;
        if (
            ClientUses.Of(local, method, model) is not { } uses
            || !uses.All(use => use is ClientUse.Set or ClientUse.Return)
            || uses.OfType<ClientUse.Return>().ToList() is not [{ Statement: var returned }]
        )
            return null;
        var set = uses.OfType<ClientUse.Set>().Select(use => use.Setting).ToList();
        return returned.Parent == declared.Parent && set.All(setting => setting.Statement!.Parent == declared.Parent)
            ? new CreatingMethod(creation, local.Name, set, returned, declared.Declaration)
            : null;
    }

    public IEnumerable<RemovedStatement> Removed(SourceText text) =>
        Set.Select(setting => RemovedStatement.Of(setting.Statement!, text));

    public IEnumerable<TextChange> Changes(MethodDeclarationSyntax method, ConnectionLines lines, SourceText text)
    {
        var made = $"var {Name} = new {MailKitNames.Client}();";
        if (Variable is not null)
        {
            var type = Variable.Type.IsVar ? [] : new[] { new TextChange(Variable.Type.Span, MailKitNames.Client) };
            return
            [
                .. type,
                .. Creation.Bare(),
                .. Removed(text).Select(gone => gone.Change),
                .. Insertion.Around(Return!, Return!, text, mayExpand: false).Changes(lines.Connect(), []),
            ];
        }
        if (Return is not null)
            return
            [
                .. Insertion.Around(Return, Return, text, mayExpand: false).Changes([made, .. lines.Connect()], []),
                new TextChange(Creation.New.Span, Name),
            ];
        var arrow = method.ExpressionBody!;
        var insertion = Insertion.InArrow(arrow, method.SemicolonToken, text);
        return
        [
            .. insertion.Changes([made, .. lines.Connect()], []),
            new TextChange(Creation.New.Span, "return " + Name),
        ];
    }
}
