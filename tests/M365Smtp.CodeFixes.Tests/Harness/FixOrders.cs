using M365Smtp.CodeFixes.Tests.Migration.WholePrograms;
using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Tests.Harness;

/// <summary>
/// What must hold for a story's fix combined with any other fix offered for its code: in either order the code
/// compiles, neither fix is undone, and the remaining findings are the same.
/// </summary>
internal static class FixOrders
{
    // 'bench/all-orders' runs all of them, in every order.
    static readonly bool All = Environment.GetEnvironmentVariable("M365SMTP_ALL_ORDERS") == "1";

    public static async Task HoldAsync(Solution solution, string key)
    {
        var story = new WholeProgram("story", "", new Dictionary<string, string>(), solution);
        var keys = (await story.KeysAsync()).Where(other => other != FixKeys.Guess(other.Split('.')[0])).ToList();
        // The fixes of its findings do the same as the fix of the whole client.
        if (All)
            await SameEndsAsync(
                story,
                keys,
                WholeProgramTests.Orders([.. keys.Where(other => other != FixKeys.Client)], int.MaxValue)
            );
        else if (keys.Contains(key))
            foreach (var other in keys.Where(other => other != key))
                await SameEndsAsync(story, keys, [[key, other], [other, key]]);
    }

    static async Task SameEndsAsync(
        WholeProgram story,
        IReadOnlyList<string> keys,
        IEnumerable<IReadOnlyList<string>> orders
    )
    {
        (string Left, string Order, string Text)? first = null;
        foreach (var order in orders)
        {
            var now = story;
            foreach (var key in order)
            {
                now = await now.ApplyAsync(key);
                Assert.Empty(await now.Solution.ErrorsAsync());
            }
            // The fix of the whole client is offered while it has several findings; after that, each has its own.
            if (order.Contains(FixKeys.Client))
                while ((await now.KeysAsync()).Intersect(keys).FirstOrDefault() is { } own)
                    now = await now.ApplyAsync(own);
            var left = (await now.FindingsAsync()).Select(finding => finding.Id).Order(StringComparer.Ordinal);
            var end = (Left: string.Join(' ', left), string.Join(", ", order), await now.TextAsync());
            first ??= end;
            Assert.True(first.Value.Left == end.Left, $"{first}\nbut\n{end}");
        }
    }
}
