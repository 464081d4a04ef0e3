namespace M365Smtp;

/// <summary>A credential that expires.</summary>
/// <param name="What">What it is, such as <c>client secret 'web shop'</c>. Contains no secret.</param>
/// <param name="Ends">When it expires.</param>
public sealed record Expiry(string What, DateTimeOffset Ends);
