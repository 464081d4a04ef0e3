using System.Text.RegularExpressions;
using M365Smtp.Analyzers.Rules;
using M365Smtp.CodeFixes.Tests.RoundTrips;
using M365Smtp.Simulator;

namespace M365Smtp.CodeFixes.Tests.Migration.WholePrograms;

/// <summary>
/// Whole programs, before and after each fix and after several: they build, send the same mail and end the same way.
/// </summary>
public class WholeProgramTests
{
    // Each of these changes how a program signs in; the first one offered is applied.
    static readonly string[] SignIns =
    [
        FixKeys.Of(nameof(RuleId.SMTP4002)),
        FixKeys.Of(nameof(RuleId.SMTP4001)),
    ];

    const string Secret = "P@ssw0rd!",
        MissingPassword = " to the password of the mailbox.";

    public static TheoryData<string> Programs => [.. WholeProgram.Names];

    [Theory, MemberData(nameof(Programs))]
    public async Task Each_action_alone_brings_no_new_problem(string name)
    {
        var program = WholeProgram.Load(name);
        foreach (var key in await program.KeysAsync())
        {
            var after = await program.ApplyAsync(key);
            Assert.NotEqual(await program.TextAsync(), await after.TextAsync());
            await SoundAsync(program, after, key);
            Assert.DoesNotContain(key, await after.KeysAsync());
        }
    }

    [Theory, MemberData(nameof(Programs))]
    public async Task A_migrated_program_sends_the_same_mail(string name)
    {
        var program = WholeProgram.Load(name);
        var migrated = await MigratedAsync(program);
        await using var old = await SmtpSimulator.StartAsync(Scenario.Open);
        await using var now = await SmtpSimulator.StartAsync(
            await UsesTokensAsync(migrated) ? Scenario.BasicRetired : Scenario.Open
        );
        var (before, after) = (await program.RunAsync(old), await migrated.RunAsync(now));
        Assert.NotEqual("throws", before);
        Assert.Equal(before, after);
        SameMail(old, now);
    }

    [Theory, MemberData(nameof(Programs))]
    public async Task A_migrated_program_that_is_refused_ends_as_before(string name)
    {
        var program = WholeProgram.Load(name);
        var migrated = await MigratedAsync(program);
        await using var old = await SmtpSimulator.StartAsync(Scenario.MailboxSmtpAuthOff);
        await using var now = await SmtpSimulator.StartAsync(Scenario.MailboxSmtpAuthOff);
        Assert.Equal(await program.RunAsync(old), await migrated.RunAsync(now));
        Assert.Empty(now.Messages);
    }

    [Theory, MemberData(nameof(Programs))]
    public async Task A_migrated_program_without_a_token_handles_it_like_a_refusal(string name)
    {
        var program = WholeProgram.Load(name);
        var migrated = await MigratedAsync(program);
        if (!await UsesTokensAsync(migrated))
            return;
        await using var old = await SmtpSimulator.StartAsync(Scenario.MailboxSmtpAuthOff);
        await using var now = await SmtpSimulator.StartAsync(Scenario.Open);
        var refused = await program.RunAsync(old);
        Wire.HasNoTokens.Value = true;
        Assert.Equal(refused == "throws", await migrated.RunAsync(now) == "throws");
        Assert.Empty(now.Messages);
    }

    [Theory, MemberData(nameof(Programs))]
    public async Task Two_fixes_meet_in_either_order(string name) =>
        await InOrdersAsync(WholeProgram.Load(name), length: 2);

    /// <summary>Slow: <c>bench/all-orders</c> runs it.</summary>
    [Theory, MemberData(nameof(Programs))]
    public async Task All_fixes_meet_in_every_order(string name)
    {
        if (Environment.GetEnvironmentVariable("M365SMTP_ALL_ORDERS") != "1")
            Assert.Skip("bench/all-orders runs it.");
        await InOrdersAsync(WholeProgram.Load(name), length: int.MaxValue);
    }

