using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using M365Smtp.Knowledge;

namespace M365Smtp.Tool;

/// <summary>
/// Finds arguments meant as an option that would be accepted as text, a path or the value of another option.
/// </summary>
internal static partial class MistypedOption
{
    const int MostSlips = 3;

    /// <summary>
    /// The mistakes on the command line, one sentence each. Anything after <c>--</c> is taken literally.
    /// </summary>
    public static IEnumerable<string> Errors(ParseResult parsed)
    {
        var errors = parsed.Errors.Select(error => error.Message);
        return Mistyped(parsed) is { } mistyped
            ? errors.Where(error => !error.Contains($"'{mistyped}'")).Prepend(Say(mistyped, parsed))
            : errors;
    }

    static string? Mistyped(ParseResult parsed)
    {
        var taken = parsed
            .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && LooksLikeOption().IsMatch(token.Value));
        return taken?.Value.Split('=', ':')[0];
    }

    static string Say(string name, ParseResult parsed) =>
        $"Unrecognized option '{name}'.{Suggestion(name, parsed.CommandResult.Command)} "
        + "Put a text or path that begins with a dash after --.";

    static string Suggestion(string name, Command command)
    {
        var near = command
            .Options.Select(option => option.Name)
            .FirstOrDefault(known =>
                Math.Abs(known.Length - name.Length) <= MostSlips && Spelling.Near(name, known, MostSlips)
            );
        return near is null ? "" : $" Did you mean '{near}'?";
    }

    // "-" alone is standard input, "-5" a number, and a dash before a space starts a sentence.
    [GeneratedRegex(@"^--?[A-Za-z][\w-]*([=:]\S*)?$")]
    private static partial Regex LooksLikeOption();
}
