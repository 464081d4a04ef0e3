namespace M365Smtp.Probe;

/// <summary>Finds invalid options, without repeating secrets.</summary>
internal static class OptionsCheck
{
    public static IEnumerable<string> Problems(GateCheckOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
            yield return "Host is empty.";
        // Every report would repeat "smtp://user:password@host".
        else if (options.Host.Contains('@'))
            yield return "Host must be a host name, without a user name or password.";
        if (options.Port is < 1 or > 65_535)
            yield return "Port must be between 1 and 65535.";
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromHours(1))
            yield return "Timeout must be more than zero and at most one hour.";
        if (options.ExpiryWarning < TimeSpan.Zero)
            yield return "ExpiryWarning must not be negative.";
        if (!IsWord(options.ClientName))
            yield return "ClientName must be a name without blanks.";
        if (options.WantsSignIn && string.IsNullOrWhiteSpace(options.Mailbox))
            yield return "Mailbox is needed for a sign-in.";
        if (options.Mailbox is { Length: > 0 } && !IsWord(options.Mailbox))
            yield return "Mailbox must be an address without blanks or brackets.";
        if (options.SendTestFrom is not null && !IsWord(options.SendTestFrom))
            yield return "SendTestFrom must be an address without blanks or brackets.";
        if (options.SendTestTo is not null && !IsWord(options.SendTestTo))
            yield return "SendTestTo must be an address without blanks or brackets.";
        if (options.SendTestFrom is not null && !options.WantsSignIn)
            yield return "SendTestFrom needs a password or a token.";
    }

    // A value that becomes part of a command line must not end it.
    static bool IsWord(string text) =>
        text.Length is > 0 and <= 320 && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>');
}
