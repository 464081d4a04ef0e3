namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// A port that only some paths have is judged with the host of these paths, and with no other provider's.
/// </summary>
public class PortChoiceTests
{
    const string M365 = "\"smtp.office365.com\"";

    [Theory]
    [InlineData(
        "the default of a look-up that is no number",
        $"int port = int.TryParse(s, out var p) ? p : 25; Send({M365}, port);",
        "SMTP1005"
    )]
    [InlineData(
        "the default where parsing fails",
        $"if (!int.TryParse(s, out var port)) port = 465; Send({M365}, port);",
        "SMTP1004"
    )]
    [InlineData("the default of a parameter that may be missing", $"Send({M365}, number ?? 465);", "SMTP1004")]
    [InlineData(
        "the default of an account without a port",
        $$"""var host = o switch { { Host: { Length: > 0 } own } => own, { User: var u } when u.EndsWith("@gmail.com") => "smtp.gmail.com", _ => {{M365}} }; Send(host, o.Port ?? 465);""",
        "SMTP1004"
    )]
    [InlineData("a branch", $"Send({M365}, b ? 587 : 465);", "SMTP1004")]
    [InlineData("a field", $"Send({M365}, field);", "SMTP1004")]
    [InlineData(
        "a method that also returns the host",
        $"var port = 587; string Host() {{ if (b) port = 25; else port = 465; return {M365}; }} Send(Host(), port);",
        "SMTP1005 SMTP1004"
    )]
    [InlineData("one after the other", $"foreach (var port in Ports) Send({M365}, port);", "SMTP1004 SMTP1005")]
    [InlineData(
        "one after the other, written in the loop",
        $$"""foreach (int port in new[] { 25, 587 }) Send({{M365}}, port);""",
        "SMTP1005"
    )]
    public async Task Of_the_host(string name, string body, string ids) =>
        Assert.Equal((name, ids), (name, await Found(body)));

