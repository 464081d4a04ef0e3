namespace M365Smtp.Simulator;

/// <summary>A request that the Graph simulator answered. It holds no token and no message.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The path; the secret of an upload session is left out.</param>
/// <param name="Status">The HTTP status; 0 where the answer was lost on purpose.</param>
/// <param name="ErrorCode">The error code of the answer, or null.</param>
public sealed record GraphRequest(string Method, string Path, int Status, string? ErrorCode);
