using M365Smtp;
using Polly;
using Polly.Retry;

namespace PatientMailer;

/// <summary>
/// Retries a submission only if the server's reply allows it: repeating a refused sign-in locks the account.
/// </summary>
public static class SubmissionRetry
{
    /// <summary>A pipeline to send one message through.</summary>
    /// <param name="options">How often to retry and how long to wait.</param>
    /// <param name="retrying">Called with the reason and the delay before each retry; may be null.</param>
    public static ResiliencePipeline Create(
        RetryOptions options,
        Action<ReplyExplanation, TimeSpan>? retrying = null
    ) =>
        new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = options.Attempts,
                    ShouldHandle = failed =>
                        ValueTask.FromResult(Advice(failed.Outcome) is RetryAdvice.Yes or RetryAdvice.Later),
                    DelayGenerator = failed =>
                        ValueTask.FromResult<TimeSpan?>(Pause(options, failed.Outcome, failed.AttemptNumber)),
                    OnRetry = failed =>
                    {
                        retrying?.Invoke(SmtpReply.Explain(failed.Outcome.Exception!), failed.RetryDelay);
                        return default;
                    },
                }
            )
            .Build();

    static RetryAdvice Advice(Outcome<object> outcome) =>
        outcome.Exception is { } failure ? SmtpReply.Explain(failure).Retry : RetryAdvice.Never;

    // Doubles each time: a limit of Exchange Online clears by itself, but not while requests keep coming.
    static TimeSpan Pause(RetryOptions options, Outcome<object> outcome, int attempt) =>
        (Advice(outcome) == RetryAdvice.Yes ? options.Soon : options.Later) * Math.Pow(2, attempt);
}

/// <summary>How often to retry and how long to wait.</summary>
/// <param name="Attempts">The maximum number of retries.</param>
/// <param name="Soon">The first delay after a transient fault.</param>
/// <param name="Later">The first delay after a limit or a fault that may last.</param>
public sealed record RetryOptions(int Attempts, TimeSpan Soon, TimeSpan Later)
{
    public static readonly RetryOptions Default = new(4, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));

    /// <summary>The clock for the delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
