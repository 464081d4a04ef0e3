namespace M365Smtp.Analyzers.Model;

/// <summary>How a client signs in.</summary>
/// <param name="Mechanism">The SASL mechanism in capitals (LOGIN, PLAIN, XOAUTH2 …), or null if the library chooses one
/// for a password.</param>
internal sealed record Credential(string? Mechanism, Fact<string> User, Fact<string> Secret)
{
    /// <summary>The third argument of NetworkCredential: a Windows domain.</summary>
    public Fact<string> Domain { get; init; } = Fact<string>.Unset;

    /// <summary>The scope that the token in <see cref="Secret"/> was requested for.</summary>
    public Fact<string> Scope { get; init; } = Fact<string>.Unknown;

    /// <summary>An application is known to request the token for itself (client credentials).</summary>
    public bool IsForApplication { get; init; }

    /// <summary>False if no sign-in with it is visible, as for a default value in an options class.</summary>
    public bool IsUsed { get; init; } = true;

    public bool IsToken => Mechanism is "XOAUTH2" or "OAUTHBEARER";
}

/// <summary>UseDefaultCredentials and its effect on Credentials.</summary>
/// <param name="Value">The assigned value.</param>
/// <param name="AfterCredentials">It was assigned after Credentials.</param>
internal sealed record DefaultCredentials(bool Value, bool AfterCredentials)
{
    /// <summary>The name of the switch in the code or settings file.</summary>
    public string Name { get; init; } = "UseDefaultCredentials";

    /// <summary>The name of the login there.</summary>
    public string Login { get; init; } = "Credentials";
}
