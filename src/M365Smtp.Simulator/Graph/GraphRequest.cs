namespace M365Smtp.Simulator;

/// <summary>A request that the Graph simulator handled. Contains no token and no message.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The path, without the secret of an upload session.</param>
/// <param name="Status">The HTTP status; 0 if the response was dropped on purpose.</param>
/// <param name="ErrorCode">The error code of the response, or null.</param>
public sealed record GraphRequest(string Method, string Path, int Status, string? ErrorCode);
