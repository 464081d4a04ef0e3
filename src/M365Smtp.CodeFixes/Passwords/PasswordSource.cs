namespace M365Smtp.CodeFixes.Passwords;

/// <summary>A place outside the code from which a password can be read.</summary>
/// <param name="Value">C# source that yields it, or null if it is not set; type names are written
/// <c>global::Ns.Type</c>.</param>
/// <param name="Key">Its key there, which the exception names.</param>
internal sealed record PasswordSource(string Value, string Key)
{
    /// <summary>Can be read without an instance of the class.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Its type is non-nullable.</summary>
    public bool IsNeverNull { get; init; }

    /// <summary>The code already reads it; the literal is only the fallback.</summary>
    public bool IsReadAlready { get; init; }

    /// <summary>The password, or an exception that says what to set.</summary>
    public string Read =>
        IsNeverNull ? Value
        : IsReadAlready ? Missing
        : $"{Value} ?? {Missing}";

    string Missing =>
        $"throw new global::System.InvalidOperationException(\"Set {Key} to the password of the mailbox.\")";
}
