namespace M365Smtp.CodeFixes.OAuth;

/// <summary>The scopes to request for the cloud of the host; empty if that cloud has no such scope.</summary>
internal sealed record RequestedScopes(string AppOnly, string Delegated);
