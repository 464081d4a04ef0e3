using Microsoft.Extensions.Logging;

namespace M365Smtp.CodeFixes.Tests.RoundTrips;

/// <summary>Keeps a program's log for the test that runs it.</summary>
class Log : ILogger
{
    public static readonly AsyncLocal<List<string>> Lines = new();

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Value?.Add(formatter(state, exception));
}

sealed class Log<T> : Log, ILogger<T>;
