namespace M365Smtp.Analyzers.Model;

/// <summary>The library a client belongs to; it decides what an unset value means and how a right one is
/// written.</summary>
internal enum SmtpApi
{
    /// <summary>No library is known: a preset, a wrapper call, a settings section. TLS is not judged.</summary>
    None,
    SystemNetMail,
    MailKit,

    /// <summary>A client library of its own, whose defaults stand in its row.</summary>
    Other,
}

/// <summary>The moment at which a client is judged.</summary>
internal enum Moment
{
    /// <summary>The connection is opened (MailKit).</summary>
    Connect,

    /// <summary>The sign-in (MailKit).</summary>
    Authenticate,

    /// <summary>A message goes out.</summary>
    Send,

    /// <summary>The client leaves sight: returned, stored, handed to other code. What is unset may still be
    /// set.</summary>
    Leaves,

    /// <summary>A container makes the client for whoever sends, and no code of the project sets what is
    /// unset.</summary>
    Registered,

    /// <summary>Values written side by side, with no client in sight: a preset, a wrapper call, a settings
    /// section.</summary>
    Mention,

    /// <summary>A setting of the whole process, in a file that sends mail.</summary>
    Process,
}

/// <summary>The runtime a project targets, where it changes what an API does.</summary>
internal enum Runtime
{
    Unknown,

    /// <summary>.NET Framework, and .NET Core up to 3.1.</summary>
    Classic,

    /// <summary>.NET 5 and later.</summary>
    Modern,
}
