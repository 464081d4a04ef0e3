namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>SMTP3007, SMTP3008, SMTP5003: recipients that High Volume Email and Direct Send do not accept.</summary>
public class RecipientTests
{
    const string HighVolume = "smtp.hve.mx.microsoft",
        Mx = "contoso-com.mail.protection.outlook.com",
        M365 = "smtp.office365.com";

    const string Kit = "using MailKit.Net.Smtp;",
        Net = "using System.Net.Mail;";

    static string NetMail(string body, string host = HighVolume) =>
        $$"""void M(string p, string unknown, MailMessage given) { using var c = new SmtpClient("{{host}}", 587) { EnableSsl = true }; {{body}} }""";

    static string MailKit(string body, string host = HighVolume) =>
        $$"""void M(string p, MimeMessage given) { using var c = new SmtpClient(); c.Connect("{{host}}", 587, SecureSocketOptions.StartTls); {{body}} }""";

    public static TheoryData<string, string> Outside =>
        new()
        {
            { Net, NetMail("""c.Send("a@contoso.com", "x@gmail.com", "s", "b");""") },
            { Net, NetMail("""c.Send(new MailMessage("a@contoso.com", "x@gmail.com"));""") },
            { Net, NetMail("""c.Send(new MailMessage("a@contoso.com", "x@gmail.com", "s", "b"));""") },
            { Net, NetMail("""var m = new MailMessage(); m.To.Add("x@gmail.com"); c.Send(m);""") },
            { Net, NetMail("""var m = new MailMessage(); m.CC.Add("x@gmail.com"); c.Send(m);""") },
            { Net, NetMail("""var m = new MailMessage(); m.Bcc.Add(new MailAddress("x@gmail.com")); c.Send(m);""") },
            { Net, NetMail("""var m = new MailMessage { To = { "x@gmail.com" } }; c.Send(m);""") },
            { Net, NetMail("""given.To.Add("x@gmail.com"); c.Send(given);""") },
            { Net, NetMail("""kept.To.Clear(); kept.To.Add("x@gmail.com"); c.Send(kept);""") + " MailMessage kept;" },
            {
                Net,
                NetMail("""kept.To.Add("x@gmail.com"); kept.CC.Clear(); given.To.Clear(); c.Send(kept);""")
                    + " MailMessage kept;"
            },
            { Net, NetMail("""c.SendMailAsync("a@contoso.com", "x@gmail.com", "s", "b").Wait();""") },
            {
                Kit,
                MailKit("""var m = new MimeMessage(); m.To.Add(new MailboxAddress("X", "x@gmail.com")); c.Send(m);""")
            },
            {
                Kit,
                MailKit("""var m = new MimeMessage(); m.Cc.Add(MailboxAddress.Parse("x@gmail.com")); c.Send(m);""")
            },
            { Kit, MailKit("""given.Bcc.Add(new MailboxAddress(null, "x@gmail.com")); c.Send(given);""") },
        };

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task High_Volume_Email_to_somebody_outside(string library, string members)
    {
        Assert.Equal("\"x@gmail.com\"", await Found.In("SMTP3007", members, library));
        Assert.Equal("", await Found.In("SMTP3008", members, library));
    }

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task Direct_Send_to_somebody_outside(string library, string members)
    {
        Assert.Equal(
            "\"x@gmail.com\"",
            await Found.In("SMTP3008", members.Replace(HighVolume, Mx, StringComparison.Ordinal), library)
        );
        Assert.Equal(
            "",
            await Found.In("SMTP3007", members.Replace(HighVolume, Mx, StringComparison.Ordinal), library)
        );
    }

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task Client_submission_goes_everywhere(string library, string members)
    {
        var submission = members.Replace(HighVolume, M365, StringComparison.Ordinal);
        Assert.Equal("", await Found.In("SMTP3007", submission, library));
        Assert.Equal("", await Found.In("SMTP3008", submission, library));
    }

    [Theory]
    [InlineData("x@outlook.com")]
    [InlineData("x@hotmail.com")]
    [InlineData("X@GMAIL.COM")]
    [InlineData("a@contoso.com,x@yahoo.de")]
    [InlineData("X <x@web.de>")]
    public async Task However_the_recipient_is_written(string to) =>
        Assert.Equal(
            $"\"{to}\"",
            await Found.In("SMTP3007", NetMail($"""c.Send("a@contoso.com", "{to}", "s", "b");"""), Net)
        );

