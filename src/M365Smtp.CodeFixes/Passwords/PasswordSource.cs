namespace M365Smtp.CodeFixes.Passwords;

/// <summary>A place outside the code from which a password can be read.</summary>
/// <param name="Value">C# source that gives it, or null where nobody has set it; type names are written
/// <c>global::Ns.Type</c>.</param>
/// <param name="Key">Its name there, which is what the exception names.</param>
internal sealed record PasswordSource(string Value, string Key)
{
    /// <summary>It can be read without an object of the class.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Its type says that it is always there.</summary>
    public bool IsNeverNull { get; init; }

    /// <summary>The code reads it already; what is written only stands in where nobody has set it.</summary>
    public bool IsReadAlready { get; init; }

    /// <summary>The password, or an exception that says what to set.</summary>
    public string Read =>
        IsNeverNull ? Value
        : IsReadAlready ? Missing
        : $"{Value} ?? {Missing}";

    string Missing =>
        $"throw new global::System.InvalidOperationException(\"Set {Key} to the password of the mailbox.\")";
}
