using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>
/// The catch clauses around what is sent. A refused sign-in stays an AuthenticationException; what else fails has
/// other names.
/// </summary>
internal sealed class Handlers
{
    /// <summary>What stands for SmtpCommandException.</summary>
    public const string Refusal = "global::M365Smtp.Graph.GraphException";

    /// <summary>What stands for the exceptions of a connection.</summary>
    public const string Network = "global::System.IO.IOException";

    static readonly string[] OfConnection =
    [
        "SmtpProtocolException",
        "ProtocolException",
        "SslHandshakeException",
        "SocketException",
        "ServiceNotConnectedException",
    ];

    readonly List<CatchClauseSyntax> refusals = [];
    readonly List<CatchClauseSyntax> network = [];
    readonly SemanticModel model;

    public Handlers(ClientUses client, SyntaxNode body, SemanticModel model)
    {
        this.model = model;
        foreach (var attempt in body.DescendantNodes().OfType<TryStatementSyntax>())
        {
            if (!client.Kept.Any(use => attempt.Block.Span.Contains(use.Span)))
                continue;
            refusals.AddRange(attempt.Catches.Where(clause => Caught(clause) == "SmtpCommandException"));
            if (attempt.Catches.Any(clause => Caught(clause) == "IOException"))
                continue;
            network.AddRange(attempt.Catches.Where(clause => OfConnection.Contains(Caught(clause))).Take(1));
        }
    }

    public bool CatchNetwork => network.Count > 0;

    public IEnumerable<TextChange> Changes(string refusal, string failure) =>
        refusals
            .SelectMany(clause => Names(clause).Append(new TextChange(clause.Declaration!.Type.Span, refusal)))
            .Concat(network.Select(clause => new TextChange(clause.Declaration!.Type.Span, failure)));

    string Caught(CatchClauseSyntax clause) =>
        clause.Declaration is { Type: var type } && model.GetTypeInfo(type).Type is { } caught ? caught.Name : "";

    // e.StatusCode and e.ErrorCode, as Graph has them; where the value is compared, the compiler will not have it.
    IEnumerable<TextChange> Names(CatchClauseSyntax clause)
    {
        if (model.GetDeclaredSymbol(clause.Declaration!) is not ILocalSymbol exception)
            yield break;
        foreach (var use in Readers.Of(exception, clause, model))
            if (
                use.Parent is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } member
                && member.Expression == use
            )
            {
                if (name.Identifier.ValueText == "StatusCode")
                    yield return new TextChange(name.Span, "Status");
                if (name.Identifier.ValueText == "ErrorCode")
                    yield return new TextChange(name.Span, "Code");
            }
    }
}