    [Theory]
    [InlineData("MailboxAddress.Parse(", 5)]
    [InlineData("new MailboxAddress(null, ", 5)]
    public async Task A_text_on_its_way_to_an_address(string made, int longest)
    {
        Task<string> Chain(int length) =>
            Found.In(
                "SMTP3007",
                MailKit(
                    "var k0 = \"x@gmail.com\";"
                        + string.Concat(Enumerable.Range(1, length).Select(i => $"var k{i} = k{i - 1};"))
                        + $"given.To.Add({made}k{length})); c.Send(given);"
                ),
                Kit
            );

        Assert.Equal("\"x@gmail.com\"", await Chain(longest));
        Assert.Equal("", await Chain(longest + 1));
    }

    public static TheoryData<string, string> Silent =>
        new()
        {
            {
                "a domain that may be the tenant's",
                NetMail("""c.Send("a@contoso.com", "x@fabrikam.com", "s", "b");""")
            },
            { "a recipient from elsewhere", NetMail("""c.Send("a@contoso.com", unknown, "s", "b");""") },
            { "a placeholder", NetMail("""c.Send("a@contoso.com", "youremail@gmail.com", "s", "b");""") },
            { "the sender", NetMail("""c.Send("x@gmail.com", "b@contoso.com", "s", "b");""") },
            {
                "taken back from a message that is kept",
                NetMail("""kept.To.Add("x@gmail.com"); kept.To.Clear(); c.Send(kept);""") + " MailMessage kept;"
            },
            { "Reply-To", NetMail("""given.ReplyToList.Add("x@gmail.com"); c.Send(given);""") },
            { "the text", NetMail("""c.Send("a@contoso.com", "b@contoso.com", "s", "write to x@gmail.com");""") },
            {
                "a list of one's own",
                NetMail("""var list = new List<string>(); list.Add("x@gmail.com"); c.Send(given);""")
            },
            {
                "a host from elsewhere",
                """void M(string host) { new SmtpClient(host).Send("a@contoso.com", "x@gmail.com", "s", "b"); }"""
            },
            {
                "another server in the file",
                NetMail(
                    """c.Send("a@contoso.com", "x@gmail.com", "s", "b"); new SmtpClient("smtp.example.com").Send(given);"""
                )
            },
            { "another method", NetMail("c.Send(given);") + """ void N(MailMessage m) { m.To.Add("x@gmail.com"); }""" },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task What_is_not_certainly_outside_is_silent(string story, string members)
    {
        Assert.Equal((story, ""), (story, await Found.In("SMTP3007", members, Net)));
        Assert.Equal(
            (story, ""),
            (story, await Found.In("SMTP3008", members.Replace(HighVolume, Mx, StringComparison.Ordinal), Net))
        );
    }

    [Fact]
    public async Task With_a_sign_in_the_MX_endpoint_is_the_fault() =>
        Assert.Equal(
            "",
            await Found.In(
                "SMTP3008",
                NetMail(
                    """c.Credentials = new NetworkCredential("a@contoso.com", p); c.Send("a@contoso.com", "x@gmail.com", "s", "b");""",
                    Mx
                ),
                Net
            )
        );

    [Fact]
    public async Task More_than_fifty_recipients_of_one_message()
    {
        string List(int count) => string.Join(",", Enumerable.Range(1, count).Select(i => $"u{i}@contoso.com"));
        string One(int count) => NetMail($"""var m = new MailMessage(); m.To.Add("{List(count)}"); c.Send(m);""");
        string Each(int count) =>
            NetMail(
                "var m = new MailMessage();"
                    + string.Concat(Enumerable.Range(1, count).Select(i => $"m.Bcc.Add(\"u{i}@contoso.com\");"))
                    + "c.Send(m);"
            );
        string Two(int count) =>
            NetMail(
                $"""var m = new MailMessage(); var n = new MailMessage(); m.To.Add("{List(count)}"); n.To.Add("{List(count)}"); c.Send(m); c.Send(n);"""
            );

        Assert.Equal("", await Found.In("SMTP5003", One(50), Net));
        Assert.Equal($"\"{List(51)}\"", await Found.In("SMTP5003", One(51), Net));
        Assert.Equal("", await Found.In("SMTP5003", Each(50), Net));
        Assert.Equal("\"u51@contoso.com\"", await Found.In("SMTP5003", Each(51), Net));
        Assert.Equal("", await Found.In("SMTP5003", Two(30), Net));
        Assert.Equal("", await Found.In("SMTP5003", One(60).Replace(HighVolume, M365, StringComparison.Ordinal), Net));
    }
}
