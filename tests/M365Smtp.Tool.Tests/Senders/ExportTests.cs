namespace M365Smtp.Tool.Tests.Senders;

/// <summary>From the output of the Exchange cmdlets to a senders file.</summary>
public class ExportTests
{
    // Objects of Exchange Online PowerShell 3 as written by ConvertTo-Json.
    const string Export = """
        {
          "Mailboxes": [
            { "UserPrincipalName": "app@contoso.com", "EmailAddresses": ["SMTP:App@contoso.com", "smtp:orders@contoso.com", "SPO:SPO_1@SPO_2", "X500:/o=First/cn=app"], "RecipientTypeDetails": "UserMailbox" },
            { "UserPrincipalName": "shop@contoso.com", "EmailAddresses": ["SMTP:shop@contoso.com"], "RecipientTypeDetails": "SharedMailbox" }
          ],
          "SendAs": [
            { "Trustee": "app@contoso.com", "Addresses": ["SMTP:shop@contoso.com", "smtp:store@contoso.com", "SIP:shop@contoso.com"] }
          ],
          "AcceptedDomains": [ { "DomainName": "contoso.com" }, { "DomainName": "contoso.onmicrosoft.com" } ]
        }
        """;

    [Fact]
    public async Task The_command_for_the_admin_is_printed_for_the_named_mailboxes()
    {
        using var senders = new SendersRun();
        var run = await senders.RunAsync(
            "--mailbox",
            "app@contoso.com",
            "--mailbox",
            "o'neil@contoso.com",
            "--from-export"
        );

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("$senders = 'app@contoso.com', 'o''neil@contoso.com'; ", run.Out, StringComparison.Ordinal);
        Assert.All(
            (string[])
                [
                    "Get-Mailbox -Identity $_",
                    "Get-RecipientPermission -Trustee $trustee -AccessRights SendAs",
                    "Get-AcceptedDomain",
                    "ConvertTo-Json",
                ],
            part => Assert.Contains(part, run.Out)
        );
        Assert.False(File.Exists(senders.Path));
    }

