using Spectre.Console;

namespace M365Smtp.Tool.Output;

/// <summary>
/// Shows the progress of reading a long file in an interactive terminal.
/// </summary>
internal static class ReadingProgress
{
    // Smaller files are read too fast for a progress bar.
    const long LongFile = 4_000_000;

    public static T Show<T>(Terminal terminal, string what, Stream file, Func<Stream, T> read)
    {
        if (!terminal.IsInteractive || file.Length < LongFile)
            return read(file);
        return terminal
            .Pretty(toError: true)
            .Status()
            .Start(
                what.EscapeMarkup(),
                status =>
                {
                    var shown = 0L;
                    return read(
                        new CountingStream(
                            file,
                            position =>
                            {
                                if (position * 100 / file.Length is var percent && percent == shown)
                                    return;
                                shown = percent;
                                status.Status($"{what.EscapeMarkup()}: {percent} %");
                            }
                        )
                    );
                }
            );
    }

    /// <summary>Reports its position after each read.</summary>
    sealed class CountingStream(Stream inner, Action<long> moved) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => inner.Length;
        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            moved(inner.Position);
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
