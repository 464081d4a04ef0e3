namespace M365Smtp.Analyzers.Model;

/// <summary>The library of a client; it determines the defaults and the syntax of fixes.</summary>
internal enum SmtpApi
{
    /// <summary>Library unknown: a preset, a wrapper call, a settings section. TLS is not judged.</summary>
    None,
    SystemNetMail,
    MailKit,

    /// <summary>Another client library, whose defaults are in its row.</summary>
    Other,
}

/// <summary>The moment at which a client is judged.</summary>
internal enum Moment
{
    /// <summary>The connection is opened (MailKit).</summary>
    Connect,

    /// <summary>The sign-in (MailKit).</summary>
    Authenticate,

    /// <summary>A message is sent.</summary>
    Send,

    /// <summary>The client is returned, stored or passed to other code. Unset values may still be set there.</summary>
    Leaves,

    /// <summary>A container creates the client, and no code of the project sets the unset values.</summary>
    Registered,

    /// <summary>Adjacent values without a visible client: a preset, a wrapper call, a settings section.</summary>
    Mention,

    /// <summary>A process-wide setting in a file that sends mail.</summary>
    Process,
}

/// <summary>The runtime a project targets, where it affects the behavior of an API.</summary>
internal enum Runtime
{
    Unknown,

    /// <summary>.NET Framework, and .NET Core up to 3.1.</summary>
    Classic,

    /// <summary>.NET 5 and later.</summary>
    Modern,
}
