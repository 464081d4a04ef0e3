namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>
/// SMTP4012, SMTP4013, SMTP4014: tokens that are never renewed, one credential per message, secrets in the code.
/// </summary>
public class KeptTokenTests
{
    const string Jwt = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsIng1dCI6IjEyMyJ9.e30.c2ln";

    const string Token = "new SaslMechanismOAuth2(\"a@contoso.com\", T())";

    static string Members(string code) =>
        "static string T() => null; static readonly TokenCredential azure = new DefaultAzureCredential(); static IConfidentialClientApplication app;\n"
        + code;

    public static TheoryData<string, string> Frozen =>
        new()
        {
            { $"static readonly SaslMechanism Auth = {Token};", Token },
            { $"static SaslMechanism Auth {{ get; }} = {Token};", Token },
            { $"static readonly Lazy<SaslMechanism> Auth = new(() => {Token});", Token },
            { $"static readonly Dictionary<string, SaslMechanism> All = new() {{ [\"a\"] = {Token} }};", Token },
            { $"void M(IServiceCollection s) => s.AddSingleton<SaslMechanism>({Token});", Token },
            { $"void M(IServiceCollection s) => s.TryAddSingleton<SaslMechanism>({Token});", Token },
            { $"void M(IServiceCollection s) => s.AddKeyedSingleton<SaslMechanism>(1, {Token});", Token },
            { $"void M(IServiceCollection s) => s.AddSingleton<SaslMechanism>(_ => {Token});", Token },
            { $"void M(IServiceCollection s) => s.AddSingleton(_ => new Mailer({Token}));", Token },
            { $"void M(IServiceCollection s) => s.AddSingleton(new Mailer({Token}));", Token },
            { $"object M() => new EmailSinkOptions {{ Host = \"smtp.office365.com\", Sasl = {Token} }};", Token },
            { $"void M(EmailSinkOptions o) {{ o.Sasl = {Token}; }}", Token },
            {
                "static readonly string Kept = azure.GetToken(new TokenRequestContext(new[] { \"x\" })).Token;",
                "azure.GetToken(new TokenRequestContext(new[] { \"x\" }))"
            },
            {
                "static readonly AccessToken Kept = azure.GetToken(new TokenRequestContext(new[] { \"x\" }));",
                "azure.GetToken(new TokenRequestContext(new[] { \"x\" }))"
            },
            {
                "static string Kept { get; } = azure.GetTokenAsync(new TokenRequestContext(new[] { \"x\" })).Result.Token;",
                "azure.GetTokenAsync(new TokenRequestContext(new[] { \"x\" }))"
            },
            {
                "static readonly string Kept = app.AcquireTokenForClient(new[] { \"x\" }).ExecuteAsync().Result.AccessToken;",
                "app.AcquireTokenForClient(new[] { \"x\" }).ExecuteAsync()"
            },
            {
                "static readonly Task<AuthenticationResult> Kept = app.AcquireTokenForClient(new[] { \"x\" }).ExecuteAsync();",
                "app.AcquireTokenForClient(new[] { \"x\" }).ExecuteAsync()"
            },
            {
                "static readonly Lazy<string> Kept = new(() => azure.GetToken(new TokenRequestContext(new[] { \"x\" })).Token);",
                "azure.GetToken(new TokenRequestContext(new[] { \"x\" }))"
            },
            {
                $"SaslMechanism M() => new SaslMechanismOAuth2(\"a@contoso.com\", \"{Jwt}\");",
                $"new SaslMechanismOAuth2(\"a@contoso.com\", \"{Jwt}\")"
            },
            {
                $"const string Kept = \"{Jwt}\"; SaslMechanism M() => new SaslMechanismOAuth2(\"a@contoso.com\", Kept);",
                "new SaslMechanismOAuth2(\"a@contoso.com\", Kept)"
            },
        };

    [Theory]
    [MemberData(nameof(Frozen))]
    public async Task A_token_kept_for_good_is_underlined(string code, string underlined) =>
        Assert.Equal(
            underlined,
            await Found.In("SMTP4012", Members(code), "class Mailer { public Mailer(SaslMechanism m) { } }")
        );

