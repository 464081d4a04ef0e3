namespace M365Smtp.Simulator;

/// <summary>The XOAUTH2 argument: <c>user=…^Aauth=Bearer …^A^A</c>.</summary>
internal readonly record struct XOAuth2(string User, string Token)
{
    public static XOAuth2? Parse(string? blob)
    {
        var fields = blob?.Split('\u0001');
        if (fields is not [var user, var token, "", ""])
            return null;
        return Value(user, "user=") is { } name && Value(token, "auth=Bearer ") is { } bearer
            ? new(name, bearer)
            : null;
    }

    static string? Value(string field, string key) =>
        field.Length > key.Length && field.StartsWith(key, StringComparison.OrdinalIgnoreCase)
            ? field.Substring(key.Length)
            : null;
}
