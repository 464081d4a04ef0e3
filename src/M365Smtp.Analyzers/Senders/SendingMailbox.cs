using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Senders;

internal enum MailboxKind
{
    /// <summary>A person's mailbox, or one for an application that signs in with the mailbox password or a user's
    /// token.</summary>
    User,

    /// <summary>A shared mailbox, which has no sign-in of its own.</summary>
    Shared,

    /// <summary>A mailbox of any kind that an application opens with its own token (SMTP.SendAsApp).</summary>
    Application,
}

/// <summary>A mailbox that sends. Addresses are in the form of <see cref="AddressForm"/>, or hashed.</summary>
/// <param name="Upn">The user principal name.</param>
/// <param name="PlainUpn">The UPN as written, to sign in with; null if the file contains its hash.</param>
/// <param name="Addresses">Its proxy addresses.</param>
/// <param name="SendAs">The addresses it has Send As permission for.</param>
/// <param name="IsComplete">The file contains both lists and every entry is readable, so any other address is
/// foreign.</param>
internal sealed record SendingMailbox(
    string Upn,
    string? PlainUpn,
    MailboxKind Kind,
    ImmutableHashSet<string> Addresses,
    ImmutableHashSet<string> SendAs,
    bool IsComplete
);
