using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Reading;

/// <summary>The properties of a client in MailKit's terms. All texts are C# source.</summary>
/// <param name="SignIn">The arguments of Authenticate; null if the client does not sign in.</param>
internal sealed record MailKitSettings(string Host, string Port, string Tls, string? SignIn)
{
    /// <summary>The condition under which the client signs in.</summary>
    public string? SignInCondition { get; init; }

    /// <summary><c>Timeout</c> and <c>ClientCertificates</c> as members of the new client, with their values.</summary>
    public IReadOnlyList<(string Member, string Value)> Kept { get; init; } = [];

    /// <summary>The settings without a MailKit counterpart, and the comment that reports them.</summary>
    public IReadOnlyList<(string Property, string Comment)> Left { get; init; } = [];

    /// <summary>Comments among the settings.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>For a client that is connected by the code that set it up.</summary>
    public static MailKitSettings? InPlace(
        ClientCreation creation,
        IEnumerable<ClientSetting> set,
        IEnumerable<RemovedStatement> removed,
        SemanticModel model
    ) => Of(creation, set, removed.SelectMany(gone => gone.Comments), value => value.ToString(), model);

    /// <summary>Null if the settings would not mean the same.</summary>
    /// <param name="set">The settings made after the creation.</param>
    /// <param name="removed">The comments of the removed statements.</param>
    /// <param name="write">Gives the text of a value where the client will be connected.</param>
    public static MailKitSettings? Of(
        ClientCreation creation,
        IEnumerable<ClientSetting> set,
        IEnumerable<string> removed,
        Func<ExpressionSyntax, string> write,
        SemanticModel model
    )
    {
        ClientSetting[] settings = [.. creation.Settings, .. set];
        var last = settings.GroupBy(setting => setting.Property).ToDictionary(same => same.Key, same => same.Last());
        if (settings.Any(setting => setting.Condition is not null && setting.Property is not "Credentials"))
            return null;
        if (!last.TryGetValue("Host", out var host))
            return null;
        ClientSetting? Get(string property) => last.TryGetValue(property, out var setting) ? setting : null;
        var (kept, left) = (new List<(string, string)>(), new List<(string, string)>());
        foreach (var setting in last.Values)
            switch (setting.Property)
            {
                case "Host" or "Port" or "EnableSsl" or "Credentials":
                case "UseDefaultCredentials" when setting.Value.IsKind(SyntaxKind.FalseLiteralExpression):
                case "DeliveryMethod" when Named(setting.Value) == "Network":
                case "DeliveryFormat" when Named(setting.Value) == "SevenBit":
                    break;
                case "Timeout":
                    kept.Add(("Timeout", write(setting.Value)));
                    break;
                case "ClientCertificates" when settings.Count(other => other.Property == setting.Property) == 1:
                    kept.Add(
                        (
                            setting.Property,
                            $"new global::System.Security.Cryptography.X509Certificates.X509CertificateCollection {{ {write(setting.Value)} }}"
                        )
                    );
                    break;
                case "UseDefaultCredentials"
                    when setting.Value.IsKind(SyntaxKind.TrueLiteralExpression) && last.ContainsKey("Credentials"):
                    left.Add(
                        (
                            setting.Property,
                            "UseDefaultCredentials was true. Microsoft 365 has no Windows sign-in, so Credentials "
                                + "are used."
                        )
                    );
                    break;
                case "TargetName":
                    left.Add(
                        (
                            setting.Property,
                            $"TargetName was {OneLine(setting.Value)}. MailKit has no such setting; only Windows "
                                + "sign-in reads it."
                        )
                    );
                    break;
                case "DeliveryFormat" when Named(setting.Value) == "International":
                    left.Add(
                        (
                            setting.Property,
                            "DeliveryFormat was International. MailKit has no such setting; it uses SMTPUTF8 "
                                + "where an address needs it."
                        )
                    );
                    break;
                default:
                    return null;
            }
        var credentials = Get("Credentials");
        var signIn = credentials is null ? null : SignInOf(credentials.Value, write, model);
        if (credentials is not null && signIn is null)
            return null;
        return new MailKitSettings(
            NotNull(host.Value, write, model),
            Get("Port") is { } port ? write(port.Value) : "587",
            TlsOf(Get("EnableSsl")?.Value, write),
            signIn
        )
        {
            SignInCondition = credentials?.Condition is { } condition ? write(condition) : null,
            Kept = kept,
            Left = left,
            Comments = [.. removed.Select(Line), .. Lines([.. creation.Comments])],
        };
    }

