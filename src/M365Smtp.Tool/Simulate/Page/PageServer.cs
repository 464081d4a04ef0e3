using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using M365Smtp.Knowledge;
using M365Smtp.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace M365Smtp.Tool.Simulate.Page;

/// <summary>The page of <c>m365smtp simulate --ui</c>, on the loopback address only.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    readonly PageModel model;
    readonly WebApplication app;
    readonly CancellationTokenSource stopping = new();

    PageServer(PageModel model, WebApplication app) => (this.model, this.app) = (model, app);

    /// <summary>The address of the page.</summary>
    public Uri Address => new(app.Urls.First());

    /// <param name="port">0 selects a free port.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<PageServer> StartAsync(PageModel model, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 10_000;
        });
        var server = new PageServer(model, builder.Build());
        server.Map();
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    void Map()
    {
        app.Use((context, next) => LoopbackOnly.InvokeAsync(context, next));
        app.MapGet("/", () => Resource("page.html", "text/html; charset=utf-8"));
        app.MapGet("/page.js", () => Resource("page.js", "text/javascript; charset=utf-8"));
        app.MapGet("/page.css", () => Resource("page.css", "text/css; charset=utf-8"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/state", () => Results.Json(model.State(), Json));
        app.MapGet("/authority.pem", () => Results.Text(model.AuthorityPem, "application/x-pem-file"));
        app.MapGet("/guide", () => Results.Json(GateGuide.All, Json));
        app.MapGet("/events", EventsAsync);
        app.MapGet(
            "/sessions/{number:int}.txt",
            (int number) =>
                model.History.FindSession(number) is { } session
                    ? Download(string.Concat(session.Lines.Select(line => line.Text + "\n")), $"session-{number}.txt")
                    : Results.NotFound()
        );
        app.MapGet(
            "/sessions/{number:int}.cs",
            (int number) => model.TestOf(number) is { } test ? Download(test, "ReplayedSession.cs") : Results.NotFound()
        );
        app.MapGet(
            "/messages/{id:int}",
            (int id) =>
                model.History.FindMessage(id) is { } message
                    ? Results.Json(MessageParts.Of(message), Json)
                    : Results.NotFound()
        );
        app.MapPost("/gates", (HttpRequest request) => ChangeAsync<GateSwitches>(request, model.TrySwitch));
        app.MapPost("/scenario", (HttpRequest request) => ChangeAsync<string>(request, model.TryPlay));
        app.MapPost("/fault", (HttpRequest request) => ChangeAsync<string>(request, model.TryBreak));
        app.MapPost("/clear", (HttpRequest request) => ChangeAsync<object>(request, _ => model.Clear()));
    }

    async Task EventsAsync(HttpContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping.Token);
        using var subscription = model.Feed.Subscribe();
        context.Response.ContentType = "text/event-stream";
        try
        {
            await WriteAsync(context, "all", model.Everything(), ended.Token);
            while (true)
            {
                var waiting = subscription.Events.WaitToReadAsync(ended.Token).AsTask();
                if (await Task.WhenAny(waiting, Task.Delay(Heartbeat, ended.Token)) != waiting)
                {
                    // Detects a page that was closed without notice, as opposed to an idle one.
                    await context.Response.WriteAsync(":\n\n", ended.Token);
                    continue;
                }
                if (!await waiting)
                    return;
                while (subscription.Events.TryRead(out var one))
                    await WriteAsync(context, one.Name, one.Data, ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the simulator is stopping.
        }
    }

    static async Task WriteAsync(HttpContext context, string name, object data, CancellationToken cancel)
    {
        await context.Response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data, Json)}\n\n", cancel);
        await context.Response.Body.FlushAsync(cancel);
    }

    static async Task<IResult> ChangeAsync<T>(HttpRequest request, Func<T, bool> change)
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(
                request.Body,
                Json,
                request.HttpContext.RequestAborted
            );
            return value is not null && change(value) ? Results.NoContent() : Results.BadRequest();
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }
    }

    static IResult Resource(string name, string type) =>
        Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!, type);

    static IResult Download(string text, string name) =>
        Results.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", name);
}