    [Theory]
    [InlineData("in a method", "SaslMechanism M() => {0};")]
    [InlineData("in a field of an object, which may live for a minute", "readonly SaslMechanism auth = {0};")]
    [InlineData("set in a constructor", "SaslMechanism auth; C() {{ auth = {0}; }}")]
    [InlineData("a static way to make one", "static readonly Func<SaslMechanism> Make = () => {0};")]
    [InlineData("a static property that makes one each time", "static SaslMechanism Auth => {0};")]
    [InlineData(
        "a singleton that makes them",
        "void M(IServiceCollection s) => s.AddSingleton<Func<SaslMechanism>>(_ => () => {0});"
    )]
    [InlineData("one for each use", "void M(IServiceCollection s) => s.AddTransient<SaslMechanism>(_ => {0});")]
    [InlineData("a static field that is renewed", "static SaslMechanism auth; void M() {{ auth = {0}; }}")]
    [InlineData("a local of a program", "void M() {{ var auth = {0}; }}")]
    [InlineData(
        "the sink gets a way to make one",
        "static object Options(Func<SaslMechanism> f) => f; object M() => Options(() => {0});"
    )]
    [InlineData("a local function", "static readonly int x = 1; void M() {{ SaslMechanism Make() => {0}; }}")]
    [InlineData(
        "a token from a method",
        "string M() => azure.GetToken(new TokenRequestContext(new[] {{ \"x\" }})).Token;"
    )]
    [InlineData(
        "a token in a static method",
        "static async Task<string> M() => (await azure.GetTokenAsync(new TokenRequestContext(new[] {{ \"x\" }}))).Token;"
    )]
    [InlineData(
        "a way to get tokens",
        "static readonly Func<string> Get = () => azure.GetToken(new TokenRequestContext(new[] {{ \"x\" }})).Token;"
    )]
    [InlineData("the credential itself", "static readonly TokenCredential Kept = new DefaultAzureCredential();")]
    [InlineData(
        "the credential as a singleton",
        "void M(IServiceCollection s) => s.AddSingleton<TokenCredential>(new DefaultAzureCredential());"
    )]
    [InlineData(
        "a password mechanism",
        "static readonly SaslMechanism Auth = new SaslMechanismLogin(\"a@contoso.com\", T());"
    )]
    [InlineData(
        "a placeholder for a token",
        "SaslMechanism M() => new SaslMechanismOAuth2(\"a@contoso.com\", \"token\");"
    )]
    [InlineData(
        "a short text that starts like a token",
        "SaslMechanism M() => new SaslMechanismOAuth2(\"a@contoso.com\", \"eyJ...\");"
    )]
    [InlineData(
        "another service's client in the file",
        "static readonly SaslMechanism Auth = {0}; void M() => new MailKit.Net.Smtp.SmtpClient().Connect(\"smtp.gmail.com\", 587, SecureSocketOptions.StartTls);"
    )]
    public async Task A_token_with_an_unknown_lifetime_is_not_reported(string story, string code) =>
        Assert.Equal((story, ""), (story, await Found.In("SMTP4012", Members(string.Format(null, code, Token)))));

    static string Loop(string inside, string before = "") =>
        $$"""
            async Task M(IEnumerable<MimeMessage> mails, string t, string i, string s, bool b)
            {
                {{before}}
                foreach (var mail in mails)
                {
                    using var c = new MailKit.Net.Smtp.SmtpClient();
                    c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    {{inside}}
                    c.Authenticate(new SaslMechanismOAuth2("a@contoso.com", token));
                    c.Send(mail);
                }
            }
            """;

