namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP4012: which fields, caches and setters keep a token for good, and which may get a new one.</summary>
public class KeptUntilTheEndTests
{
    const string Token = "new SaslMechanismOAuth2(\"a@contoso.com\", null)";

    const string Cache =
        "static readonly System.Collections.Concurrent.ConcurrentDictionary<string, SaslMechanism> cache = new();";

    [Theory]
    [InlineData("a private field set once", "static SaslMechanism auth = {0};")]
    [InlineData("a read-only field that all may read", "public static readonly SaslMechanism Auth = {0};")]
    [InlineData("a property set once", "static SaslMechanism Auth {{ get; set; }} = {0};")]
    [InlineData("set where it is missing", "static SaslMechanism auth; SaslMechanism M() => auth ??= {0};")]
    [InlineData("set by the static constructor", "static readonly SaslMechanism auth; static C() {{ auth = {0}; }}")]
    [InlineData("added to a cache", Cache + " SaslMechanism M(string user) => cache.GetOrAdd(user, _ => {0});")]
    [InlineData("made on first use", "static readonly Lazy<SaslMechanism> auth = new(() => {{ return {0}; }});")]
    public async Task Nobody_renews_it(string story, string code) =>
        Assert.Equal((story, Token), (story, await Found.In("SMTP4012", string.Format(null, code, Token))));

    [Theory]
    [InlineData("a field that all may set", "public static SaslMechanism Auth = {0};")]
    [InlineData("a field set again", "static SaslMechanism auth = {0}; void M(SaslMechanism s) => auth = s;")]
    [InlineData("a property set again", "static SaslMechanism Auth {{ get; set; }} = {0}; void M() => Auth = null;")]
    [InlineData(
        "forgotten when refused",
        "static SaslMechanism auth; SaslMechanism M() => auth ??= {0}; void Forget() => auth = null;"
    )]
    [InlineData("a field that all may forget", "public static SaslMechanism auth; SaslMechanism M() => auth ??= {0};")]
    [InlineData("a field of the object", "SaslMechanism auth; SaslMechanism M() => auth ??= {0};")]
    [InlineData(
        "a cache that loses it",
        Cache + " SaslMechanism M(string u) => cache.GetOrAdd(u, _ => {0}); void Forget() => cache.Clear();"
    )]
    [InlineData(
        "a cache in which it is set again",
        Cache + " SaslMechanism M(string u) => cache.GetOrAdd(u, _ => {0}); void Set(string u) => cache[u] = null;"
    )]
    [InlineData(
        "a cache of the object",
        "readonly System.Collections.Concurrent.ConcurrentDictionary<string, SaslMechanism> cache = new(); "
            + "SaslMechanism M(string u) => cache.GetOrAdd(u, _ => {0});"
    )]
    [InlineData(
        "a cache that all may clear",
        "public " + Cache + " SaslMechanism M(string u) => cache.GetOrAdd(u, _ => {0});"
    )]
    [InlineData(
        "options of something else",
        "class Sink {{ public object Sasl {{ get; set; }} }} void M(Sink s) => s.Sasl = {0};"
    )]
    public async Task Somebody_may_renew_it(string story, string code) =>
        Assert.Equal((story, ""), (story, await Found.In("SMTP4012", string.Format(null, code, Token))));

    [Fact]
    public async Task Another_cache_may_be_cleared() =>
        Assert.Equal(
            Token,
            await Found.In(
                "SMTP4012",
                $"{Cache} static readonly Dictionary<string, string> names = new(); void Forget() => names.Clear();"
                    + $" SaslMechanism M(string u) => cache.GetOrAdd(u, _ => {Token});"
            )
        );

    [Theory]
    [InlineData(39, false)]
    [InlineData(40, true)]
    public async Task A_text_of_forty_characters_that_starts_like_a_token_is_one(int length, bool isFound)
    {
        var made = $"new SaslMechanismOAuth2(\"a@contoso.com\", \"{"eyJ".PadRight(length, 'x')}\")";

        Assert.Equal(isFound ? made : "", await Found.In("SMTP4012", $"SaslMechanism M() => {made};"));
    }

    [Theory]
    [InlineData("b ? JWT : JWT", true)]
    [InlineData("b ? JWT : s", false)]
    [InlineData("b ? s : JWT", false)]
    public async Task A_choice_is_a_written_token_where_both_sides_are(string choice, bool isFound)
    {
        var token = choice.Replace("JWT", $"\"{"eyJ".PadRight(60, 'x')}\"", StringComparison.Ordinal);
        var made = $"new SaslMechanismOAuth2(\"a@contoso.com\", {token})";

        Assert.Equal(isFound ? made : "", await Found.In("SMTP4012", $"SaslMechanism M(bool b, string s) => {made};"));
    }
}
