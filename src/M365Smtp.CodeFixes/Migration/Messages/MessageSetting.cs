namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>One thing that the new code gives to the message.</summary>
/// <param name="Statement">Without its semicolon.</param>
/// <param name="Member">The same in an object initializer, or null where it must be a statement.</param>
internal sealed record MessageSetting(string Statement, string? Member = null);
