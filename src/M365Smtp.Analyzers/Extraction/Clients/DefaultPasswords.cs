using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings.Sections;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>
/// The default password of an options class next to a Microsoft host: it is in the source, no matter what fills the
/// options.
/// </summary>
internal static class DefaultPasswords
{
    /// <summary>
    /// The single host and password among the members' initial values; null if there is none or more than one.
    /// </summary>
    public static (Value.Constant Host, Value.Constant Password)? Of(
        INamedTypeSymbol type,
        Compilation compilation,
        CancellationToken cancel
    )
    {
        Value.Constant? host = null,
            password = null;
        foreach (var member in type.GetMembers())
        {
            if (
                !IsOption(member)
                || Literals.Of(member, compilation, cancel) is not { Data: string { Length: > 0 } text } literal
            )
                continue;
            if (Hosts.Find(text) is { } found)
            {
                if (host is not null || !found.TakesSubmission)
                    return null;
                host = literal;
            }
            else if (KeyName.Of(member.Name).Role == KeyRole.Secret)
            {
                if (password is not null)
                    return null;
                password = literal;
            }
        }
        return host is not null && password is not null ? (host, password) : null;
    }

    /// <summary>The literal that initializes a member, marked if it is such a password.</summary>
    public static Value.Constant Marked(
        Value.Constant literal,
        ISymbol member,
        Compilation compilation,
        CancellationToken cancel
    ) =>
        KeyName.Of(member.Name).Role == KeyRole.Secret
        && Of(member.ContainingType, compilation, cancel) is var (_, password)
        && password.Origin.Place == literal.Origin.Place
            ? literal with
            {
                Origin = literal.Origin with { IsDefaultPassword = true },
            }
            : literal;

    public static SmtpUsage Usage(Value.Constant host, Value.Constant password) =>
        new(SmtpApi.None, Moment.Mention, new Site(password.Origin, password.Origin, null, null))
        {
            Host = Fact.Known((string)host.Data!, host.Origin),
            Credential = Fact.Known(
                new Credential(null, Fact<string>.Unknown, ClientFacts.Text(password)) { IsUsed = false },
                password.Origin
            ),
        };

    static bool IsOption(ISymbol member) =>
        member is IPropertySymbol { IsStatic: false, SetMethod: not null, Type.SpecialType: SpecialType.System_String };
}
