using System.CommandLine;

namespace M365Smtp.Tool.Senders;

/// <summary>The Graph endpoint for all commands: a token is sent only there, over TLS or to this machine.</summary>
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

    /// <exception cref="UsageException">The token would be sent in clear text.</exception>
    public static Uri Checked(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps || url.IsLoopback
            ? url
            : throw new UsageException("--graph-url must begin with https://, since a token goes there.");

    public static bool IsToken(string token) => !token.Any(c => c is <= ' ' or > '~');

    /// <summary>Does not follow redirects, which could send the token elsewhere.</summary>
    public static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };
}