    [Theory]
    [InlineData(
        "one comparison, twice",
        $"""Send(s == "gmail" ? "smtp.gmail.com" : {M365}, s == "gmail" ? 465 : 587);"""
    )]
    [InlineData(
        "one comparison, its other way round",
        $"""Send(s != "gmail" ? {M365} : "smtp.gmail.com", "gmail" == s ? 465 : 587);"""
    )]
    [InlineData(
        "two switches",
        $$"""var host = s switch { "gmail" => "smtp.gmail.com", "yahoo" => "smtp.mail.yahoo.com", _ => {{M365}} }; var port = s switch { "yahoo" => 465, "gmail" => 465, _ => 587 }; Send(host, port);"""
    )]
    [InlineData(
        "a switch and a comparison",
        $$"""var host = s switch { "outlook" => {{M365}}, _ => "smtp.gmail.com" }; Send(host, s == "gmail" ? 465 : 587);"""
    )]
    [InlineData(
        "the end of an address",
        $"""Send(o.User.EndsWith("@gmail.com") ? "smtp.gmail.com" : {M365}, o.User.EndsWith("@gmail.com") ? 465 : 587);"""
    )]
    [InlineData(
        "an enum of the settings",
        $"Send(o.Kind == Kind.Gmail ? \"smtp.gmail.com\" : {M365}, o.Kind == Kind.Gmail ? 465 : 587);"
    )]
    [InlineData("a flag of the settings", $"Send(o.IsGmail ? \"smtp.gmail.com\" : {M365}, o.IsGmail ? 465 : 587);")]
    [InlineData(
        "a flag of the settings, denied",
        $"Send(!o.IsGmail ? {M365} : \"smtp.gmail.com\", o.IsGmail ? 465 : 587);"
    )]
    [InlineData(
        "a host that is missing",
        $"Send(string.IsNullOrEmpty(o.Host) ? {M365} : o.Host, string.IsNullOrEmpty(o.Host) ? 587 : 465);"
    )]
    [InlineData("a host that is null", $"Send(o.Host ?? {M365}, o.Host == null ? 587 : 465);")]
    [InlineData("a host that is not null", $"Send(o.Host ?? {M365}, o.Host is not null ? 465 : 587);")]
    [InlineData(
        "an and, twice",
        $"""Send(b && s == "gmail" ? "smtp.gmail.com" : {M365}, b && s == "gmail" ? 465 : 587);"""
    )]
    [InlineData(
        "an or, twice",
        $"""Send(b || s == "gmail" ? "smtp.gmail.com" : {M365}, b || s == "gmail" ? 465 : 587);"""
    )]
    [InlineData(
        "a method of one's own, twice",
        $"""Send(IsGmail(s) ? "smtp.gmail.com" : {M365}, IsGmail(s) ? 465 : 587);"""
    )]
    [InlineData(
        "a local function, twice",
        $"""bool G() => s == "gmail"; Send(G() ? "smtp.gmail.com" : {M365}, G() ? 465 : 587);"""
    )]
    [InlineData(
        "a list that holds it, twice",
        $"""var all = new System.Collections.Generic.List<string>(); Send(all.Contains(s) ? "smtp.gmail.com" : {M365}, all.Contains(s) ? 465 : 587);"""
    )]
    [InlineData("a number, twice", $"""Send(number > 1 ? "smtp.gmail.com" : {M365}, number > 1 ? 465 : 587);""")]
    [InlineData(
        "a pattern, twice",
        $$"""Send(s is { Length: > 0 } ? s : {{M365}}, s is { Length: > 0 } ? 465 : 587);"""
    )]
    [InlineData(
        "the host itself",
        $"""var host = s == "gmail" ? "smtp.gmail.com" : {M365}; Send(host, host == "smtp.gmail.com" ? 465 : 587);"""
    )]
    [InlineData(
        "put right for the host",
        $"""var host = {M365}; var port = b ? 465 : 25; if (host.Contains("office365")) port = 587; Send(host, port);"""
    )]
    [InlineData(
        "put right by the name of the host",
        $"var host = {M365}; var port = b ? 465 : 25; if (host == {M365}) port = 587; Send(host, port);"
    )]
    [InlineData("chosen where nobody sees", "Send(HostOf(s), PortOf(s));")]
    [InlineData(
        "a flag of the settings for port and TLS",
        $"using var c = new SmtpClient({M365}, 587) {{ EnableSsl = b, UseDefaultCredentials = true }}; if (!b) c.Timeout = 25; c.Send(new MailMessage());"
    )]
    [InlineData(
        "a flag handed in for both",
        $"using var c = new SmtpClient({M365}, b ? 587 : 587) {{ EnableSsl = b, UseDefaultCredentials = true }}; c.Send(new MailMessage());"
    )]
    [InlineData("a number that is no port of mail", $"Send({M365}, b ? 587 : 26);")]
    [InlineData("ports of another host", """foreach (var port in Ports) Send("mail.example.org", port);""")]
    [InlineData(
        "a socket that looks what is open",
        $"foreach (var port in Ports) new System.Net.Sockets.TcpClient().Connect({M365}, port);"
    )]
    public async Task Of_another_host(string name, string body) => Assert.Equal((name, ""), (name, await Found(body)));

    [Theory]
    [InlineData(
        "a member that was set meanwhile",
        $"if (o.Host == null) o.Host = s; Send(o.Host == null ? \"mail.example.org\" : {M365}, 465);",
        "SMTP1004"
    )]
    [InlineData(
        "a property that the library changes",
        $"var c = new System.Net.Sockets.TcpClient(); if (!c.Connected) c.Connect(s, 1); Send(c.Connected ? {M365} : \"mail.example.org\", 465);",
        "SMTP1004"
    )]
    public async Task A_condition_is_tested_again_if_its_value_may_have_changed(string name, string body, string ids) =>
        Assert.Equal((name, ids), (name, await Found(body)));

    static Task<string> Found(string body) =>
        Report.Of(
            Report.CSharp(
                $$"""
                using System.Net; using System.Net.Mail;
                enum Kind { Outlook, Gmail }
                class Account { public string Host { get; set; } public int? Port { get; set; } public string User { get; set; } public Kind Kind { get; set; } public bool IsGmail { get; set; } }
                class C {
                    static readonly int[] Ports = { 587, 465, 25 };
                    readonly int field;
                    public C(string s) { field = int.TryParse(s, out var p) ? p : 465; }
                    static bool IsGmail(string s) => s.EndsWith("@gmail.com");
                    static string HostOf(string s) => s == "gmail" ? "smtp.gmail.com" : {{M365}};
                    static int PortOf(string s) => s == "gmail" ? 465 : 587;
                    static void Send(string host, int port) { using var c = new SmtpClient(host, port) { EnableSsl = true, UseDefaultCredentials = true }; c.Send(new MailMessage()); }
                    void M(bool b, string s, int? number, Account o) { {{body}} }
                }
                """
            ),
            "SMTP4001",
            "SMTP4002",
            "SMTP4004",
            "SMTP5001"
        );
}