    // Short ones share a line.
    static IEnumerable<string> Lines(IReadOnlyList<string> comments)
    {
        var lines = comments.Select(Line).Distinct().ToList();
        var isShort =
            lines.Count > 1
            && lines.All(line => line.Length <= 25 && !line.Contains('\n') && char.IsLetterOrDigit(line.Last()))
            && lines.Sum(line => line.Length) <= 90;
        return isShort ? ["// " + string.Join("; ", lines.Select(line => line.Substring(2).Trim()))] : lines;
    }

    static string Line(string comment) =>
        comment.StartsWith("//", StringComparison.Ordinal) || comment.Contains('\n')
            ? comment
            : $"// {comment.Substring(2, comment.Length - 4).Trim()}";

    // Microsoft 365 accepts no message without TLS, so TLS stays on even if the old code disabled or omitted it.
    static string TlsOf(ExpressionSyntax? enableSsl, Func<ExpressionSyntax, string> write)
    {
        const string StartTls = MailKitNames.SecureSocketOptions + ".StartTls";
        return enableSsl is null or LiteralExpressionSyntax
            ? StartTls
            : $"{Operand(enableSsl, write)} ? {StartTls} : {MailKitNames.SecureSocketOptions}.None";
    }

    static string Operand(ExpressionSyntax value, Func<ExpressionSyntax, string> write) =>
        value
            is IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or ElementAccessExpressionSyntax
            ? write(value)
            : $"({write(value)})";

    /// <summary><c>user, password</c>, or a credential created elsewhere.</summary>
    static string? SignInOf(ExpressionSyntax credentials, Func<ExpressionSyntax, string> write, SemanticModel model)
    {
        if (
            model.GetTypeInfo(credentials).Type is not { Name: "NetworkCredential" }
            || credentials.ToString().Contains("CredentialCache")
        )
            return null;
        if (credentials is not BaseObjectCreationExpressionSyntax made)
            return write(credentials);
        if (
            made
                is
            {
                Initializer: null,
                ArgumentList.Arguments: [{ NameColon: null } user, { NameColon: null } password]
            }
            && model.GetTypeInfo(password.Expression).Type?.SpecialType == SpecialType.System_String
        )
            return $"{NotNull(user.Expression, write, model)}, {NotNull(password.Expression, write, model)}";
        if (
            made is { Initializer: { } initializer, ArgumentList: null or { Arguments.Count: 0 } }
            && Member(initializer, "UserName") is { } name
            && Member(initializer, "Password") is { } secret
            && initializer.Expressions.Count == 2
        )
            return $"{NotNull(name, write, model)}, {NotNull(secret, write, model)}";
        return made.ArgumentList is { Arguments.Count: 3 } || made.Initializer is not null ? null : write(credentials);
    }

    static ExpressionSyntax? Member(InitializerExpressionSyntax initializer, string name) =>
        initializer
            .Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(member => member.Left.ToString() == name)
            ?.Right;

    // System.Net.Mail accepts null arguments, although the sign-in then fails.
    static string NotNull(ExpressionSyntax value, Func<ExpressionSyntax, string> write, SemanticModel model) =>
        model.GetTypeInfo(value).Nullability.FlowState != NullableFlowState.MaybeNull ? write(value)
        : value
            is IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or ElementAccessExpressionSyntax
            ? write(value) + "!"
        : $"({write(value)})!";

    static string Named(ExpressionSyntax value) =>
        (value as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? "";

    static string OneLine(ExpressionSyntax value) =>
        string.Join(" ", value.ToString().Split(['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));
}
