namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>
/// Options whose class has defaults, filled by code out of sight: a default counts unless a file sets it beside a
/// Microsoft host, for then that file may be what fills them.
/// </summary>
public class DefaultBesideFileTests
{
    const string Host = "\"Host\": \"smtp.office365.com\"";

    [Theory]
    [InlineData("no file", "", true)]
    [InlineData("nothing", "\"Other\": { \"Port\": 587 }", true)]
    [InlineData("the port beside the host", $$"""
        "Mail": { {{Host}}, "Port": 587 }
        """, false)]
    [InlineData("the port beside the host in small letters", $$"""
        "mail": { {{Host}}, "port": 587 }
        """, false)]
    [InlineData("the host alone", $$"""
        "Mail": { {{Host}} }
        """, true)]
    [InlineData("the port elsewhere", $$"""
        "Mail": { {{Host}} }, "Web": { "Port": 80 }
        """, true)]
    [InlineData("the port beside another host", """
        "Mail": { "Host": "smtp.gmail.com", "Port": 465 }
        """, true)]
    public async Task The_default_port_counts_if_a_file_sets(string name, string settings, bool found)
    {
        (string, string)[] files =
        [
            (
                "MailOptions.cs",
                """public class MailOptions { public string Host { get; set; } = "smtp.office365.com"; public int Port { get; set; } = 465; }"""
            ),
            (
                "Sender.cs",
                "public class Sender { public void Send(MailOptions mail, string token) { "
                    + Code.Net("mail.Host", "mail.Port")
                    + " } }"
            ),
            .. name == "no file" ? [] : new[] { ("appsettings.json", "{ " + settings + " }") },
        ];

        var findings = await new MiniatureProject(name, files).Findings(wrong: true);

        Assert.Equal((name, found), (name, findings.Any(one => one.StartsWith("SMTP1004", StringComparison.Ordinal))));
    }
}
