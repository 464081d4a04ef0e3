
namespace M365Smtp.CodeFixes.Imports;

/// <summary>How a file names the new types.</summary>
internal enum Naming
{
    /// <summary>With a using directive for each namespace.</summary>
    Short,

    /// <summary>
    /// Like <see cref="Short"/>, with <c>using SmtpClient = MailKit.Net.Smtp.SmtpClient;</c> if System.Net.Mail has the
    /// name too.
    /// </summary>
    Alias,

    /// <summary>
    /// Like <see cref="Short"/>, but fully qualifies names from the namespace of MailKit's client, which clash with
    /// System.Net.Mail.
    /// </summary>
    Qualified,

    /// <summary>All fully qualified, without using directives.</summary>
    Full,
}
