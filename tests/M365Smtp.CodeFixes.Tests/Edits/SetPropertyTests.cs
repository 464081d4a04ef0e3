using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Edits;

public class SetPropertyTests
{
    const string Using = "using System.Net.Mail;\n";

    [Theory]
    [InlineData(
        """var c = [|new SmtpClient("h", 25)|];""",
        """var c = new SmtpClient("h", 25) { EnableSsl = true };"""
    )]
    [InlineData("""SmtpClient c = [|new("h")|];""", """SmtpClient c = new("h") { EnableSsl = true };""")]
    [InlineData(
        """SmtpClient c = [|new()|] ; // default""",
        """SmtpClient c = new() { EnableSsl = true } ; // default"""
    )]
    [InlineData(
        """using (var c = [|new SmtpClient("h")|]) c.Send("a", "b", "c", "d");""",
        """using (var c = new SmtpClient("h") { EnableSsl = true }) c.Send("a", "b", "c", "d");"""
    )]
    [InlineData(
        """[|new SmtpClient("h")|].Send("a", "b", "c", "d");""",
        """new SmtpClient("h") { EnableSsl = true }.Send("a", "b", "c", "d");"""
    )]
    public Task A_creation_gets_an_initializer(string before, string after) =>
        EditStory.SetProperty(Using + before, "EnableSsl", "true", Using + after);

    [Theory]
    [InlineData(
        """var c = [|new SmtpClient { Host = "h" }|];""",
        """var c = new SmtpClient { Host = "h", EnableSsl = true };"""
    )]
    [InlineData(
        """var c = [|new SmtpClient { Host = "h",}|];""",
        """var c = new SmtpClient { Host = "h", EnableSsl = true,};"""
    )]
    [InlineData(
        """var c = [|new SmtpClient {Host="h"/* the relay */}|];""",
        """var c = new SmtpClient {Host="h", EnableSsl = true/* the relay */};"""
    )]
    [InlineData("""var c = [|new SmtpClient { }|];""", """var c = new SmtpClient { EnableSsl = true };""")]
    [InlineData("""var c = [|new SmtpClient("h") {}|];""", """var c = new SmtpClient("h") { EnableSsl = true };""")]
    [InlineData(
        """var c = [|new SmtpClient { Host = "h", EnableSsl =  false /* why? */ }|];""",
        """var c = new SmtpClient { Host = "h", EnableSsl =  true /* why? */ };"""
    )]
    public Task An_initializer_on_one_line_stays_on_one_line(string before, string after) =>
        EditStory.SetProperty(Using + before, "EnableSsl", "true", Using + after);

    [Fact]
    public Task An_initializer_on_many_lines_gets_another_line() =>
        EditStory.SetProperty(
            """
            using System.Net.Mail;
            var client = [|new SmtpClient("h")
            {
                Port = 25,
                Credentials = new NetworkCredential(
                    "a@contoso.com", "")   // from the vault
            }|];
            """,
            "EnableSsl",
            "true",
            """
            using System.Net.Mail;
            var client = new SmtpClient("h")
            {
                Port = 25,
                Credentials = new NetworkCredential(
                    "a@contoso.com", ""),   // from the vault
                EnableSsl = true
            };
            """
        );

    [Fact]
    public Task A_trailing_comma_is_kept() =>
        EditStory.SetProperty(
            """
            using System.Net.Mail;
            var client = [|new SmtpClient {
              Host = "h",
              Port = 25, /* was
                            465 */
            }|];
            """,
            "EnableSsl",
            "true",
            """
            using System.Net.Mail;
            var client = new SmtpClient {
              Host = "h",
              Port = 25, /* was
                            465 */
              EnableSsl = true,
            };
            """
        );

    [Fact]
    public Task An_empty_initializer_on_many_lines_gets_its_first_line() =>
        EditStory.SetProperty(
            """
            using System.Net.Mail;
            var client = [|new SmtpClient("h")
            { // settings
            }|];
            """,
            "EnableSsl",
            "true",
            """
            using System.Net.Mail;
            var client = new SmtpClient("h")
            { // settings
                EnableSsl = true
            };
            """
        );

    [Fact]
    public Task Windows_line_ends_stay() =>
        EditStory.SetProperty(
            Using + "var c = [|new SmtpClient\r\n{\r\n\tHost = \"h\"\r\n}|];\r\n",
            "Port",
            "587",
            Using + "var c = new SmtpClient\r\n{\r\n\tHost = \"h\",\r\n\tPort = 587\r\n};\r\n"
        );

    [Theory]
    [InlineData("{ Timeout = 9; }", "{ EnableSsl = true; Timeout = 9; }")]
    [InlineData("{}", "{ EnableSsl = true; }")]
    [InlineData("{ this.EnableSsl = false; }", "{ this.EnableSsl = true; }")]
    [InlineData("=> Timeout = 9; /* short */", "{ EnableSsl = true; Timeout = 9; } /* short */")]
    [InlineData("=> EnableSsl = false;", "=> EnableSsl = true;")]
    public Task A_subclass_sets_it_in_its_constructor(string before, string after) =>
        EditStory.SetProperty(
            $$"""using System.Net.Mail; class Relay : SmtpClient { public Relay() [|: base("h", 25)|] {{before}} }""",
            "EnableSsl",
            "true",
            $$"""using System.Net.Mail; class Relay : SmtpClient { public Relay() : base("h", 25) {{after}} }"""
        );

    [Fact]
    public Task A_subclass_keeps_the_layout_of_its_constructor() =>
        EditStory.SetProperty(
            """
            using System.Net.Mail;
            class Relay : SmtpClient
            {
                public Relay()
                    [|: base("h", 25)|]
                { // as in the wiki
                    // Slow network.
                    Timeout = 9;
                }
            }
            """,
            "EnableSsl",
            "true",
            """
            using System.Net.Mail;
            class Relay : SmtpClient
            {
                public Relay()
                    : base("h", 25)
                { // as in the wiki
                    EnableSsl = true;
                    // Slow network.
                    Timeout = 9;
                }
            }
            """
        );

    [Theory]
    [InlineData("""class Relay() : [|SmtpClient("h")|];""")]
    [InlineData("var c = [|new SmtpClient\n{\n#if DEBUG\n    Port = 25,\n#endif\n}|];")]
    [InlineData("""var c = [|SmtpClientFactory.Make()|];""")]
    [InlineData("""var c = [|new System.Net.Mail.MailAddressCollection { new MailAddress("a@contoso.com") }|];""")]
    [InlineData("""var c = [|new SmtpClient("h"|];""")]
    [InlineData("""var c = [|new SmtpClient { Port = 25|]""")]
    public Task Code_without_a_clear_insertion_point_is_left_alone(string code) =>
        EditStory.NotOffered(Using + code, at => Edit.SetProperty(at, "EnableSsl", "true"));

    [Fact]
    public async Task Two_properties_share_one_initializer()
    {
        var file = MarkedFile.Parse("Mail.cs", Using + """var c = [|new SmtpClient("h")|];""");
        var creation = EditStory.OriginAt(file, file.Marks[0]);
        var changed = await EditStory.ApplyAsync(
            MailProject.Create([file]),
            Edit.SetProperty(creation, "Port", "587"),
            Edit.SetProperty(creation, "EnableSsl", "true")
        );
        Assert.Equal(
            Using + """var c = new SmtpClient("h") { Port = 587, EnableSsl = true };""",
            await changed!.TextAsync(new MarkedCode([file]))
        );
    }
}
