// Runs chosen tests of this assembly repeatedly in one warm process, each time with a different mutant.
// In:  "cover FILE [CLASS...]" runs all tests but these classes and writes what each reaches;
//      "run MUTANT ID..." runs tests until one fails.
// Out: "@@ passed" or "@@ failed NAME" with the unique id of the test.
#nullable enable
#pragma warning disable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

[assembly: M365SmtpMutation.Observed]

namespace M365SmtpMutation;

static class MutationHost
{
    static async Task<int> Main(string[] args)
    {
        if (args.FirstOrDefault() != "mutation")
            return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
        // Each test run replaces the console's writer; answers go to this one.
        var answers = Console.Out;
        while (Console.In.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            Observed.Failed = null;
            var cover = words[0] == "cover";
            if (!cover)
                Switch(int.Parse(words[1]));
            Observed.Coverage = cover ? new StreamWriter(words[1]) { AutoFlush = true } : null;
            TestContext.SetForInitialization(null, diagnosticMessages: false, internalDiagnosticMessages: false);
            cases ??= await Discover();
            var named = words.Skip(2).ToHashSet();
            await Run(
                [.. cases.Where(one => cover ? !named.Contains(one.TestClassName!) : named.Contains(one.UniqueID))],
                !cover
            );
            Observed.Coverage?.Dispose();
            answers.WriteLine(Observed.Failed is null ? "@@ passed" : "@@ failed " + Observed.Failed);
            answers.Flush();
        }
        // Threads left behind by a test are not awaited.
        Environment.Exit(0);
        return 0;
    }

    static List<ITestCase>? cases;

    static async Task<List<ITestCase>> Discover()
    {
        List<ITestCase> found = [];
        var options = TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration());
        options.SetPreEnumerateTheories(true);
        await new XunitTestFramework()
            .GetDiscoverer(typeof(MutationHost).Assembly)
            .Find(
                one =>
                {
                    found.Add(one);
                    return new(true);
                },
                options
            );
        return found;
    }

    static async Task Run(IReadOnlyCollection<ITestCase> chosen, bool untilOneFails)
    {
        var options = TestFrameworkOptions.ForExecution(new TestAssemblyConfiguration());
        options.SetDisableParallelization(true);
        options.SetStopOnTestFail(untilOneFails);
        await new XunitTestFramework()
            .GetExecutor(typeof(MutationHost).Assembly)
            .RunTestCases(chosen, new Silence(), options, default);
    }

    sealed class Silence : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => true;
    }

    static void Switch(int mutant)
    {
        Environment.SetEnvironmentVariable("M365SMTP_MUTANT", mutant.ToString());
        foreach (var type in Switches())
            type.GetField("Active")!.SetValue(null, mutant);
    }

    public static IEnumerable<Type> Switches() =>
        AppDomain.CurrentDomain.GetAssemblies().Select(one => one.GetType("MutationSwitch")).OfType<Type>();
}

[AttributeUsage(AttributeTargets.Assembly)]
sealed class Observed : BeforeAfterTestAttribute
{
    public static StreamWriter? Coverage;
    public static string? Failed;
    long started;

    public override void Before(MethodInfo method, IXunitTest test) => started = Stopwatch.GetTimestamp();

    public override void After(MethodInfo method, IXunitTest test)
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        if (failed)
            Failed ??= test.TestCase.UniqueID + " " + test.TestDisplayName.ReplaceLineEndings(" ");
        if (Coverage is null)
            return;
        List<int> reached = [];
        foreach (var type in MutationHost.Switches())
        {
            var marks = (bool[])type.GetField("Reached")!.GetValue(null)!;
            for (var i = 0; i < marks.Length; i++)
                if (marks[i])
                    reached.Add(i);
            Array.Clear(marks);
        }
        var took = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Coverage.WriteLine(
            string.Join(
                '\t',
                test.TestCase.UniqueID,
                failed ? "failed" : "passed",
                took,
                string.Join(',', reached),
                test.TestDisplayName.ReplaceLineEndings(" ")
            )
        );
    }
}
