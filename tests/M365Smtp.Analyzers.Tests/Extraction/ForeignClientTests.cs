namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>A client class of a library, whose constructors are out of sight: they may have set anything.</summary>
public class ForeignClientTests
{
    const string Library = """
        namespace Lib {
            public class Office : System.Net.Mail.SmtpClient {
                public Office(string host, int port) : base(host, port) => EnableSsl = true;
                public Office() { }
            }
        }
        """;

    [Theory]
    [InlineData("new Lib.Office(\"h\", 587)", "Send: ?:? ?")]
    [InlineData("new Lib.Office()", "Send: ?:? ?")]
    [InlineData("new Lib.Office { Host = \"h\", Port = 587 }", "Send: h:587 ?")]
    [InlineData("new Lib.Office { Host = \"h\", Port = 587, EnableSsl = false }", "Send: h:587 None")]
    [InlineData("new Own()", "Send: ?:? ?")]
    [InlineData("new Own(587)", "Send: ?:587 ?")]
    [InlineData("new Own { EnableSsl = true }", "Send: ?:? StartTls")]
    public void It_is_known_by_what_the_code_sets(string made, string facts) =>
        Assert.Contains(
            facts,
            Facts.OfLibrary(
                Library,
                $$"""
                using System.Net.Mail;
                class Own : Lib.Office {
                    public Own() : base("h", 25) { }
                    public Own(int port) : base("h", 25) => Port = port;
                }
                class C { void M(MailMessage m) => {{made}}.Send(m); }
                """
            ).Split(" / ")
        );
}
