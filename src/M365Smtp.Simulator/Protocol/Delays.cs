#if NET8_0_OR_GREATER
namespace M365Smtp.Simulator;

/// <summary>The spelling that Microsoft.Bcl.TimeProvider has for netstandard2.0.</summary>
internal static class Delays
{
    public static Task Delay(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, time, cancellationToken);
}
#endif
