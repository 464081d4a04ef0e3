using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace M365Smtp.Tests.Probing;

public class TelemetryTests
{
    [Fact]
    public async Task A_check_is_traced_and_counted_without_addresses()
    {
        var activities = new ConcurrentBag<Activity>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "M365Smtp.GateCheck",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(traces);
        var counted = new ConcurrentBag<string>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "M365Smtp.GateCheck")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>(
            (_, count, tags, _) => counted.Add(count + " " + string.Join(" ", tags.ToArray()))
        );
        meters.Start();
        using var parent = new Activity("this test").Start();

        await PlayedServer
            .With(line =>
                line == Sample.PasswordOnTheWire ? "535 5.7.139 Authentication unsuccessful, account locked.\r\n" : null
            )
            .RunAsync(Sample.WithPassword());

        var activity = Assert.Single(activities, one => one.TraceId == parent.TraceId);
        Assert.Equal(
            ("gatecheck", ActivityStatusCode.Error, "AccountLocked"),
            (activity.OperationName, activity.Status, activity.GetTagItem("m365smtp.cause"))
        );
        Assert.DoesNotContain("alerts@contoso.com", string.Concat(activity.TagObjects));
        Assert.Contains("1 [verdict, Closed] [gate, AccountLock] [cause, AccountLocked]", counted);
    }
}
