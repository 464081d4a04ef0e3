namespace M365Smtp.Decoding;

/// <summary>Inserts addresses into commands, quoted so that an address can never become a command.</summary>
internal static class RemedyWriting
{
    public static IReadOnlyList<Remedy> For(this IEnumerable<Remedy> remedies, string? mailbox, string? from = null) =>
        [
            .. remedies.Select(remedy =>
                remedy.PowerShell is null
                    ? remedy
                    : remedy with
                    {
                        PowerShell = Fill(Fill(remedy.PowerShell, "{mailbox}", mailbox), "{from}", from),
                    }
            ),
        ];

    public static string Fill(string command, string placeholder, string? address) =>
        string.IsNullOrWhiteSpace(address) || address!.Any(char.IsControl)
            ? command
            : command.Replace(placeholder, Quote(address!));

    static string Quote(string address) =>
        address.All(IsPlain) && address[0] is not ('-' or '@')
            ? address
            : "'" + string.Concat(address.Select(Doubled)) + "'";

    static bool IsPlain(char c) => c < 128 && (char.IsLetterOrDigit(c) || c is '@' or '.' or '_' or '-' or '+');

    // PowerShell treats every typographic apostrophe as a quote.
    static string Doubled(char c) =>
        c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b' ? $"{c}{c}" : c.ToString();
}
