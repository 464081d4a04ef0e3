namespace M365Smtp.Analyzers.Model;

/// <summary>The code of a usage. Findings on different topics underline different parts of it, so that none hides
/// another.</summary>
/// <param name="Call">The call that connects, signs in or sends, or the expression in which the client escapes.</param>
/// <param name="CallName">The method's name in that call, or the call itself if it has none.</param>
/// <param name="Creation">The <c>new SmtpClient(…)</c>, or null if it is not visible.</param>
/// <param name="CreationType">The type's name in the creation, or its <c>new</c> if the type is omitted; null without a
/// creation.</param>
internal sealed record Site(Origin Call, Origin CallName, Origin? Creation, Origin? CreationType)
{
    /// <summary>The argument list of the call.</summary>
    public Origin? Arguments { get; init; }

    /// <summary>Identifies the client: the code that creates it, or the variable that holds it; null if no client is
    /// visible.</summary>
    public object? Client { get; init; }
}
