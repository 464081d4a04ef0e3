namespace M365Smtp.Analyzers.Tests.Settings;

/// <summary>Sections of no known library: hosts, ports, logins and senders are judged, a TLS switch only if its values
/// are MailKit's.</summary>
public class JsonSectionTests
{
    public static TheoryData<string, string> Wrong =>
        new()
        {
            {
                "a port that takes no mail",
                """{ "Smtp": { "Host": "smtp.office365.com", "Port": {|SMTP1004:465|} } }"""
            },
            {
                "a port written as a string",
                """{ "Smtp": { "Host": "smtp.office365.com", "Port": "{|SMTP1004:2525|}" } }"""
            },
            { "port 25", """{ "Mail": { "Server": "smtp.office365.com", "Port": {|SMTP1005:25|} } }""" },
            {
                "a name that never existed",
                """{ "Mail": { "Server": "{|SMTP1001:smtp.office.com|}", "Port": 587 } }"""
            },
            {
                "Exchange Web Services, in a file without a mail host",
                """{ "Ews": { "Url": "{|SMTP1008:https://outlook.office365.com/EWS/Exchange.asmx|}", "User": "app@contoso.com" } }"""
            },
            {
                "Exchange Web Services beside a mail host",
                """{ "Calendar": "{|SMTP1008:https://outlook.office365.com/ews/exchange.asmx|}", "Smtp": { "Host": "smtp.office365.com", "Port": 587 } }"""
            },
            { "a misspelt name", """{ "Mail": { "SmtpServer": "{|SMTP1001:smtp.ofice365.com|}" } }""" },
            { "an undocumented name", """{ "Smtp": { "Host": "{|SMTP1002:outlook.office365.com|}", "Port": 587 } }""" },
            {
                "an undocumented name in a section called Smtp",
                """{ "Smtp": { "Host": "{|SMTP1002:outlook.office365.com|}" } }"""
            },
            {
                "an undocumented name that can only be for mail",
                """{ "Mail": { "SmtpHost": "{|SMTP1002:smtp.outlook.com|}" } }"""
            },
            { "a name on its way out", """{ "Hve": { "SmtpHost": "{|SMTP1006:smtp-hve.office365.com|}" } }""" },
            {
                "a login at the MX endpoint",
                """{ "Smtp": { "Host": "{|SMTP1003:contoso-com.mail.protection.outlook.com|}", "Port": 25, "User": "app@contoso.com" } }"""
            },
            {
                "an account name",
                """{ "Smtp": { "Host": "smtp.office365.com", "UserName": "{|SMTP3001:mailer|}" } }"""
            },
            {
                "a Windows account",
                """{ "Smtp": { "Host": "smtp.office365.com", "User": "{|SMTP3001:CONTOSO\\app|}" } }"""
            },
            {
                "another provider's account",
                """{ "Smtp": { "Host": "smtp.office365.com", "Login": "{|SMTP3004:shop@gmail.com|}" } }"""
            },
            {
                "another provider's mailbox",
                """{ "Smtp": { "Host": "smtp.office365.com", "Mailbox": "{|SMTP3004:shop@gmail.com|}" } }"""
            },
            {
                "a password",
                """{ "Smtp": { "Host": "smtp.office365.com", "User": "app@contoso.com", "Pwd": "{|SMTP4003:Hazel-Condor-85|}" } }"""
            },
            {
                "a sender of another tenant",
                """{ "Smtp": { "Host": "smtp.office365.com", "User": "app@contoso.com", "From": "{|SMTP3003 Warning:app@fabrikam.com|}" } }"""
            },
            {
                "names written in any style",
                """{ "smtp_server": "smtp.office365.com", "smtp_port": {|SMTP1004:465|}, "smtp-user-name": "{|SMTP3001:mailer|}" }"""
            },
            {
                "misspelt names, told by their values",
                """{ "Mail": { "SMPTAdress": "smtp.office365.com", "SmptPrt": {|SMTP1004:465|}, "Usr": "{|SMTP3001:mailer|}" } }"""
            },
            {
                "a name nobody foresaw for the only number",
                """{ "Mail": { "Host": "smtp.office365.com", "Prot": {|SMTP1004:465|} } }"""
            },
            {
                "credentials in a group of their own",
                """{ "Smtp": { "Host": "smtp.office365.com", "Credentials": { "UserName": "{|SMTP3001:mailer|}" }, "From": { "Address": "x@contoso.com" } } }"""
            },
            {
                "one of two servers, told by the first half of the names",
                """{ "Mailing": { "MainServer": "smtp.gmail.com", "MainPort": 465, "SpareServer": "smtp.office365.com", "SparePort": {|SMTP1004:465|}, "Login": "x@gmail.com" } }"""
            },
            {
                "one of a list",
                """{ "Servers": [ { "Host": "smtp.sendgrid.net", "Port": 465 }, { "Host": "smtp.office365.com", "Port": {|SMTP1004:993|} } ] }"""
            },
            {
                "two faults in one line are two findings",
                """{ "Smtp": { "Host": "{|SMTP1001:smtp.live.com|}", "Port": {|SMTP1004:465|} } }"""
            },
            { "port behind the host", """{ "Smtp": { "Server": "smtp.office365.com:{|SMTP1004:465|}" } }""" },
            {
                "port behind the host beside a port of its own",
                """{ "Smtp": { "Server": "{|SMTP1001:smtp.office365.com:587|}", "Port": 587 } }"""
            },
            {
                "MailKit's words without a reference to it",
                """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "SecureSocketOptions": "{|SMTP2001:None|}" } }"""
            },
            {
                "a word that only MailKit has",
                """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "Security": "{|SMTP2002:SslOnConnect|}" } }"""
            },
            {
                "a number of MailKit's options",
                """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "SecureSocketOptions": {|SMTP2003:4|} } }"""
            },
            {
                "a connection string",
                """{ "ConnectionStrings": { "Mail": "Host=smtp.office365.com;Port={|SMTP1004:465|};Password={|SMTP4003:Hazel-Condor-85|}" } }"""
            },
            {
                "environment variables of a launch profile",
                """{ "profiles": { "https": { "environmentVariables": { "SMTP_HOST": "{|SMTP1001:smtp.live.com|}", "SMTP_PORT": "{|SMTP1005:25|}" } } } }"""
            },
            {
                "the last of a key counts",
                """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "Port": {|SMTP1004:465|} } }"""
            },
            {
                "numbered servers",
                """{ "Mail": { "Host1": "smtp.office365.com", "Port1": 587, "Host2": "smtp.office365.com", "Port2": {|SMTP1004:465|} } }"""
            },
            {
                "lower case without a seam",
                """{ "spareserver": "smtp.office365.com", "spareport": {|SMTP1004:465|} }"""
            },
            {
                "comments, trailing commas and any line end",
                "{ // mail\r\n \"Smtp\": {\r\n /* x */ \"Host\": \"smtp.office365.com\",\r\n \"Port\": {|SMTP1004:465|},\r\n },\r\n}"
            },
        };

