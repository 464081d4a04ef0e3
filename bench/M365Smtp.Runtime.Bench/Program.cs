using M365Smtp.Runtime.Bench;

// dotnet run -c Release --project bench/M365Smtp.Runtime.Bench [simulator|probe]
var which = args.FirstOrDefault() ?? "all";
if (which is not ("all" or "simulator" or "probe"))
{
    Console.Error.WriteLine($"'{which}' is no bench; there are: simulator, probe.");
    return 1;
}
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}");
if (which is "all" or "simulator")
    await SimulatorThroughput.RunAsync();
if (which is "all" or "probe")
    await ProbeRoundTrips.RunAsync();
return 0;
