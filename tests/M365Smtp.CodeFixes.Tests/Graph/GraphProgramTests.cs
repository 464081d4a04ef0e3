using System.Runtime.CompilerServices;
using M365Smtp.CodeFixes.Tests.Migration.WholePrograms;
using M365Smtp.CodeFixes.Tests.RoundTrips;
using M365Smtp.Simulator;

namespace M365Smtp.CodeFixes.Tests.Graph;

/// <summary>
/// "Send through Microsoft Graph" on whole MailKit and System.Net.Mail programs: they build, send the same mail and end
/// the same way.
/// </summary>
public class GraphProgramTests
{
    static readonly string[] NotOffered =
    [
        // A client that a method, a property or a Lazy returns, or that is passed to a constructor.
        "Factory",
        "ClientProperty",
        "LazyMailKit",
        "SignsInWhileStatic",
        // Handlers that read the reply's status, or the server's answer for a recipient.
        "ClassicUtility",
        "StatusDecides",
        "TabsAndCrlf",
        // No Azure.Identity.
        "WithoutTokens",
        // A handler of SendCompleted.
        "CompletedBesideAwait",
        // A sign-in in another part or block than the send.
        "PartialDesk",
        "SignsInOnCondition",
        "FieldsSetAsTuple",
    ];

    public static TheoryData<string> Programs => [.. OfThisFolder, .. WholeProgram.Names.Except(NotOffered)];

    public static TheoryData<string> Others => [.. NotOffered];

    [Theory, MemberData(nameof(Programs))]
    public async Task It_sends_the_same_mail_and_ends_as_before(string name)
    {
        var before = Load(name);
        var after = await AppliedAsync(before);
        await using var smtp = await SmtpSimulator.StartAsync(Scenario.Open);
        await using var graph = await GraphSimulator.StartAsync(t => Allowing(t, "Mail.Send"));
        var ended = await before.RunAsync(smtp);
        GraphWire.Server.Value = graph;
        Assert.Equal(ended, await after.RunAsync(smtp));
        Assert.NotEmpty(graph.Messages);
        Assert.Equal(smtp.Messages.Count, graph.Messages.Count);
        foreach (var (sent, received) in smtp.Messages.Zip(graph.Messages))
            Delivery.SameValues(sent, received);
    }

    [Theory, MemberData(nameof(Programs))]
    public async Task Without_a_token_it_ends_as_a_refused_sign_in_did(string name)
    {
        var before = Load(name);
        var after = await AppliedAsync(before);
        await using var smtp = await SmtpSimulator.StartAsync(Scenario.MailboxSmtpAuthOff);
        await using var graph = await GraphSimulator.StartAsync(t => Allowing(t, "Mail.Send"));
        var ended = await before.RunAsync(smtp);
        (GraphWire.Server.Value, Wire.HasNoTokens.Value) = (graph, true);
        Assert.Equal(ended, await after.RunAsync(smtp));
        Assert.Empty(graph.Messages);
    }

    [Theory, MemberData(nameof(Others))]
    public async Task It_is_not_offered_where_the_program_cannot_do_without_a_connection(string name) =>
        Assert.DoesNotContain(await Load(name).KeysAsync(), IsOfGraph);

    static async Task<WholeProgram> AppliedAsync(WholeProgram before)
    {
        var after = before;
        while ((await after.KeysAsync()).FirstOrDefault(IsOfGraph) is { } key)
            after = await after.ApplyAsync(key);
        Assert.NotSame(before, after);
        Assert.Empty((await after.ProblemsAsync()).Except(await before.ProblemsAsync()));
        Assert.Empty(await after.FindingsAsync());
        var text = await after.TextAsync();
        Assert.False(text.Contains("P@ssw0rd", StringComparison.Ordinal), text);
        return after;
    }

    static bool IsOfGraph(string key) => key.EndsWith(".Guess", StringComparison.Ordinal);

    static Tenant Allowing(Tenant tenant, string permission) =>
        tenant
            .Mailbox(Scenario.Mailbox)
            .Application(Scenario.ClientId, change: application => application.GraphPermissions(permission));

    static WholeProgram Load(string name)
    {
        var own = Path.Combine(Folder(), name + ".cs");
        var program = File.Exists(own)
            ? WholeProgram.Parse(name, File.ReadAllText(own))
            : WholeProgram.Load(name);
        return program with
        {
            Solution = program.Solution.Projects.Single().AddMetadataReference(GraphFix.Package).Solution,
        };
    }

    static IEnumerable<string> OfThisFolder =>
        Directory.EnumerateFiles(Folder(), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order();

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Programs");
}
