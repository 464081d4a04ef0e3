using System.CommandLine;

namespace M365Smtp.Tool.Senders;

/// <summary>The Graph endpoint that commands ask: a token goes there, over TLS or to this machine only.</summary>
internal static class GraphUrl
{
    public static Option<Uri> CreateOption() =>
        new("--graph-url")
        {
            Description = "The Graph endpoint of the cloud.",
            HelpName = "URL",
            DefaultValueFactory = _ => new("https://graph.microsoft.com"),
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url))
                    return url;
                result.AddError("--graph-url is not a URL.");
                return null!;
            },
        };

    /// <exception cref="UsageException">The token would go out in clear.</exception>
    public static Uri Checked(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps || url.IsLoopback
            ? url
            : throw new UsageException("--graph-url must begin with https://, since a token goes there.");

    public static bool IsToken(string token) => !token.Any(c => c is <= ' ' or > '~');

    /// <summary>Follows no redirect, which could carry the token elsewhere.</summary>
    public static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };
}
