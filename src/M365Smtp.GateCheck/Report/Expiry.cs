namespace M365Smtp;

/// <summary>Something that a sign-in needs and that runs out.</summary>
/// <param name="What">What it is, such as <c>client secret 'web shop'</c>. Holds no secret.</param>
/// <param name="Ends">When it runs out.</param>
public sealed record Expiry(string What, DateTimeOffset Ends);
