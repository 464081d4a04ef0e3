namespace M365Smtp.Analyzers.Model;

/// <summary>The code a usage stands in. Findings about different things underline different parts of it, so that none
/// hides another.</summary>
/// <param name="Call">The call that connects, signs in or sends, or the expression through which the client
/// leaves.</param>
/// <param name="CallName">The method's name in that call; the call itself where it has none.</param>
/// <param name="Creation">The <c>new SmtpClient(…)</c>, or null where it is out of sight.</param>
/// <param name="CreationType">The type's name in the creation, or its <c>new</c> where the type is left out; null
/// without a creation.</param>
internal sealed record Site(Origin Call, Origin CallName, Origin? Creation, Origin? CreationType)
{
    /// <summary>The argument list of the call.</summary>
    public Origin? Arguments { get; init; }

    /// <summary>Tells this client from others: the code that makes it, or the variable it came in; null where no client
    /// is in sight.</summary>
    public object? Client { get; init; }
}
