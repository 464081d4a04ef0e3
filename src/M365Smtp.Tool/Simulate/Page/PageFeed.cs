using System.Collections.Concurrent;
using System.Threading.Channels;

namespace M365Smtp.Tool.Simulate.Page;

/// <summary>Sends events to every open page as server-sent events.</summary>
internal sealed class PageFeed
{
    // A page that falls behind loses the oldest events and reloads when it is shown again.
    const int MostWaiting = 2000;

    readonly ConcurrentDictionary<Channel<PageEvent>, bool> pages = new();

    public void Publish(string name, object data)
    {
        foreach (var page in pages.Keys)
            page.Writer.TryWrite(new(name, data));
    }

    public Subscription Subscribe()
    {
        var page = Channel.CreateBounded<PageEvent>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        pages.TryAdd(page, true);
        return new(page.Reader, () => pages.TryRemove(page, out _));
    }

    public sealed record PageEvent(string Name, object Data);

    public sealed class Subscription(ChannelReader<PageEvent> events, Action end) : IDisposable
    {
        public ChannelReader<PageEvent> Events => events;

        public void Dispose() => end();
    }
}
