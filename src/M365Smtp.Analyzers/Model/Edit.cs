namespace M365Smtp.Analyzers.Model;

internal enum EditKind
{
    /// <summary>Replaces the text at the location with <see cref="Edit.Text"/>.</summary>
    Replace,

    /// <summary>Sets the property <see cref="Edit.Member"/> on the client created at the location.</summary>
    SetProperty,

    /// <summary>Sets the argument <see cref="Edit.Member"/> of the call at the location, replacing or adding
    /// it.</summary>
    SetArgument,

    /// <summary>Removes only the statement or initializer member that contains the location.</summary>
    Remove,

    /// <summary>Makes the call at the location sign in with a token: for the application with the scope <see
    /// cref="Edit.Text"/>, for a user with <see cref="Edit.Member"/>; empty if the cloud has none.</summary>
    UseOAuth,

    /// <summary>Reads the password at the location from configuration or the environment.</summary>
    ReadPassword,

    /// <summary>Inserts the clause <see cref="Edit.Text"/>, which rethrows, before the catch clause at the location; if
    /// that clause catches the same type, adds a rethrow at its end.</summary>
    LetThrough,

    /// <summary>Turns the System.Net.Mail client created at the location into a MailKit client, with the scopes of <see
    /// cref="UseOAuth"/>.</summary>
    MigrateToMailKit,

    /// <summary>Removes the password at the location if nothing reads it any more.</summary>
    ForgetPassword,

    /// <summary>Turns the MailKit client that signs in at the location, or the System.Net.Mail client created there,
    /// into a transport of M365Smtp.Graph in the cloud <see cref="Edit.Text"/>; empty for the worldwide
    /// cloud.</summary>
    SendThroughGraph,
}

/// <summary>A single text change, with enough detail for the fixer to check that the text is still what the analyzer
/// saw.</summary>
/// <param name="Text">C# source. A type name may be written as <c>global::Ns.Type</c>; the fixer shortens it as the
/// file's usings allow.</param>
internal sealed record Edit(EditKind Kind, Origin At, string Member, string Text)
{
    /// <summary>The path of the file to change, as in its syntax tree.</summary>
    public string Path => At.Location.SourceTree?.FilePath ?? At.Location.GetLineSpan().Path ?? "";

    /// <summary>What the analyzer saw there, as far as it may be stored in a diagnostic.</summary>
    public string Expected => WithoutSecrets(At.Text);

    /// <summary>It needs another library or changes outside the code, so it is a separate step and not part of a
    /// client's combined fix.</summary>
    public bool IsStepOfItsOwn =>
        Kind
            is EditKind.UseOAuth
                or EditKind.ReadPassword
                or EditKind.MigrateToMailKit
                or EditKind.ForgetPassword
                or EditKind.SendThroughGraph;

    /// <summary>The text needs no quotes or escapes in any settings file format.</summary>
    public bool IsPlainSetting =>
        Text.Length > 0
        && Text[0] is not ('@' or '-')
        && Text.All(c =>
            c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' or '-' or '_' or '@' or '+'
        );

    /// <summary>A creation or a call may contain a password, and diagnostic properties end up in SARIF files.</summary>
    public string WithoutSecrets(string text) =>
        Kind != EditKind.Replace
        && text.IndexOf('"') is var first and >= 0
        && text.LastIndexOf('"') is var last
        && last > first
            ? text.Substring(0, first + 1) + Shown.Mask + text.Substring(last)
            : text;

    public static Edit Replace(Origin at, string text) => new(EditKind.Replace, at, "", text);

    public static Edit SetProperty(Origin creation, string property, string value) =>
        new(EditKind.SetProperty, creation, property, value);

    public static Edit SetArgument(Origin call, string parameter, string value) =>
        new(EditKind.SetArgument, call, parameter, value);

    public static Edit Remove(Origin at) => new(EditKind.Remove, at, "", "");

    public static Edit UseOAuth(Origin call, string? appOnlyScope, string? delegatedScope) =>
        new(EditKind.UseOAuth, call, delegatedScope ?? "", appOnlyScope ?? "");

    public static Edit SendThroughGraph(Origin at, string cloud) => new(EditKind.SendThroughGraph, at, "", cloud);

    public static Edit ReadPassword(Origin password) => new(EditKind.ReadPassword, password, "", "");

    public static Edit LetThrough(Origin clause, string before) => new(EditKind.LetThrough, clause, "", before);

    public static Edit MigrateToMailKit(Origin creation, string? appOnlyScope, string? delegatedScope) =>
        new(EditKind.MigrateToMailKit, creation, delegatedScope ?? "", appOnlyScope ?? "");

    public static Edit ForgetPassword(Origin password) => new(EditKind.ForgetPassword, password, "", "");
}
