using M365Smtp.Analyzers.Bench;

if (args is ["scan", var scanned])
{
    Console.Write(RealCost.ScanTimes(scanned));
    return 0;
}
if (args is ["real", .. var commandLines])
{
    var real = new Bars();
    await RealCost.Run(commandLines, real);
    real.Print();
    return real.AllKept ? 0 : 1;
}
var parts = args.Length > 0 ? args : ["code", "settings", "cold"];
if (parts.FirstOrDefault(part => part is not ("code" or "settings" or "cold")) is { } unknown)
{
    Console.Error.WriteLine(
        $"Unknown benchmark '{unknown}': use code, settings, cold, or none for all; or real with command lines."
    );
    return 2;
}
var bars = new Bars();
foreach (var part in parts)
{
    Console.WriteLine();
    if (part == "code")
        await CodeCost.Run(bars);
    if (part == "settings")
        await SettingsCost.Run(bars);
    if (part == "cold")
        ColdCompiler.Run(bars);
}
bars.Print();
return bars.AllKept ? 0 : 1;
