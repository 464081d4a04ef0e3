namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP1008: Exchange Web Services in Exchange Online, but never a server on-premises.</summary>
public class WebServicesAddressTests
{
    const string Url = "https://outlook.office365.com/EWS/Exchange.asmx";

    // Most feeds no longer have the EWS Managed API; its names are enough.
    const string ManagedApi = """
        class WebCredentials { public WebCredentials(string user, string password) { } }
        class ExchangeService { public Uri Url { get; set; } public WebCredentials Credentials { get; set; } public void AutodiscoverUrl(string address) { } }
        class EmailMessage { public EmailMessage(ExchangeService service) { } public void Send() { } }
        """;

    const string Others = """
        class FactAttribute : Attribute { }
        interface ILog { void LogWarning(string text, params object[] values); }
        """;

    public static TheoryData<string, string> Calls =>
        new()
        {
            {
                "the managed API",
                $$"""void M() { var s = new ExchangeService { Url = new Uri("{{Url}}") }; new EmailMessage(s).Send(); }"""
            },
            {
                "with a password",
                $$"""void M(string p) { var s = new ExchangeService(); s.Credentials = new WebCredentials("a@contoso.com", p); s.Url = new Uri("{{Url}}"); }"""
            },
            { "a constant", $$"""const string Ews = "{{Url}}"; void M(ExchangeService s) => s.Url = new Uri(Ews);""" },
            {
                "a constant that is compared and called",
                $$"""const string Ews = "{{Url}}"; bool Is(string url) => url == Ews; void M(ExchangeService s) => s.Url = new Uri(Ews);"""
            },
            { "a constant for other files", $$"""public const string Ews = "{{Url}}";""" },
            { "a field", $$"""readonly Uri ews = new Uri("{{Url}}");""" },
            { "a static field", $$"""static readonly string Ews = "{{Url}}";""" },
            { "a property", $$"""string Ews { get; set; } = "{{Url}}";""" },
            { "a default", $$"""void M(string url = null) { url = url ?? "{{Url}}"; }""" },
            { "a choice", $$"""Uri M(bool cloud, string own) => new Uri(cloud ? "{{Url}}" : own);""" },
            {
                "a switch expression",
                $$"""string M(string where) => where switch { "cloud" => "{{Url}}", _ => null };"""
            },
            { "a plain request", $$"""Task M(HttpClient c, HttpContent soap) => c.PostAsync("{{Url}}", soap);""" },
            { "a web request", $$"""void M() { var r = WebRequest.CreateHttp("{{Url}}"); }""" },
            { "a lambda", $$"""Func<string> M() => () => "{{Url}}";""" },
            { "an argument of somebody's", $$"""void M() => Console.WriteLine("{{Url}}");""" },
            { "a list", $$"""List<string> M() => new List<string> { "{{Url}}" };""" },
            { "an array", $$"""string[] M() => new[] { "{{Url}}" };""" },
            { "a dictionary", $$"""Dictionary<string, string> M() => new() { ["ews"] = "{{Url}}" };""" },
            { "an optional parameter of a local function", $$"""void M() { string At() => "{{Url}}"; }""" },
            { "a constructor", $$"""C() { var s = new ExchangeService { Url = new Uri("{{Url}}") }; }""" },
            {
                "an attribute's neighbour",
                $$"""[Obsolete] void M(ExchangeService s) { s.Url = new Uri("{{Url}}"); }"""
            },
            {
                "inside try",
                $$"""void M(ExchangeService s) { try { s.Url = new Uri("{{Url}}"); } catch (Exception) { throw; } }"""
            },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_address_is_underlined(string story, string members) =>
        Assert.Equal((story, $"\"{Url}\""), (story, await Found.In("SMTP1008", members, ManagedApi)));

    [Theory]
    [InlineData("https://outlook.office365.com/ews/exchange.asmx")]
    [InlineData("https://OUTLOOK.office365.com/EWS")]
    [InlineData("https://outlook.office365.com/EWS/Services.wsdl")]
    public async Task However_it_is_written(string url) =>
        Assert.Equal($"\"{url}\"", await Found.In("SMTP1008", $$"""Uri M() => new Uri("{{url}}");"""));

    [Fact]
    public async Task In_two_parts() =>
        Assert.Equal(
            "\"https://outlook.office365.com\" + \"/EWS/Exchange.asmx\"",
            await Found.In(
                "SMTP1008",
                """Uri M() => new Uri("https://outlook.office365.com" + "/EWS/Exchange.asmx");"""
            )
        );

    public static TheoryData<string, string> Silent =>
        new()
        {
            {
                "on-premises",
                """Uri M() => new Uri("https://mail.contoso.com/EWS/Exchange.asmx"); // outlook.office365.com/EWS"""
            },
            {
                "on-premises named like it",
                """Uri M() => new Uri("https://outlook.office365.com.contoso.local/EWS/Exchange.asmx");"""
            },
            {
                "autodiscover",
                """void M(ExchangeService s) => s.AutodiscoverUrl("a@contoso.com"); // office365 /EWS"""
            },
            {
                "a national cloud, of which no date is known",
                """Uri M() => new Uri("https://outlook.office365.us/EWS/Exchange.asmx");"""
            },
            { "China", """Uri M() => new Uri("https://partner.outlook.cn/EWS/Exchange.asmx");""" },
            { "another service of the host", """Uri M() => new Uri("https://outlook.office365.com/owa/"); // /ews""" },
            { "the admin API", """Uri M() => new Uri("https://outlook.office365.com/adminapi/v2.0"); // /ews""" },
            { "a scope", """string M() => "https://outlook.office365.com/EWS.AccessAsUser.All";""" },
            { "the default scope", """string M() => "https://outlook.office365.com/.default"; // /ews""" },
            { "a path that begins alike", """Uri M() => new Uri("https://outlook.office365.com/ewsproxy/a");""" },
            { "a comment", $$"""/* {{Url}} */ void M() { }""" },
            { "a text", $$"""void M() => Console.WriteLine("{{Url}} is being switched off");""" },
            { "a comparison", $$"""bool M(string url) => url == "{{Url}}";""" },
            {
                "a comparison with a constant",
                $$"""const string Old = "{{Url}}"; bool M(string url) => url == Old; bool N(string url) => url.StartsWith(Old);"""
            },
            { "a log", $$"""void M(ILog log) => log.LogWarning("EWS at {Url} is off.", "{{Url}}");""" },
            { "a list of addresses", $$"""static readonly string[] Known = { "{{Url}}", "https://mail.contoso.com/EWS/Exchange.asmx" };""" },
            { "a pattern", $$"""bool M(string url) => url is "{{Url}}";""" },
            { "a case", $$"""int M(string url) { switch (url) { case "{{Url}}": return 1; default: return 0; } }""" },
            { "a question", $$"""bool M(string url) => url.StartsWith("{{Url}}");""" },
            { "a replacement", $$"""string M(string url) => url.Replace("{{Url}}", "https://graph.microsoft.com");""" },
            { "an attribute", $$"""[Obsolete("{{Url}}")] void M() { }""" },
            { "a unit test", $$"""[Fact] void M(ExchangeService s) { s.Url = new Uri("{{Url}}"); }""" },
            { "no URL", """string M() => "outlook.office365.com/EWS";""" },
            { "a documentation link", """string M() => "https://learn.microsoft.com/exchange/ews"; // office365""" },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task Everything_else_is_silent(string story, string members) =>
        Assert.Equal(
            (story, ""),
            (story, await Found.In("SMTP1008", members, ManagedApi + Others))
        );

    [Fact]
    public async Task In_Visual_Basic() =>
        Assert.Equal(
            $"\"{Url}\"",
            await Found.InVisualBasic(
                "SMTP1008",
                $$"""
                Imports System
                Class C
                    Private ReadOnly ews As New Uri("{{Url}}")
                End Class
                """
            )
        );
}
