namespace M365Smtp.Simulator;

/// <summary>Smart lockout: consecutive wrong passwords lock the account for some time.</summary>
internal sealed class Lockout
{
    int failures;
    DateTimeOffset until = DateTimeOffset.MinValue;

    public bool IsLocked(DateTimeOffset now) => now < until;

    public void Succeeded() => failures = 0;

    public void Failed(DateTimeOffset now, int threshold, TimeSpan duration)
    {
        if (++failures < threshold)
            return;
        failures = 0;
        until = now + duration;
    }
}
