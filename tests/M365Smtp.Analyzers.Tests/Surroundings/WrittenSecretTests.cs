namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>How far a text is followed from where it is used to where it is written, by the example of a client
/// secret.</summary>
public class WrittenSecretTests
{
    const string Secret = "q7~Zk4-Tundra.Pepper19";

    static string In(string members, string used) =>
        $"{members} object Make(string t, bool b, int i) => new ClientSecretCredential(t, t, {used});";

    [Theory]
    [InlineData("a choice", "", "b ? t : \"SECRET\"")]
    [InlineData("the other choice", "", "b ? \"SECRET\" : t")]
    [InlineData("a switch", "", "i switch { 1 => \"SECRET\", _ => t }")]
    [InlineData("a conversion", "", "(string)(object)\"SECRET\"")]
    [InlineData("a field that nobody sets again", "string key = \"SECRET\";", "key")]
    [InlineData("a read-only field that all may read", "public readonly string key = \"SECRET\";", "key")]
    [InlineData("a property without a setter", "string Key { get; } = \"SECRET\";", "Key")]
    [InlineData("a property that computes it", "string Key => \"SECRET\";", "Key")]
    [InlineData("a method", "static string Key() => \"SECRET\";", "Key()")]
    [InlineData("a method with a body", "static string Key() { return \"SECRET\"; }", "Key()")]
    [InlineData("a constant", "const string Key = \"SECRET\";", "Key")]
    [InlineData("a constant of a constant", "const string First = \"SECRET\", Key = First;", "Key")]
    [InlineData("text joined from one part", "", "string.Join(\"\", new[] { \"SECRET\" })")]
    public async Task A_text_that_the_file_holds(string story, string members, string used) =>
        Assert.Equal(
            (story, $"\"{Secret}\""),
            (story, await Found.In("SMTP4014", In(members, used).Replace("SECRET", Secret, StringComparison.Ordinal)))
        );

    [Theory]
    [InlineData("a field that all may set", "public string key = \"SECRET\";", "key")]
    [InlineData("a field that is set again", "string key = \"SECRET\"; void Set(string k) => key = k;", "key")]
    [InlineData(
        "a field handed out to be set",
        "string key = \"SECRET\"; bool Set(string k) => int.TryParse(k, out _) || Try(out key); "
            + "bool Try(out string k) => (k = null) == null;",
        "key"
    )]
    [InlineData("a property with a setter", "string Key { get; set; } = \"SECRET\";", "Key")]
    [InlineData("a method that others may override", "public virtual string Key() => \"SECRET\";", "Key()")]
    [InlineData("a method with an argument", "static string Key(int i) => \"SECRET\";", "Key(i)")]
    [InlineData(
        "a method with two answers",
        "string Key() { if (DateTime.Now.Year > 1) return \"SECRET\"; return null; }",
        "Key()"
    )]
    [InlineData("a text put together with an unknown one", "", "\"SECRET\" + t")]
    [InlineData("an unknown text put together with it", "", "t + \"SECRET\"")]
    public async Task A_text_that_may_be_another_at_run_time_is_silent(string story, string members, string used) =>
        Assert.Equal(
            (story, ""),
            (story, await Found.In("SMTP4014", In(members, used).Replace("SECRET", Secret, StringComparison.Ordinal)))
        );

    [Theory]
    [InlineData("a local", "var k = \"SECRET\"; Use(k);")]
    [InlineData("a local of a local", "var first = \"SECRET\"; var k = first; Use(k);")]
    [InlineData("one of a list", "foreach (var k in new[] { \"SECRET\" }) Use(k);")]
    [InlineData("one of two at once", "var (n, k) = (1, \"SECRET\"); Use(k);")]
    [InlineData("two at once, each with its type", "(int n, string k) = (1, \"SECRET\"); Use(k);")]
    [InlineData("handed to a private method", "Use(\"SECRET\");")]
    [InlineData("handed over twice, written once", "const string k = \"SECRET\"; Use(k); Use(k);")]
    public async Task A_text_on_its_way_to_a_private_method(string story, string body) =>
        Assert.Equal((story, $"\"{Secret}\""), (story, await Found.In("SMTP4014", Way(body))));

