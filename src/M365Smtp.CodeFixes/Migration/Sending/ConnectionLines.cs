using M365Smtp.CodeFixes.Migration.Reading;

namespace M365Smtp.CodeFixes.Migration.Sending;

/// <summary>The statements that System.Net.Mail went without: connect, sign in, disconnect.</summary>
/// <param name="Client">The name of the variable.</param>
/// <param name="ConfigureAwait">What stands behind each awaited call, or empty.</param>
/// <param name="Cancellation">What cancels each awaited call, or empty.</param>
internal sealed record ConnectionLines(string Client, ClientSettings Settings, bool IsAsync, string ConfigureAwait, string Cancellation)
{
    /// <summary>Awaited where the sends are.</summary>
    public static ConnectionLines For(IReadOnlyList<SendCall> sends, string client, ClientSettings settings)
    {
        var awaited = sends.FirstOrDefault(send => send.IsAwaited || send.IsHandedOn);
        return new ConnectionLines(client, settings, awaited is not null, awaited?.ConfigureAwait ?? "", awaited?.Cancellation ?? "");
    }

    public IEnumerable<string> Connect()
    {
        foreach (var comment in Settings.Comments) yield return comment;
        foreach (var (_, comment) in Settings.Left) yield return "// " + comment;
        foreach (var (member, value) in Settings.Kept) yield return $"{Client}.{member} = {value};";
        yield return Call("Connect", $"{Settings.Host}, {Settings.Port}, {Settings.Tls}");
        if (Settings.SignIn is { } signIn)
            yield return (Settings.SignInCondition is { } condition ? $"if ({condition}) " : "") + Call("Authenticate", signIn);
    }

    /// <summary>In a loop that goes on after a failure the connection may be there, not there yet, or lost.</summary>
    public IEnumerable<string> ConnectOnce() =>
        [$"if (!{Client}.IsConnected)", "{", .. Connect().Select(line => "    " + line), "}"];

    public IEnumerable<string> Disconnect() => [Call("Disconnect", "true")];

    string Call(string method, string arguments) => IsAsync
        ? $"await {Client}.{method}Async({arguments}{(Cancellation.Length > 0 ? ", " + Cancellation : "")}){ConfigureAwait};"
        : $"{Client}.{method}({arguments});";
}