    /// <summary>
    /// Whichever fix comes first, the remaining ones are applied too; all results are sound and send the same mail.
    /// </summary>
    static async Task InOrdersAsync(WholeProgram program, int length)
    {
        var keys = await program.KeysAsync();
        var ends = new Dictionary<string, WholeProgram>();
        foreach (var order in Orders(keys, length))
        {
            var (now, taken) = (program, new List<string>());
            foreach (var key in order)
            {
                now = await now.ApplyAsync(key);
                taken.Add(key);
                await SoundAsync(program, now, string.Join(", ", taken));
                // No fix undoes what another has done.
                foreach (var done in taken)
                    Assert.DoesNotContain(done, await now.KeysAsync());
            }
            while ((await now.KeysAsync()).FirstOrDefault() is { } left)
                now = await now.ApplyAsync(left);
            await SoundAsync(program, now, string.Join(", ", taken) + " and all that is left");
            ends.TryAdd(await now.TextAsync(), now);
        }
        await using var old = await SmtpSimulator.StartAsync(Scenario.Open);
        var ended = await program.RunAsync(old);
        foreach (var end in ends.Values)
        {
            await using var now = await SmtpSimulator.StartAsync(Scenario.Open);
            Assert.Equal(ended, await end.RunAsync(now));
            SameMail(old, now);
            Assert.Equal(
                (await ends.Values.First().FindingsAsync()).Select(finding => finding.Id).Order(),
                (await end.FindingsAsync()).Select(finding => finding.Id).Order()
            );
        }
    }

    internal static IEnumerable<IReadOnlyList<string>> Orders(IReadOnlyList<string> keys, int length) =>
        length == 0 || keys.Count == 0
            ?
            [
                [],
            ]
            : keys.SelectMany(first =>
                Orders([.. keys.Where(key => key != first)], length - 1)
                    .Select(rest => (IReadOnlyList<string>)[first, .. rest])
            );

    /// <summary>No new error or warning, and no literal password without a finding.</summary>
    static async Task SoundAsync(WholeProgram before, WholeProgram after, string what)
    {
        var text = await after.TextAsync();
        Assert.True(
            (await after.ProblemsAsync()).Count <= (await before.ProblemsAsync()).Count,
            $"{after.Name}, {what}:\n{string.Join("\n", await after.ProblemsAsync())}\n{text}"
        );
        Assert.True(
            text.Split('\n').All(line => line.Length <= 250),
            $"{after.Name}, {what}, has a line too long:\n{text}"
        );
        var findings = await after.FindingsAsync();
        Assert.False(
            text.Contains(Secret, StringComparison.Ordinal) && findings.All(finding => finding.Id != "SMTP4003"),
            $"{after.Name}, {what}, keeps a password that is not reported:\n{text}"
        );
        Assert.False(
            text.Contains(MissingPassword, StringComparison.Ordinal)
                && findings.All(finding => finding.Id != "SMTP4001"),
            $"{after.Name}, {what}, asks for a password that nothing needs:\n{text}"
        );
        Assert.False(
            Regex.IsMatch(text, @"^\s+(or|\|\|) .*\) \{.*\}\r?$", RegexOptions.Multiline),
            $"{after.Name}, {what}, hides a handler behind the lines of its filter:\n{text}"
        );
        Assert.False(
            EmptyLines(text) > EmptyLines(await before.TextAsync()),
            $"{after.Name}, {what}, has an empty line behind a brace:\n{text}"
        );
        Assert.False(
            Blanks(text) && !Blanks(await before.TextAsync()),
            $"{after.Name}, {what}, has blanks among tabs:\n{text}"
        );
    }

    static int EmptyLines(string text) => Regex.Count(text, @"\{[ \t]*\r?\n[ \t]*\r?\n");

    // A file indented with spaces has no tabs.
    static bool Blanks(string text) =>
        text.Contains('\t', StringComparison.Ordinal) && Regex.IsMatch(text, @"^\t* {2}", RegexOptions.Multiline);

    static async Task<WholeProgram> MigratedAsync(WholeProgram program)
    {
        var offered = await program.KeysAsync();
        if (!program.Setup.TryGetValue("signin", out var none))
            return await program.ApplyAsync(SignIns.First(offered.Contains));
        // A program whose page leaves the sign-in to the developer: its other fixes are applied.
        Assert.Equal("kept", none);
        Assert.DoesNotContain(offered, SignIns.Contains);
        return await program.ApplyAsync(offered[0]);
    }

    // If options may name another host, the password stays; without a token library the simulator accepts none.
    static async Task<bool> UsesTokensAsync(WholeProgram program) =>
        !program.Setup.ContainsKey("without")
        && (await program.TextAsync()).Contains("OAuth2", StringComparison.Ordinal);

    static void SameMail(SmtpSimulator before, SmtpSimulator after)
    {
        Assert.NotEmpty(before.Messages);
        Assert.Equal(before.Messages.Count, after.Messages.Count);
        foreach (var (one, other) in before.Messages.Zip(after.Messages))
            Delivery.SameValues(one, other);
    }
}
