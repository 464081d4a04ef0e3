namespace M365Smtp.Simulator;

/// <summary>
/// The parameters after the address in MAIL or RCPT, checked against the extensions announced in EHLO.
/// </summary>
internal sealed class EnvelopeParameters
{
    static readonly Dictionary<string, Func<string?, bool>> OfMail = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SIZE"] = value => value is { Length: > 0 and <= 20 } && value.All(c => c is >= '0' and <= '9'),
        ["BODY"] = value => IsOneOf(value, "7BIT", "8BITMIME", "BINARYMIME"),
        ["SMTPUTF8"] = value => value is null,
        ["RET"] = value => IsOneOf(value, "FULL", "HDRS"),
        ["ENVID"] = value => value is { Length: > 0 and <= 100 },
        ["AUTH"] = value => value is { Length: > 0 },
    };

    static readonly Dictionary<string, Func<string?, bool>> OfRecipient = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NOTIFY"] = value =>
            IsOneOf(value, "NEVER")
            || value?.Split(',').All(word => IsOneOf(word, "SUCCESS", "FAILURE", "DELAY")) == true,
        ["ORCPT"] = value => value?.IndexOf(';') > 0,
    };

    readonly Dictionary<string, string?> given = new(StringComparer.OrdinalIgnoreCase);

    EnvelopeParameters() { }

    /// <summary>The refusal of parameters that are malformed or not announced; null if all are valid.</summary>
    public string? Refusal { get; private set; }

    public static EnvelopeParameters ForMail(string text) => Read(text, OfMail);

    public static EnvelopeParameters ForRecipient(string text) => Read(text, OfRecipient);

    public bool Has(string name) => given.ContainsKey(name);

    public string? this[string name] => given.TryGetValue(name, out var value) ? value : null;

    static EnvelopeParameters Read(string text, Dictionary<string, Func<string?, bool>> known)
    {
        var parameters = new EnvelopeParameters();
        foreach (var word in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = word.IndexOf('=');
            var (name, value) = equals < 0 ? (word, null) : (word.Substring(0, equals), word.Substring(equals + 1));
            if (!known.TryGetValue(name, out var isRight))
                parameters.Refusal ??= ReplyTexts.UnsupportedParameter;
            else if (!isRight(value) || parameters.Has(name))
                parameters.Refusal ??= ReplyTexts.InvalidArguments;
            parameters.given[name] = value;
        }
        return parameters;
    }

    static bool IsOneOf(string? value, params string[] words) =>
        words.Contains(value, StringComparer.OrdinalIgnoreCase);
}
