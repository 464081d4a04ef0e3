namespace M365Smtp.Simulator;

/// <summary>How much of its limits a mailbox has used.</summary>
/// <param name="Connections">Connections that are signed in now.</param>
/// <param name="MessagesThisMinute">Messages of the last minute, with those carried over to a later one.</param>
/// <param name="RecipientsToday">Recipients of the last 24 hours.</param>
public sealed record MailboxUse(int Connections, int MessagesThisMinute, int RecipientsToday);
