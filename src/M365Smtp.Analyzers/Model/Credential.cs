namespace M365Smtp.Analyzers.Model;

/// <summary>How a client signs in.</summary>
/// <param name="Mechanism">The SASL mechanism in capitals (LOGIN, PLAIN, XOAUTH2 …), or null where the library chooses
/// one for a password.</param>
internal sealed record Credential(string? Mechanism, Fact<string> User, Fact<string> Secret)
{
    /// <summary>The third argument of NetworkCredential: a Windows domain.</summary>
    public Fact<string> Domain { get; init; } = Fact<string>.Unset;

    /// <summary>The scope that the token in <see cref="Secret"/> was asked for.</summary>
    public Fact<string> Scope { get; init; } = Fact<string>.Unknown;

    /// <summary>False where nobody is seen to sign in with it, such as a default of an options class.</summary>
    public bool IsUsed { get; init; } = true;

    public bool IsToken => Mechanism is "XOAUTH2" or "OAUTHBEARER";
}

/// <summary>UseDefaultCredentials and what it does to Credentials.</summary>
/// <param name="Value">What was assigned.</param>
/// <param name="AfterCredentials">It was assigned when Credentials were set already.</param>
internal sealed record DefaultCredentials(bool Value, bool AfterCredentials)
{
    /// <summary>What the switch is called where it stands.</summary>
    public string Name { get; init; } = "UseDefaultCredentials";

    /// <summary>What the login is called there.</summary>
    public string Login { get; init; } = "Credentials";
}
