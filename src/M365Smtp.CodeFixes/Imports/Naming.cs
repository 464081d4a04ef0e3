using M365Smtp.CodeFixes.Edits;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>How a file names the new types.</summary>
internal enum Naming
{
    /// <summary>With a using for each namespace.</summary>
    Short,

    /// <summary>As <see cref="Short"/>; <c>using SmtpClient = MailKit.Net.Smtp.SmtpClient;</c> where System.Net.Mail
    /// has the name too.</summary>
    Alias,

    /// <summary>As <see cref="Short"/>; in full what stands beside MailKit's client, whose namespace has names of
    /// System.Net.Mail.</summary>
    Qualified,

    /// <summary>All in full, without a using.</summary>
    Full,
}
