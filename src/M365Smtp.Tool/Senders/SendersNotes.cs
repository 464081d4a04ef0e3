using System.CommandLine;
using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Tool.Senders;

/// <summary>Details from the senders file for a refusal: whose alias signed in, who may send as whom.</summary>
internal static class SendersNotes
{
    public static Option<FileInfo?> CreateOption() =>
        new("--senders") { Description = $"Tell aliases from UPNs by this {SendersFile.Name}.", HelpName = "FILE" };

    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static SenderDirectory? Read(FileInfo? file) =>
        file is null
            ? null
            : SendersFile.Read(file.FullName, SourceText.From(SendersDocument.ReadText(file.FullName))).Directory;

    /// <summary>Sentences; none if the file does not list the login.</summary>
    public static IReadOnlyList<string> Of(SenderDirectory? senders, string? login, string? from)
    {
        if (senders is null || login is null || senders.Find(login) is not { } mailbox)
            return [];
        var notes = new List<string>();
        if (mailbox.Kind == MailboxKind.Shared)
            notes.Add(
                $"You signed in as {login}, a shared mailbox, which cannot sign in{(senders.LoginFor(login) is { } member ? $": {member} holds Send As for it" : "")}."
            );
        else if (!senders.IsUpn(mailbox, login))
            notes.Add(
                mailbox.PlainUpn is { } upn
                    ? $"You signed in as {login}, an alias of {upn}; the UPN is {upn}."
                    : $"You signed in as {login}, an alias, which is not the UPN of its mailbox."
            );
        if (from is not null && senders.MaySendAs(login, from) == false)
            notes.Add(
                $"{login} may not send as {from}{(senders.LoginFor(from) is { } owner ? $": sign in as {owner}" : "")}."
            );
        return notes;
    }
}
