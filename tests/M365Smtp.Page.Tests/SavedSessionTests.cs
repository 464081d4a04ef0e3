using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.Page.Tests;

/// <summary>A session can be saved as text, and as a test that replays it.</summary>
public sealed class SavedSessionTests
{
    [Theory]
    [InlineData("open")]
    [InlineData("mailbox-smtp-auth-off")]
    [InlineData("tenant-smtp-auth-off")]
    [InlineData("account-locked")]
    [InlineData("daily-quota")]
    [InlineData("basic-retired")]
    public async Task The_saved_test_compiles_runs_and_sees_the_same_reply(string scenario)
    {
        await using var running = await RunningPage.StartAsync();
        running.Model.TryPlay(scenario);
        var outcome = await running.SendWithMailKitAsync();
        Assert.Equal(scenario == "open", outcome == "sent");
        using var http = new HttpClient { BaseAddress = running.Address };

        var text = await http.GetStringAsync("/sessions/1.txt");
        Assert.Contains("S: 250 ", text);
        Assert.DoesNotContain(Simulator.Scenario.Password, text);
        var code = await http.GetStringAsync("/sessions/1.cs");

        await RunAsync(code);
    }

    static async Task RunAsync(string code)
    {
        const string Usings = "global using System; global using System.Linq; global using System.Threading.Tasks;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Replayed",
            [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText(Usings)],
            references,
            new(OutputKind.DynamicallyLinkedLibrary)
        );
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, code + string.Join("\n", emitted.Diagnostics));
        var type = Assembly.Load(image.ToArray()).GetType("ReplayedSession")!;
        var test = type.GetMethods().Single(method => method.Name.StartsWith("Session_", StringComparison.Ordinal));
        await (Task)test.Invoke(Activator.CreateInstance(type), [])!;
    }
}
