#if NET8_0_OR_GREATER
namespace M365Smtp.Simulator;

/// <summary>Delay with the signature that Microsoft.Bcl.TimeProvider has on netstandard2.0.</summary>
internal static class Delays
{
    public static Task Delay(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, time, cancellationToken);
}
#endif