    [Fact]
    public async Task An_export_becomes_a_file_that_the_analyzers_can_read()
    {
        using var senders = new SendersRun();
        var run = await senders.RunAsync("--from-export", senders.Write("export.json", Export));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                "app@contoso.com | - | orders@contoso.com | shop@contoso.com store@contoso.com",
                "shop@contoso.com | shared |  | ",
            ],
            senders.Mailboxes
        );
        Assert.Equal(0, (await senders.RunAsync("--check")).ExitCode);
    }

    [Fact]
    public async Task The_output_of_each_cmdlet_by_itself_does_as_well()
    {
        using var senders = new SendersRun();
        var mailboxes = senders.Write(
            "mailboxes.json",
            """
            [ { "UserPrincipalName": "app@contoso.com", "Identity": "app", "EmailAddresses": ["SMTP:app@contoso.com"], "RecipientTypeDetails": "UserMailbox" },
              { "UserPrincipalName": "shop@contoso.com", "Identity": "Shop", "EmailAddresses": ["SMTP:shop@contoso.com", "smtp:store@contoso.com"], "RecipientTypeDetails": "SharedMailbox" } ]
            """
        );
        var permissions = senders.Write(
            "permissions.json",
            """
            [ { "Identity": "shop", "Trustee": "APP@contoso.com", "AccessControlType": "Allow", "AccessRights": ["SendAs"] },
              { "Identity": "shop", "Trustee": "NT AUTHORITY\\SELF", "AccessControlType": "Allow", "AccessRights": ["SendAs"] },
              { "Identity": "Somebody else", "Trustee": "app@contoso.com", "AccessControlType": "Allow", "AccessRights": ["SendAs"] } ]
            """
        );
        var run = await senders.RunAsync("--from-export", mailboxes, permissions);

        Assert.Equal(
            [
                "app@contoso.com | - |  | shop@contoso.com store@contoso.com",
                "shop@contoso.com | shared | store@contoso.com | ",
            ],
            senders.Mailboxes
        );
        Assert.Contains(
            "app@contoso.com holds Send As for 'Somebody else', whose address the export does not show",
            run.Error
        );
    }

    [Fact]
    public async Task Get_Mailbox_alone_leaves_grants_unknown()
    {
        using var senders = new SendersRun();
        await senders.RunWithInputAsync(
            """{ "UserPrincipalName": "app@contoso.com", "EmailAddresses": "SMTP:app@contoso.com smtp:orders@contoso.com" }""",
            "--from-export",
            "-"
        );

        Assert.Equal(["app@contoso.com | - | orders@contoso.com | -"], senders.Mailboxes);
    }

    [Fact]
    public async Task Only_the_named_mailboxes_are_taken()
    {
        using var senders = new SendersRun();
        await senders.RunAsync(
            "--from-export",
            senders.Write("export.json", Export),
            "--mailbox",
            "ORDERS@contoso.com"
        );

        Assert.StartsWith("app@contoso.com", Assert.Single(senders.Mailboxes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_by_hand_stays()
    {
        using var senders = new SendersRun(
            """
            {
              "version": 1,
              "comment": "of the shop team",
              "acceptedDomains": ["contoso.com"],
              "mailboxes": [
                { "upn": "App@contoso.com", "kind": "application", "addresses": ["SMTP:orders@contoso.com", "old@contoso.com"], "sendAs": ["team@contoso.com"], "comment": "by a group" },
                { "upn": "hand@contoso.com" },
              ]
            }
            """
        );
        var run = await senders.RunAsync("--from-export", senders.Write("export.json", Export));

        Assert.Equal(
            [
                "App@contoso.com | application | SMTP:orders@contoso.com old@contoso.com | team@contoso.com shop@contoso.com store@contoso.com",
                "hand@contoso.com | - | - | -",
                "shop@contoso.com | shared |  | ",
            ],
            senders.Mailboxes
        );
        Assert.Equal("by a group", (string?)senders.Mailbox(0)["comment"]);
        Assert.Contains("of the shop team", senders.Text);
        Assert.Contains("unknown to the tenant: app@contoso.com: address old@contoso.com", run.Out);
        Assert.Contains("added: app@contoso.com: sendAs shop@contoso.com", run.Out);
    }

    [Fact]
    public async Task An_alias_listed_as_UPN_is_corrected()
    {
        using var senders = new SendersRun(
            """{ "version": 1, "mailboxes": [ { "upn": "orders@contoso.com", "comment": "kept" } ] }"""
        );
        var run = await senders.RunAsync(
            "--from-export",
            senders.Write("export.json", Export),
            "--mailbox",
            "app@contoso.com"
        );

        Assert.Contains("added: orders@contoso.com: the UPN is app@contoso.com", run.Out);
        Assert.Equal(
            "app@contoso.com | - | orders@contoso.com | shop@contoso.com store@contoso.com",
            Assert.Single(senders.Mailboxes)
        );
        Assert.Equal("kept", (string?)senders.Mailbox(0)["comment"]);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        using var senders = new SendersRun();
        var export = senders.Write("export.json", Export);
        await senders.RunAsync("--from-export", export);
        var first = senders.Text;
        var again = await senders.RunAsync("--from-export", export);

        Assert.Equal(first, senders.Text);
        Assert.DoesNotContain("added", again.Out);
    }

    [Fact]
    public async Task Check_tells_drift_by_its_exit_code_and_writes_nothing()
    {
        using var senders = new SendersRun();
        var export = senders.Write("export.json", Export);
        await senders.RunAsync("--from-export", export);
        Assert.Equal(0, (await senders.RunAsync("--check", "--from-export", export)).ExitCode);

        var before = senders.Text;
        var drifted = await senders.RunAsync(
            "--check",
            "--from-export",
            senders.Write("later.json", Export.Replace("smtp:orders@", "smtp:sales@"))
        );
        Assert.Equal(1, drifted.ExitCode);
        Assert.Contains("missing: app@contoso.com: addresses sales@contoso.com", drifted.Out);
        Assert.Contains("unknown to the tenant: app@contoso.com: address orders@contoso.com", drifted.Out);
        Assert.Equal(before, senders.Text);
    }

    [Fact]
    public async Task Hashing_hides_addresses_and_keeps_UPNs_and_what_they_mean()
    {
        using var senders = new SendersRun();
        var export = senders.Write("export.json", Export);
        await senders.RunAsync("--from-export", export, "--hash");

        Assert.DoesNotContain("orders@", senders.Text);
        Assert.DoesNotContain("store@", senders.Text);
        Assert.Contains("\"upn\": \"app@contoso.com\"", senders.Text);
        Assert.Equal(0, (await senders.RunAsync("--check")).ExitCode);
        Assert.Equal(0, (await senders.RunAsync("--check", "--from-export", export)).ExitCode);
        Assert.Contains(
            "an alias of app@contoso.com",
            (
                await ToolRun.OfAsync(
                    "explain",
                    "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect",
                    "--mailbox",
                    "orders@contoso.com",
                    "--senders",
                    senders.Path
                )
            ).Out
        );
    }

    [Fact]
    public async Task A_file_without_hashes_can_be_hashed_later_and_is_added_to_in_hashes()
    {
        using var senders = new SendersRun(
            """{ "version": 1, "mailboxes": [ { "upn": "app@contoso.com", "addresses": ["orders@contoso.com"] } ] }"""
        );
        await senders.RunAsync("--hash");
        Assert.DoesNotContain("orders@", senders.Text);

        await senders.RunAsync("--from-export", senders.Write("export.json", Export));
        Assert.DoesNotContain("store@", senders.Text);
        Assert.Equal(0, (await senders.RunAsync("--check")).ExitCode);
    }

    [Theory]
    [InlineData(
        """{ "version": 1, "mailboxes": [ { "upn": "orders" } ] }""",
        "(1,42): SMTP3000: 'orders' is not a mail address"
    )]
    [InlineData("""{ "version": 1, /* mine */ "mailboxes": [] }""", "has comments, which would be lost")]
    [InlineData("""{ "version": 9, "mailboxes": [] }""", "is not a supported version")]
    public async Task A_file_that_cannot_be_kept_whole_is_not_touched(string text, string message)
    {
        using var senders = new SendersRun(text);
        var run = await senders.RunAsync("--from-export", senders.Write("export.json", Export));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(message, run.Error);
        Assert.Equal(text, senders.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"Mailboxes\": \"no\" }")]
    [InlineData("not json")]
    [InlineData("""{ "UserPrincipalName": "no address", "EmailAddresses": [] }""")]
    public async Task What_is_no_export_is_refused_and_the_command_named(string export)
    {
        using var senders = new SendersRun();
        var run = await senders.RunAsync("--from-export", senders.Write("export.json", export));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("m365smtp senders --from-export --mailbox UPN", run.Error);
        Assert.False(File.Exists(senders.Path));
    }

    [Theory]
    [InlineData("Say what to do")]
    [InlineData("Take one source", "--from-export", "x.json", "--from-graph")]
    [InlineData("is not there", "--check")]
    [InlineData("Name the mailboxes that send", "--from-export")]
    [InlineData("'orders' is not a mail address", "--from-export", "--mailbox", "orders")]
    [InlineData("cannot be read", "--from-export", "/no/such/export.json")]
    [InlineData("needs --token-env NAME or --token-stdin", "--from-graph", "--mailbox", "app@contoso.com")]
    [InlineData(
        "must begin with https://",
        "--from-graph",
        "--graph-url",
        "http://graph.example.com",
        "--token-stdin",
        "--mailbox",
        "app@contoso.com"
    )]
    [InlineData("is not a URL", "--from-graph", "--graph-url", "graph")]
    public async Task Wrong_arguments_are_named(string message, params string[] args)
    {
        using var senders = new SendersRun();
        var run = await senders.RunAsync(args);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task Check_names_the_mistakes_of_a_file_by_itself()
    {
        using var senders = new SendersRun("""{ "version": 1, "mailboxes": [ { "upn": "orders" } ] }""");
        var run = await senders.RunAsync("--check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("m365smtp.senders.json(1,42): SMTP3000: 'orders' is not a mail address", run.Out);
    }
}
