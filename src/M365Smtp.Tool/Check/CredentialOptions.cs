using System.CommandLine;
using Spectre.Console;

namespace M365Smtp.Tool.Check;

/// <summary>The password or token to sign in with, from a single source, never from the command line itself.</summary>
internal static class CredentialOptions
{
    static readonly Option<string?> PasswordEnv = new("--password-env")
    {
        Description = "The environment variable with the password.",
        HelpName = "NAME",
    };
    static readonly Option<bool> PasswordStdin = new("--password-stdin")
    {
        Description = "The first line of standard input is the password.",
    };
    static readonly Option<string?> TokenEnv = new("--token-env")
    {
        Description = "The environment variable with an access token.",
        HelpName = "NAME",
    };
    static readonly Option<bool> TokenStdin = new("--token-stdin")
    {
        Description = "The first line of standard input is an access token.",
    };

    static IEnumerable<Option> Sources => [PasswordEnv, PasswordStdin, TokenEnv, TokenStdin, EntraOptions.SignIn];

    public static IEnumerable<Option> All => Sources.Concat(EntraOptions.Details);

    /// <summary>Sets the password or the source of the token in the options; prompts for a password in an interactive
    /// terminal.</summary>
    /// <exception cref="UsageException">More than one source, or an empty one.</exception>
    public static async Task FillAsync(
        GateCheckOptions options,
        ParseResult parsed,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        var given = Sources.Where(option => parsed.GetResult(option) is { Implicit: false }).ToList();
        if (given.Count > 1)
            throw new UsageException($"Sign in with one thing: {given[0].Name} or {given[1].Name}.");
        if (given.Count > 0 && options.Mailbox is null)
            throw new UsageException($"{given[0].Name} needs --user UPN.");

        if (parsed.GetValue(PasswordEnv) is { } passwordVariable)
            options.Password = EnvironmentSecret.Read(PasswordEnv.Name, passwordVariable);
        else if (parsed.GetValue(PasswordStdin))
            options.Password = await FirstLineAsync(PasswordStdin, terminal, cancellation);
        else if (parsed.GetValue(TokenEnv) is { } tokenVariable)
            options.Token = EnvironmentSecret.Read(TokenEnv.Name, tokenVariable);
        else if (parsed.GetValue(TokenStdin))
            options.Token = await FirstLineAsync(TokenStdin, terminal, cancellation);
        else if (given.Count > 0)
            EntraOptions.Fill(options, parsed, terminal);
        else if (options.Mailbox is { } mailbox && terminal.IsInteractive)
            options.Password = await AskAsync(mailbox, terminal, cancellation);
    }

    static async Task<string> FirstLineAsync(Option option, Terminal terminal, CancellationToken cancellation) =>
        await terminal.In.ReadLineAsync(cancellation) is { Length: > 0 } line
            ? line
            : throw new UsageException($"{option.Name}: standard input is empty.");

    static Task<string> AskAsync(string mailbox, Terminal terminal, CancellationToken cancellation) =>
        terminal
            .Pretty(toError: true)
            .PromptAsync(new TextPrompt<string>($"Password of {mailbox.EscapeMarkup()}:").Secret(null), cancellation);
}
