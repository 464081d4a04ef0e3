using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules.Endpoint;
using M365Smtp.Analyzers.Rules.Identity;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Everyone who reads the source knows a password in it.</summary>
internal static class PasswordInSource
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4003),
        "Hard-coded password",
        "anyone who has the source, its history or the assembly can sign in to '{0}' with this password. Read it "
            + "from configuration or a secret store.",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "A password is written in the code or in a settings file. Anyone who has the source, its history or "
            + "the assembly can sign in with it, and read and send mail as that mailbox. Placeholders and empty "
            + "texts are not reported, and no message repeats the password.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.Endpoint is { } endpoint
        && use.Credential.Is(out var credential)
        && !credential.IsToken
        && credential.Secret.Is(out var secret, out var origin)
        && !Placeholder.Is(secret)
            ? new Finding(origin, endpoint.Server)
            {
                Message = Words(origin.IsSetting, endpoint.Kind == HostKind.Mx, CannotSignIn(use)),
            }.FixedBy("Read the password from configuration (then rotate it: it is in the Git history)", Edits(origin))
            : null;

    // A settings file is in no assembly, and an MX endpoint accepts no sign-in.
    static string? Words(bool isSetting, bool isMx, bool cannotSignIn)
    {
        if (!isSetting && !isMx && !cannotSignIn)
            return null;
        var readers =
            "anyone who has " + (isSetting ? "this file or its history" : "the source, its history or the assembly");
        var can =
            isMx ? " can sign in as this mailbox with this password"
            : cannotSignIn ? " has this password"
            : " can sign in to '{0}' with this password";
        return readers
            + can
            + ". Read it from "
            + (isSetting ? "the environment" : "configuration")
            + " or a secret store.";
    }

    /// <summary>Another rule reports that this login cannot sign in at all.</summary>
    static bool CannotSignIn(SmtpUsage use) =>
        PasswordSignIn.IsConsumer(use)
        || new[]
        {
            WrongHost.Rule,
            UserNameNotUpn.Rule,
            ForeignAccount.Rule,
            UnsupportedMechanism.Rule,
            DefaultCredentialsConflict.Rule,
        }.Any(rule => rule.Check(use) is { Severity: not Severity.Info });

    /// <summary>The edits for a password in the code once the client signs in without it.</summary>
    public static ImmutableArray<Edit> Forgotten(SmtpUsage use) =>
        use.Credential.Is(out var credential)
        && !credential.IsToken
        && credential.Secret.Is(out _, out var origin)
        && IsLiteral(origin)
            ? ImmutableArray.Create(Edit.ForgetPassword(origin))
            : ImmutableArray<Edit>.Empty;

    static ImmutableArray<Edit> Edits(Origin origin) =>
        IsLiteral(origin) ? ImmutableArray.Create(Edit.ReadPassword(origin)) : ImmutableArray<Edit>.Empty;

    // A quoted literal, so no part of it ends up in an edit.
    static bool IsLiteral(Origin origin) => !origin.IsSetting && origin.Text.TrimStart('@') is ['"', .., '"'];
}
