using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Reading;

/// <summary>A use of a client.</summary>
/// <param name="At">The expression that names the client.</param>
internal abstract record ClientUse(ExpressionSyntax At)
{
    /// <summary><c>client.Port = 587;</c> or <c>client.ClientCertificates.Add(certificate);</c></summary>
    internal sealed record Set(ExpressionSyntax At, ClientSetting Setting) : ClientUse(At);

    internal sealed record Send(ExpressionSyntax At, InvocationExpressionSyntax Call) : ClientUse(At);

    /// <summary><c>client.Dispose();</c></summary>
    internal sealed record Dispose(ExpressionSyntax At, StatementSyntax? Statement) : ClientUse(At);

    /// <summary><c>client.SendCompleted += handler;</c></summary>
    internal sealed record Subscribe(ExpressionSyntax At, ExpressionStatementSyntax Statement, ExpressionSyntax Handler)
        : ClientUse(At);

    /// <summary><c>client = new SmtpClient(…)</c></summary>
    internal sealed record Create(ExpressionSyntax At, AssignmentExpressionSyntax Assignment) : ClientUse(At);

    internal sealed record Return(ExpressionSyntax At, ReturnStatementSyntax Statement) : ClientUse(At);

    /// <summary><c>lock (client)</c></summary>
    internal sealed record Lock(ExpressionSyntax At) : ClientUse(At);

    /// <summary>Compared with null, set to null, or the resource of a <c>using</c>.</summary>
    internal sealed record Neutral(ExpressionSyntax At) : ClientUse(At);
}
