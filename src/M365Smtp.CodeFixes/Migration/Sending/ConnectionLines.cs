using M365Smtp.CodeFixes.Migration.Reading;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>The statements that System.Net.Mail does not need: connect, sign in, disconnect.</summary>
/// <param name="Client">The name of the variable.</param>
/// <param name="ConfigureAwait">The suffix of each awaited call, or empty.</param>
/// <param name="Cancellation">The cancellation token of each awaited call, or empty.</param>
internal sealed record ConnectionLines(
    string Client,
    MailKitSettings Settings,
    bool IsAsync,
    string ConfigureAwait,
    string Cancellation
)
{
    /// <summary>Awaited if the sends are.</summary>
    public static ConnectionLines For(IReadOnlyList<SendCall> sends, string client, MailKitSettings settings)
    {
        var awaited = sends.FirstOrDefault(send => send.IsAwaited || send.IsReturnedTask);
        return new ConnectionLines(
            client,
            settings,
            awaited is not null,
            awaited?.ConfigureAwait ?? "",
            awaited?.Cancellation ?? ""
        );
    }

    public IEnumerable<string> Connect() =>
        [
            .. ToServer(),
            .. Settings.SignIn is not { } signIn ? []
            : Settings.SignInCondition is { } condition ? [$"if ({condition})", "    " + Call("Authenticate", signIn)]
            : new[] { Call("Authenticate", signIn) },
        ];

    /// <summary>
    /// In a loop that continues after a failure, there may be a connection with a sign-in, one without, or none.
    /// </summary>
    public IEnumerable<string> ConnectOnce()
    {
        var connect = ToServer().ToList();
        yield return $"if (!{Client}.IsConnected)";
        foreach (var line in connect is [var only] ? ["    " + only] : Block(connect))
            yield return line;
        if (Settings.SignIn is not { } signIn)
            yield break;
        var needed = $"!{Client}.IsAuthenticated";
        yield return $"if ({(Settings.SignInCondition is { } condition ? $"{needed} && ({condition})" : needed)})";
        foreach (var line in Block([Call("Authenticate", signIn)]))
            yield return line;
    }

    public IEnumerable<string> Disconnect() => [Call("Disconnect", "true")];

    IEnumerable<string> ToServer() =>
        [
            .. Settings.Comments,
            .. Settings.Left.Select(left => "// " + left.Comment),
            .. Settings.Kept.Select(kept => $"{Client}.{kept.Member} = {kept.Value};"),
            Call("Connect", $"{Settings.Host}, {Settings.Port}, {Settings.Tls}"),
        ];

    static IEnumerable<string> Block(IEnumerable<string> lines) => ["{", .. lines.Select(line => "    " + line), "}"];

    string Call(string method, string arguments) =>
        IsAsync
            ? $"await {Client}.{method}Async({arguments}{(Cancellation.Length > 0 ? ", " + Cancellation : "")}){ConfigureAwait};"
            : $"{Client}.{method}({arguments});";
}