    [Theory]
    [InlineData("a local that is set again", "var k = \"SECRET\"; k = Console.ReadLine(); Use(k);")]
    [InlineData("a local that a call may set", "var k = \"SECRET\"; Change(ref k); Use(k);")]
    [InlineData("set by the parts of a pair", "var k = \"SECRET\"; (k, _) = (Console.ReadLine(), 1); Use(k);")]
    [InlineData("the other of two", "var (n, k) = (\"SECRET\", Console.ReadLine()); Use(k);")]
    [InlineData("a pair from elsewhere", "var (n, k) = Pair(\"SECRET\"); Use(k);")]
    [InlineData("a parameter that the method sets", "UseOther(\"SECRET\");")]
    [InlineData("an argument for another parameter", "UseSecond(\"SECRET\", Console.ReadLine());")]
    [InlineData("a method that all may call", "UseOpenly(\"SECRET\");")]
    public async Task A_text_that_gets_lost_on_its_way_is_silent(string story, string body) =>
        Assert.Equal((story, ""), (story, await Found.In("SMTP4014", Way(body))));

    static string Way(string body) =>
        $$"""
            void M() { {{body}} }
            object Use(string key) => new ClientSecretCredential("t", "i", key);
            object UseOther(string key) { key = Console.ReadLine(); return new ClientSecretCredential("t", "i", key); }
            object UseSecond(string other, string key) => new ClientSecretCredential("t", "i", key);
            public object UseOpenly(string key) => new ClientSecretCredential("t", "i", key);
            static void Change(ref string k) => k = Console.ReadLine();
            static (string, string) Pair(string k) => (k, Console.ReadLine());
            """.Replace("SECRET", Secret, StringComparison.Ordinal);

    [Theory]
    [InlineData("Use();", true)]
    [InlineData("Use(Console.ReadLine());", false)]
    public async Task A_default_counts_where_a_call_leaves_the_argument_out(string call, bool isFound) =>
        Assert.Equal(
            isFound ? $"string key = \"{Secret}\"" : "",
            await Found.In(
                "SMTP4014",
                $$"""
                void M() => {{call}}
                object Use(string key = "{{Secret}}") => new ClientSecretCredential("t", "i", key);
                """
            )
        );

    [Theory]
    [InlineData("properties", 7, "string K0 => \"SECRET\";", "string K{0} => K{1};", "K{0}")]
    [InlineData("fields", 8, "static string k0 = \"SECRET\";", "static string k{0} = k{1};", "k{0}")]
    [InlineData("methods", 7, "string K0() => \"SECRET\";", "string K{0}() => K{1}();", "K{0}()")]
    public async Task A_chain_of_a_few_members_is_followed_and_a_long_one_is_not(
        string story,
        int longest,
        string first,
        string next,
        string used
    )
    {
        Task<string> Chain(int length) =>
            Found.In(
                "SMTP4014",
                In(
                    first.Replace("SECRET", Secret, StringComparison.Ordinal)
                        + string.Concat(Enumerable.Range(1, length).Select(i => string.Format(null, next, i, i - 1))),
                    string.Format(null, used, length)
                )
            );

        Assert.Equal((story, $"\"{Secret}\""), (story, await Chain(longest)));
        Assert.Equal((story, ""), (story, await Chain(longest + 1)));
    }

    [Theory]
    [InlineData(
        "locals",
        5,
        "object Make() {{ var k0 = \"SECRET\"; {0} return Use(k{1}); }}",
        "var k{0} = k{1};"
    )]
    [InlineData(
        "parameters",
        2,
        "object Make() => K{1}(\"SECRET\"); object K0(string k) => Use(k); {0}",
        "object K{0}(string k) => K{1}(k);"
    )]
    [InlineData(
        "choices",
        8,
        "object Make(bool b, string k) => new ClientSecretCredential(\"t\", \"i\", {0}\"SECRET\");",
        "b ? k : "
    )]
    public async Task A_few_steps_inside_of_methods_are_followed_and_many_are_not(
        string story,
        int longest,
        string code,
        string next
    )
    {
        Task<string> Chain(int length) =>
            Found.In(
                "SMTP4014",
                string.Format(
                    null,
                    code,
                    string.Concat(Enumerable.Range(1, length).Select(i => string.Format(null, next, i, i - 1))),
                    length
                ).Replace("SECRET", Secret, StringComparison.Ordinal)
                    + "object Use(string key) => new ClientSecretCredential(\"t\", \"i\", key);"
            );

        Assert.Equal((story, $"\"{Secret}\""), (story, await Chain(longest)));
        Assert.Equal((story, ""), (story, await Chain(longest + 1)));
    }
}
