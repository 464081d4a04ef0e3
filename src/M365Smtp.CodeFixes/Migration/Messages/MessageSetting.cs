namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>A value that the new code gives the message.</summary>
/// <param name="Statement">Without a semicolon.</param>
/// <param name="Member">The same as a member of an object initializer, or null if it must be a statement.</param>
internal sealed record MessageSetting(string Statement, string? Member = null);
