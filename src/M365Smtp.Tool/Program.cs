using M365Smtp.Tool;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
