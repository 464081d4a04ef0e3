using M365Smtp;
using Polly;
using Polly.Retry;

namespace PatientMailer;

/// <summary>
/// Retries a submission where the server's answer allows it, and never otherwise: a refused sign-in that is repeated
/// locks the account.
/// </summary>
public static class SubmissionRetry
{
    /// <summary>A pipeline to send one message through.</summary>
    /// <param name="options">How often and how long.</param>
    /// <param name="retrying">Hears why and after which pause it tries again; null for nobody.</param>
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

    // Doubled each time: a limit of Exchange Online clears by itself, and haste keeps it closed.
    static TimeSpan Pause(RetryOptions options, Outcome<object> outcome, int attempt) =>
        (Advice(outcome) == RetryAdvice.Yes ? options.Soon : options.Later) * Math.Pow(2, attempt);
}

/// <summary>How often and how long to wait.</summary>
/// <param name="Attempts">How often to try again.</param>
/// <param name="Soon">The first pause after a passing fault.</param>
/// <param name="Later">The first pause after a limit or a fault that may last.</param>
public sealed record RetryOptions(int Attempts, TimeSpan Soon, TimeSpan Later)
{
    public static readonly RetryOptions Default = new(4, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));

    /// <summary>The clock of the pauses.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
