namespace M365Smtp.CodeFixes.OAuth;

/// <summary>What to ask a token for, in the cloud of the host; empty where that cloud has no such scope.</summary>
internal sealed record RequestedScopes(string AppOnly, string Delegated);
