using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Analyzers.Tests.Senders;

/// <summary>Every login with every From, with and without the senders file, and with hashed addresses, wherever mail
/// settings can be written.</summary>
public class TruthTableTests
{
    const string Salt = "b3f1c2d4e5a69788";

    const string Plain = """
        { "version": 1, "acceptedDomains": ["contoso.com"], "mailboxes": [
            { "upn": "app@contoso.com", "addresses": ["orders@contoso.com", "sales@contoso.com"], "sendAs": ["shop@contoso.com"] },
            { "upn": "boss@contoso.com", "addresses": [], "sendAs": [] } ] }
        """;

    static readonly string Hashed = $$"""
        { "version": 1, "acceptedDomains": ["contoso.com"], "salt": "{{Salt}}", "mailboxes": [
            { "upn": "app@contoso.com", "addresses": ["{{Hash("orders@contoso.com")}}", "{{Hash(
            "sales@contoso.com"
        )}}"], "sendAs": ["{{Hash("shop@contoso.com")}}"] },
            { "upn": "boss@contoso.com", "addresses": [], "sendAs": [] } ] }
        """;

    // Hashing the file makes no difference.
    const string Table = """
        login   | from    | with the file             | without it
        upn     | same    |                           |
        upn     | alias   |                           | 3003 Info
        upn     | granted |                           | 3003 Info
        upn     | foreign | 3003 Warning              | 3003 Info
        upn     | unknown |                           |
        alias   | same    | 3002 Warning              |
        alias   | alias   | 3002 Warning              | 3003 Info
        alias   | granted | 3002 Warning              | 3003 Info
        alias   | foreign | 3002 Warning, 3003 Warning| 3003 Info
        alias   | unknown | 3002 Warning              |
        foreign | same    | 3006 Info                 |
        foreign | alias   | 3003 Warning, 3006 Info   | 3003 Warning
        foreign | granted | 3003 Warning, 3006 Info   | 3003 Warning
        foreign | foreign | 3003 Warning, 3006 Info   | 3003 Warning
        foreign | unknown | 3006 Info                 |
        unknown | same    |                           |
        unknown | alias   |                           |
        unknown | granted |                           |
        unknown | foreign |                           |
        unknown | unknown |                           |
        """;

    public static IEnumerable<TheoryDataRow<string, string, string, string>> Rows =>
        from line in Table.Split('\n').Skip(1)
        let cells = line.Split('|').Select(cell => cell.Trim()).ToArray()
        from file in (string[])["present", "absent", "hashed"]
        select new TheoryDataRow<string, string, string, string>(
            cells[0],
            cells[1],
            file,
            file == "absent" ? cells[3] : cells[2]
        );

    [Theory, MemberData(nameof(Rows))]
    public async Task System_Net_Mail_in_CSharp(string login, string from, string file, string said) =>
        Assert.Equal(
            said,
            await SendersProject.OfCSharp(
                $$"""
                var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                client.Credentials = new NetworkCredential({{Code(Login(login), "login")}}, secret);
                client.Send({{Code(From(login, from), "sender")}}, "to@fabrikam.com", "s", "b");
                """,
                File(file)
            )
        );

    [Theory, MemberData(nameof(Rows))]
    public async Task System_Net_Mail_in_Visual_Basic(string login, string from, string file, string said) =>
        Assert.Equal(
            said,
            await SendersProject.OfVisualBasic(
                $"""
                Dim client As New SmtpClient("smtp.office365.com", 587) With {"{"} .EnableSsl = True {"}"}
                client.Credentials = New NetworkCredential({Code(Login(login), "login")}, secret)
                client.Send({Code(From(login, from), "sender")}, "to@fabrikam.com", "s", "b")
                """,
                File(file)
            )
        );

    [Theory, MemberData(nameof(Rows))]
    public Task MailKit_with_a_password(string login, string from, string file, string said) =>
        MailKit($"{Code(Login(login), "login")}, secret", login, from, file, said);

    [Theory, MemberData(nameof(Rows))]
    public Task MailKit_with_a_token(string login, string from, string file, string said) =>
        MailKit($"new SaslMechanismOAuth2({Code(Login(login), "login")}, secret)", login, from, file, said);

    [Theory, MemberData(nameof(Rows))]
    public async Task Json_settings(string login, string from, string file, string said) =>
        Assert.Equal(
            said,
            await SendersProject.OfSettings(
                "appsettings.json",
                $$"""
                { "Smtp": { "Host": "smtp.office365.com", "Port": 587{{Member("UserName", Login(login))}}{{Member(
                    "From",
                    From(login, from)
                )}} } }
                """,
                File(file)
            )
        );

    [Theory, MemberData(nameof(Rows))]
    public async Task Xml_settings(string login, string from, string file, string said) =>
        Assert.Equal(
            said,
            await SendersProject.OfSettings(
                "app.config",
                $"""
                <configuration><appSettings>
                    <add key="SmtpHost" value="smtp.office365.com" />{Add("SmtpUser", Login(login))}{Add(
                    "SmtpFrom",
                    From(login, from)
                )}
                </appSettings></configuration>
                """,
                File(file)
            )
        );

    static async Task MailKit(string signIn, string login, string from, string file, string said) =>
        Assert.Equal(
            said,
            await SendersProject.OfCSharp(
                $$"""
                var message = new MimeMessage();
                message.From.Add(MailboxAddress.Parse({{Code(From(login, from), "sender")}}));
                var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate({{signIn}});
                client.Send(message);
                """,
                File(file)
            )
        );

    static string? Login(string login) =>
        login switch
        {
            "upn" => "app@contoso.com",
            "alias" => "orders@contoso.com",
            "foreign" => "app@fabrikam.com",
            _ => null,
        };

    static string? From(string login, string from) =>
        from switch
        {
            "same" => Login(login),
            "alias" => "sales@contoso.com",
            "granted" => "shop@contoso.com",
            "foreign" => "boss@contoso.com",
            _ => null,
        };

    static string? File(string file) =>
        file switch
        {
            "present" => Plain,
            "hashed" => Hashed,
            _ => null,
        };

    static string Hash(string address) => AddressHash.Of(Salt, address);

    static string Code(string? text, string variable) => text is null ? variable : $"\"{text}\"";

    static string Member(string name, string? value) => value is null ? "" : $", \"{name}\": \"{value}\"";

    static string Add(string key, string? value) => value is null ? "" : $"<add key=\"{key}\" value=\"{value}\" />";
}
