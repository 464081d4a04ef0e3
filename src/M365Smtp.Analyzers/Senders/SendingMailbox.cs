using System.Collections.Immutable;

namespace M365Smtp.Analyzers.Senders;

internal enum MailboxKind
{
    /// <summary>Somebody's mailbox, or one made for an application that signs in with its own password or a user's
    /// token.</summary>
    User,

    /// <summary>A shared mailbox: it has no sign-in of its own.</summary>
    Shared,

    /// <summary>A mailbox of any kind that an application opens with a token of its own (SMTP.SendAsApp).</summary>
    Application,
}

/// <summary>A mailbox that sends. Addresses are in the form of <see cref="AddressForm"/>, or hashes of it.</summary>
/// <param name="Upn">The user principal name.</param>
/// <param name="PlainUpn">The same as written, to sign in with; null where the file holds its hash.</param>
/// <param name="Addresses">Its proxy addresses.</param>
/// <param name="SendAs">The addresses it holds Send As for.</param>
/// <param name="IsComplete">Both lists stand in the file and all of them could be read, so that what is not on them is
/// foreign.</param>
internal sealed record SendingMailbox(
    string Upn,
    string? PlainUpn,
    MailboxKind Kind,
    ImmutableHashSet<string> Addresses,
    ImmutableHashSet<string> SendAs,
    bool IsComplete
);