    [Theory]
    [InlineData(
        "new ClientSecretCredential(t, i, s)",
        "var token = new ClientSecretCredential(t, i, s).GetToken(new TokenRequestContext(new[] { \"x\" })).Token;"
    )]
    [InlineData(
        "new DefaultAzureCredential()",
        "var azure = new DefaultAzureCredential(); var token = (await azure.GetTokenAsync(new TokenRequestContext(new[] { \"x\" }))).Token;"
    )]
    [InlineData(
        "ConfidentialClientApplicationBuilder.Create(i).WithClientSecret(s).Build()",
        "var app = ConfidentialClientApplicationBuilder.Create(i).WithClientSecret(s).Build(); var token = (await app.AcquireTokenForClient(new[] { \"x\" }).ExecuteAsync()).AccessToken;"
    )]
    public async Task A_credential_for_each_message(string underlined, string inside) =>
        Assert.Equal(underlined, await Found.In("SMTP4013", Loop(inside)));

    [Fact]
    public async Task A_credential_before_the_loop_or_on_a_condition_is_right()
    {
        Assert.Equal(
            "",
            await Found.In(
                "SMTP4013",
                Loop(
                    "var token = azure.GetToken(new TokenRequestContext(new[] { \"x\" })).Token;",
                    "var azure = new DefaultAzureCredential();"
                )
            )
        );
        Assert.Equal(
            "",
            await Found.In(
                "SMTP4013",
                Loop("TokenCredential azure = null; if (b) { azure = new DefaultAzureCredential(); } var token = t;")
            )
        );
        Assert.Equal(
            "",
            await Found.In(
                "SMTP4013",
                Loop("Func<TokenCredential> make = () => new DefaultAzureCredential(); var token = t;")
            )
        );
        Assert.Equal(
            "",
            await Found.In(
                "SMTP4013",
                Loop("var token = t;")
                    .Replace("c.Send(mail);", "var azure = new DefaultAzureCredential();", StringComparison.Ordinal)
            )
        );
        Assert.Equal(
            "",
            await Found.In(
                "SMTP4013",
                Loop("var azure = new DefaultAzureCredential(); var token = t;")
                    .Replace("smtp.office365.com", "smtp.gmail.com", StringComparison.Ordinal)
            )
        );
    }

    const string Secret = "q7~Zk4-Tundra.Pepper19";

    [Theory]
    [InlineData($"object M(string t) => new ClientSecretCredential(t, t, \"{Secret}\");", $"\"{Secret}\"")]
    [InlineData(
        $"object M(string t) => new ClientSecretCredential(clientSecret: \"{Secret}\", tenantId: t, clientId: t);",
        $"\"{Secret}\""
    )]
    [InlineData(
        $"const string Key = \"{Secret}\"; object M(string t) => new ClientSecretCredential(t, t, Key);",
        $"\"{Secret}\""
    )]
    [InlineData(
        $"static readonly TokenCredential Azure = new ClientSecretCredential(null, null, \"{Secret}\");",
        $"\"{Secret}\""
    )]
    [InlineData(
        $"object M(string t) => ConfidentialClientApplicationBuilder.Create(t).WithClientSecret(\"{Secret}\").Build();",
        $"\"{Secret}\""
    )]
    public async Task A_client_secret_in_the_code(string code, string underlined) =>
        Assert.Equal(underlined, await Found.In("SMTP4014", code));

    [Theory]
    [InlineData("object M(string t) => new ClientSecretCredential(t, t, t);")]
    [InlineData("object M(string t) => new ClientSecretCredential(t, t, \"your-client-secret\");")]
    [InlineData("object M(string t) => new ClientSecretCredential(t, t, \"\");")]
    [InlineData(
        "object M(string t) => new ClientSecretCredential(t, t, Environment.GetEnvironmentVariable(\"SECRET\"));"
    )]
    [InlineData(
        "object M() => new ClientSecretCredential(\"contoso.onmicrosoft.com\", \"5b1f0c5e-0000-4000-8000-000000000000\", Environment.GetEnvironmentVariable(\"S\"));"
    )]
    [InlineData("object M(string t) => ConfidentialClientApplicationBuilder.Create(t).WithClientSecret(t).Build();")]
    [InlineData(
        "object M(string t) => ConfidentialClientApplicationBuilder.Create(t).WithClientSecret(\"<secret>\").Build();"
    )]
    public async Task A_secret_from_elsewhere_or_a_placeholder_is_silent(string code) =>
        Assert.Equal("", await Found.In("SMTP4014", code));
}
