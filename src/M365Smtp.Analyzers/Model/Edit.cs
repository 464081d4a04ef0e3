namespace M365Smtp.Analyzers.Model;

internal enum EditKind
{
    /// <summary>The text at the place becomes <see cref="Edit.Text"/>.</summary>
    Replace,

    /// <summary>The client created at the place gets the property <see cref="Edit.Member"/> with that value.</summary>
    SetProperty,

    /// <summary>The call at the place gets the argument <see cref="Edit.Member"/> with that value, replaced or
    /// added.</summary>
    SetArgument,

    /// <summary>The statement or initializer member that holds the place goes, with nothing else.</summary>
    Remove,

    /// <summary>The call at the place signs in with a token: for the application with the scope
    /// <see cref="Edit.Text"/>, for a user with <see cref="Edit.Member"/>; empty where the cloud has none.</summary>
    UseOAuth,

    /// <summary>The password at the place is read from the configuration or the environment instead.</summary>
    ReadPassword,

    /// <summary>Before the catch clause at the place comes the clause <see cref="Edit.Text"/>, which throws on; where
    /// the clause is of that very type, it throws at its end.</summary>
    LetThrough,

    /// <summary>The System.Net.Mail client created at the place becomes a MailKit client, with the scopes of
    /// <see cref="UseOAuth"/>.</summary>
    MigrateToMailKit,

    /// <summary>The password at the place goes where nothing reads it any more; it stays where something
    /// does.</summary>
    ForgetPassword,

    /// <summary>The MailKit client that signs in at the place, or the System.Net.Mail client created there, becomes a
    /// transport of M365Smtp.Graph, in the cloud <see cref="Edit.Text"/>; empty for the worldwide one.</summary>
    SendThroughGraph,
}

/// <summary>One change of text, described so that the fixer can check that the text is still what the analyzer
/// saw.</summary>
/// <param name="Text">C# source; a type name may be written <c>global::Ns.Type</c>, which the fixer shortens as the
/// file's usings allow.</param>
internal sealed record Edit(EditKind Kind, Origin At, string Member, string Text)
{
    /// <summary>The file to change, as its syntax tree names it.</summary>
    public string Path => At.Location.SourceTree?.FilePath ?? At.Location.GetLineSpan().Path ?? "";

    /// <summary>What the analyzer saw there, as far as it may be written down.</summary>
    public string Expected => Writable(At.Text);

    /// <summary>It needs something outside the code or another library, so it is a step of its own and no part of
    /// putting a client right.</summary>
    public bool IsStepOfItsOwn =>
        Kind
            is EditKind.UseOAuth
                or EditKind.ReadPassword
                or EditKind.MigrateToMailKit
                or EditKind.ForgetPassword
                or EditKind.SendThroughGraph;

    /// <summary>The text needs neither quotes nor escapes in any format of settings files.</summary>
    public bool IsPlainSetting =>
        Text.Length > 0
        && Text[0] is not ('@' or '-')
        && Text.All(c =>
            c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' or '-' or '_' or '@' or '+'
        );

    /// <summary>A creation or a call may hold a password, and what a diagnostic carries ends up in SARIF
    /// files.</summary>
    public string Writable(string text) =>
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