    public static TheoryData<string, string> Right =>
        new()
        {
            {
                "everything right",
                """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "EnableSsl": true, "User": "app@contoso.com", "From": "app@contoso.com" } }"""
            },
            {
                "another provider",
                """{ "Smtp": { "Host": "smtp.gmail.com", "Port": 465, "UseSsl": true, "User": "x", "Password": "Hazel-Condor-85" } }"""
            },
            { "a local catcher", """{ "Smtp": { "Host": "localhost", "Port": 1025, "UseSsl": false } }""" },
            {
                "a switch whose reader is not known",
                """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "EnableSsl": false, "UseSsl": true, "Security": "None" } }"""
            },
            { "direct send", """{ "Smtp": { "Host": "contoso-com.mail.protection.outlook.com", "Port": 25 } }""" },
            {
                "direct send from a mailbox",
                """{ "Smtp": { "Host": "contoso-com.mail.protection.outlook.com", "Port": 25, "Mailbox": "alerts@contoso.com" } }"""
            },
            {
                "an account by its display name",
                """{ "Smtp": { "Host": "smtp.office365.com", "Account": "Contoso Support" } }"""
            },
            { "the IMAP host", """{ "Inbox": { "Host": "outlook.office365.com", "Port": 993 } }""" },
            {
                "the IMAP host by its name",
                """{ "Imap": { "Host": "outlook.office365.com" }, "Pop": { "Host": "outlook.office365.com" } }"""
            },
            {
                "IMAP beside SMTP",
                """{ "Mail": { "SmtpHost": "smtp.office365.com", "SmtpPort": 587, "ImapHost": "outlook.office365.com", "ImapPort": 993, "PopHost": "outlook.office365.com" } }"""
            },
            {
                "SMTP's host in an IMAP section",
                """{ "ImapSettings": { "Host": "smtp.office365.com", "Port": 993 } }"""
            },
            {
                "an OAuth scope",
                """{ "Mail": { "Host": "smtp.office365.com", "Scope": "https://outlook.office365.com/.default" } }"""
            },
            {
                "a host in a sentence",
                """{ "Help": { "Server": "Use smtp.live.com, port 25, for your mail", "Port": 25 } }"""
            },
            {
                "a list of names",
                """{ "Known": [ "smtp.live.com", "smtp.office.com" ], "BlockedHosts": { "Host": "smtp.live.com" } }"""
            },
            { "a host that is blocked", """{ "Smtp": { "BlockedHost": "smtp.live.com" } }""" },
            {
                "a section that is commented out",
                """{ "Smtp": { "Host": "smtp.office365.com" /*, "Port": 465 */ }, "//Smtp": { "Host": "smtp.live.com" }, "_old": { "Host": "smtp.live.com" } }"""
            },
            {
                "a port of something else",
                """{ "Smtp": { "Host": "smtp.office365.com", "Support": 465, "DailyReport": 25, "report": 465, "Timeout": 30000, "Retries": 3 } }"""
            },
            { "the only number is no port", """{ "Smtp": { "Host": "smtp.office365.com", "TimeoutSeconds": 30 } }""" },
            {
                "a port that competes with another",
                """{ "Smtp": { "Host": "smtp.office365.com", "PrimaryPort": 465, "OtherPort": 25 } }"""
            },
            {
                "a flag with the name of a login",
                """{ "Smtp": { "Host": "smtp.office365.com", "UseLogin": true, "UsePassword": true } }"""
            },
            {
                "the login of the other server",
                """{ "Mailing": { "MainServer": "smtp.gmail.com", "SpareServer": "smtp.office365.com", "Login": "shop@gmail.com" } }"""
            },
            {
                "the first of a key does not count",
                """{ "Smtp": { "Host": "smtp.live.com", "Host": "smtp.office365.com" } }"""
            },
            {
                "placeholders",
                """{ "Smtp": { "Host": "smtp.office365.com", "User": "#{SmtpUser}#", "Password": "${SMTP_PASSWORD}" } }"""
            },
            {
                "empty values",
                """{ "Smtp": { "Host": "smtp.office365.com", "User": "", "Password": "", "Port": null } }"""
            },
            {
                "a client secret is no password",
                """{ "Smtp": { "Host": "smtp.office365.com", "User": "app@contoso.com", "ClientId": "x", "ClientSecret": "Hazel-Condor-85" } }"""
            },
            {
                "a display name",
                """{ "Smtp": { "Host": "smtp.office365.com", "User": "app@contoso.com", "From": "Contoso <app@contoso.com>", "SenderName": "Contoso" } }"""
            },
            {
                "sister clouds",
                """{ "A": { "SmtpHost": "smtp.partner.outlook.cn", "Port": 587 }, "B": { "SmtpHost": "outlook.office365.us", "Port": 587 }, "C": { "Host": "smtp.hve.mx.microsoft", "Port": 587 } }"""
            },
            {
                "a port elsewhere in a flat file",
                """{ "SmtpServer": "smtp.office365.com", "Port": 8080, "DbPort": 1433, "UserName": "sa", "AdminPassword": "Hazel-Condor-85" }"""
            },
            {
                "MailKit's right word",
                """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "SecureSocketOptions": "StartTls" } }"""
            },
            {
                "a newsletter is no Exchange Web Services",
                """{ "Newsletter": { "Host": "smtp.office365.com", "Port": 587 } }"""
            },
            { "a broken file", """{ "Smtp": { "Host": "smtp.live.com", "Port": 465 """ },
            { "Exchange Web Services of one's own", """{ "Ews": "https://mail.contoso.com/EWS/Exchange.asmx" }""" },
            {
                "Exchange Web Services in a national cloud, for which no date is known",
                """{ "Ews": "https://outlook.office365.us/EWS/Exchange.asmx" }"""
            },
            {
                "a list of addresses that nobody has to call",
                """{ "Blocked": ["https://outlook.office365.com/EWS/Exchange.asmx"] }"""
            },
            {
                "a sentence about Exchange Web Services",
                """{ "Help": "It was https://outlook.office365.com/EWS/Exchange.asmx once." }"""
            },
            {
                "a mail server for retrieval, in a section called Pop",
                """{ "Pop": { "Server": "smtp.office365.com", "Port": 995 }, "Retrieval": { "Pop": { "Server": "smtp.office365.com", "Port": 465 } } }"""
            },
            { "a page below the same host", """{ "Owa": "https://outlook.office365.com/owa/" }""" },
            { "an address of the web", """{ "Links": { "Server": "https://smtp.gmail.com" } }""" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public Task Every_mistake_is_reported_at_its_location(string story, string settings) => Judge(story, settings);

    [Theory]
    [MemberData(nameof(Right))]
    public Task What_is_right_or_not_known_is_silent(string story, string settings) => Judge(story, settings);

    [Theory]
    [InlineData("Port", "{|SMTP1004:465|}")]
    [InlineData("Prt", "{|SMTP1004:465|}")]
    [InlineData("PortNo", "{|SMTP1004:465|}")]
    [InlineData("PortNumber", "{|SMTP1004:465|}")]
    [InlineData("User", "{|SMTP3001:mailer|}")]
    [InlineData("UserId", "{|SMTP3001:mailer|}")]
    [InlineData("UserName", "{|SMTP3001:mailer|}")]
    [InlineData("Usr", "{|SMTP3001:mailer|}")]
    [InlineData("Login", "{|SMTP3001:mailer|}")]
    [InlineData("LoginName", "{|SMTP3001:mailer|}")]
    [InlineData("Logon", "{|SMTP3001:mailer|}")]
    [InlineData("Upn", "{|SMTP3001:mailer|}")]
    [InlineData("Account", "{|SMTP3004:shop@gmail.com|}")]
    [InlineData("Mailbox", "{|SMTP3004:shop@gmail.com|}")]
    [InlineData("Uid", "{|SMTP3004:shop@gmail.com|}")]
    [InlineData("Ssl", "{|SMTP2002:SslOnConnect|}", ", \"Port\": 587")]
    [InlineData("Tls", "{|SMTP2002:SslOnConnect|}", ", \"Port\": 587")]
    [InlineData("Security", "{|SMTP2002:SslOnConnect|}", ", \"Port\": 587")]
    [InlineData("SocketOptions", "{|SMTP2002:SslOnConnect|}", ", \"Port\": 587")]
    [InlineData("SecureSocketOption", "{|SMTP2002:SslOnConnect|}", ", \"Port\": 587")]
    [InlineData("Encryption", "{|SMTP2002:SslOnConnect|}", ", \"Port\": 587")]
    [InlineData("EncryptionMethod", "{|SMTP2002:SslOnConnect|}", ", \"Port\": 587")]
    [InlineData("Password", "{|SMTP4003:Hazel-Condor-85|}")]
    [InlineData("Passwort", "{|SMTP4003:Hazel-Condor-85|}")]
    [InlineData("Passwd", "{|SMTP4003:Hazel-Condor-85|}")]
    [InlineData("PassPhrase", "{|SMTP4003:Hazel-Condor-85|}")]
    [InlineData("Pass", "{|SMTP4003:Hazel-Condor-85|}")]
    [InlineData("Pwd", "{|SMTP4003:Hazel-Condor-85|}")]
    [InlineData("Pw", "{|SMTP4003:Hazel-Condor-85|}")]
    [InlineData("Secret", "{|SMTP4003:Hazel-Condor-85|}")]
    [InlineData("From", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("FromAddress", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("FromEmail", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("FromEmailAddress", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("FromMail", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("MailFrom", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("EmailFrom", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("Sender", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("SenderAddress", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("SenderEmail", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("SenderMail", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("SenderEmailAddress", "{|SMTP3003 Warning:shop@fabrikam.com|}", ", \"User\": \"app@contoso.com\"")]
    [InlineData("Pages", "465")]
    public Task The_usual_names_are_known(string name, string value, string more = "") =>
        Judge(name, $$"""{ "Smtp": { "Host": "smtp.office365.com", "{{name}}": "{{value}}"{{more}}, "Retries": 3 } }""");

    [Theory]
    [InlineData("Host")]
    [InlineData("HostName")]
    [InlineData("HostAddress")]
    [InlineData("Server")]
    [InlineData("ServerName")]
    [InlineData("ServerAddress")]
    [InlineData("Smtp")]
    [InlineData("Relay")]
    [InlineData("Gateway")]
    [InlineData("Endpoint")]
    [InlineData("Address")]
    [InlineData("Adress")]
    [InlineData("Url")]
    [InlineData("Uri")]
    [InlineData("Mx")]
    public Task The_usual_names_of_a_host_are_known(string name) =>
        Judge(name, $$"""{ "Mail": { "{{name}}": "{|SMTP1001:smtp.office.com|}", "Retries": 3 } }""");

    [Theory]
    [InlineData("m365smtp.allow_port_25", "true")]
    [InlineData("m365smtp.allowed_hosts", "smtp.office365.com")]
    public Task What_a_team_allows_is_silent(string option, string value) =>
        new SettingsProject { Options = new() { [option] = value } }.Judge(
            ("appsettings.json", """{ "Smtp": { "Host": "smtp.office365.com", "Port": 25 } }""")
        );

    [Fact]
    public Task A_host_that_a_team_adds_counts() =>
        new SettingsProject { Options = new() { ["m365smtp.additional_hosts"] = "relay.contoso.com" } }.Judge(
            ("appsettings.json", """{ "Smtp": { "Host": "relay.contoso.com", "Port": {|SMTP1004:465|} } }""")
        );

    [Fact]
    public async Task Thousands_of_hosts_are_data_and_take_no_longer_than_their_text()
    {
        var keys = string.Join(
            ",",
            Enumerable.Range(0, 60_000).Select(i => $"\"Host{i}\": \"smtp.live.com\", \"Port{i}\": 465")
        );
        var names = string.Join(",", Enumerable.Repeat("\"smtp.live.com\"", 60_000));

        var found = await new SettingsProject().Run([
            new SettingsProject.MemoryText(
                "/app/appsettings.json",
                $$"""{ "Names": [ {{names}} ], "Keys": { {{keys}} } }"""
            ),
        ]);

        Assert.Empty(found);
    }

    static Task Judge(string story, string settings)
    {
        Assert.NotEmpty(story);
        return new SettingsProject().Judge(("appsettings.json", settings));
    }
}
