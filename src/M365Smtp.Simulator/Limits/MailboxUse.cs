namespace M365Smtp.Simulator;

/// <summary>How much of its limits a mailbox has used.</summary>
/// <param name="Connections">The connections that are currently signed in.</param>
/// <param name="MessagesThisMinute">The messages of the last minute, including those delivered later.</param>
/// <param name="RecipientsToday">The recipients of the last 24 hours.</param>
public sealed record MailboxUse(int Connections, int MessagesThisMinute, int RecipientsToday);
