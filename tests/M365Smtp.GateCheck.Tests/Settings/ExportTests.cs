namespace M365Smtp.Tests.Settings;

public class ExportTests
{
    [Fact]
    public void One_command_shows_every_switch()
    {
        var settings = GateSettings.FromExport(
            """
            {
              "TransportConfig": { "SmtpClientAuthenticationDisabled": true },
              "CASMailbox": { "SmtpClientAuthenticationDisabled": false },
              "User": { "UserPrincipalName": "alerts@contoso.com", "AuthenticationPolicy": "Block Basic" },
              "OrganizationConfig": { "DefaultAuthenticationPolicy": "Allow" },
              "AuthenticationPolicies": [ { "Name": "Allow", "AllowBasicAuthSmtp": true }, { "Name": "Block Basic", "AllowBasicAuthSmtp": false } ]
            }
            """
        );

        Assert.Equal(
            new()
            {
                UserPrincipalName = "alerts@contoso.com",
                Tenant = SmtpAuthSwitch.Blocked,
                Mailbox = SmtpAuthSwitch.Allowed,
                PolicyAllowsBasicSmtp = false,
            },
            settings
        );
        Assert.Equal(SmtpAuthDecision.Allowed, settings.SmtpAuth);
    }

    [Fact]
    public void The_default_policy_applies_to_a_user_without_one() =>
        Assert.True(
            GateSettings
                .FromExport(
                    """
                    { "User": { "AuthenticationPolicy": null }, "OrganizationConfig": { "DefaultAuthenticationPolicy": "Allow" },
                      "AuthenticationPolicies": [ { "Name": "Allow", "AllowBasicAuthSmtp": true } ] }
                    """
                )
                .PolicyAllowsBasicSmtp
        );

    [Theory]
    [InlineData(
        """{ "User": { }, "ServicePrincipals": [ { "AppId": "aaaaaaaa-0000-4000-8000-000000000001", "ObjectId": "bbbbbbbb-0000-4000-8000-000000000001" }, { "AppId": "no id", "ObjectId": null }, 7 ] }""",
        1
    )]
    [InlineData(
        """[ { "AppId": "aaaaaaaa-0000-4000-8000-000000000001", "ObjectId": "bbbbbbbb-0000-4000-8000-000000000001" }, { "AppId": "aaaaaaaa-0000-4000-8000-000000000002", "ObjectId": "bbbbbbbb-0000-4000-8000-000000000002" } ]""",
        2
    )]
    [InlineData(
        """{ "AppId": "aaaaaaaa-0000-4000-8000-000000000001", "ObjectId": "bbbbbbbb-0000-4000-8000-000000000001" }""",
        1
    )]
    [InlineData("""{ "User": { }, "ServicePrincipals": [] }""", null)]
    [InlineData("""{ "User": { } }""", null)]
    public void Only_service_principals_with_both_ids_are_read(string json, int? count) =>
        Assert.Equal(count, GateSettings.FromExport(json).ServicePrincipals?.Count);

    [Theory]
    [InlineData(
        """{ "SmtpClientAuthenticationDisabled": null, "ImapEnabled": true, "PrimarySmtpAddress": "alerts@contoso.com" }""",
        SmtpAuthSwitch.Inherited,
        SmtpAuthSwitch.NotRead
    )]
    [InlineData(
        """[{ "SmtpClientAuthenticationDisabled": true, "OWAEnabled": true }]""",
        SmtpAuthSwitch.Blocked,
        SmtpAuthSwitch.NotRead
    )]
    [InlineData(
        """{ "SmtpClientAuthenticationDisabled": true, "AllowLegacyTLSClients": false }""",
        SmtpAuthSwitch.NotRead,
        SmtpAuthSwitch.Blocked
    )]
    [InlineData(
        """{ "CASMailbox": { "SmtpClientAuthenticationDisabled": "" } }""",
        SmtpAuthSwitch.Inherited,
        SmtpAuthSwitch.NotRead
    )]
    [InlineData(
        """{ "CASMailbox": { "SmtpClientAuthenticationDisabled": "False" } }""",
        SmtpAuthSwitch.Allowed,
        SmtpAuthSwitch.NotRead
    )]
    [InlineData("""{ "CASMailbox": { } }""", SmtpAuthSwitch.NotRead, SmtpAuthSwitch.NotRead)]
    public void A_single_cmdlet_is_recognized_by_its_other_properties(
        string json,
        SmtpAuthSwitch mailbox,
        SmtpAuthSwitch tenant
    )
    {
        var settings = GateSettings.FromExport(json);
        Assert.Equal((mailbox, tenant), (settings.Mailbox, settings.Tenant));
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{ \"CASMailbox\": ", "not JSON")]
    [InlineData("[]", "holds 0 objects")]
    [InlineData("[{},{}]", "holds 2 objects")]
    [InlineData("3", "not a JSON object")]
    [InlineData("{}", "None of")]
    [InlineData("""{ "SmtpClientAuthenticationDisabled": true }""", "nothing shows of which")]
    [InlineData("""{ "CASMailbox": { "SmtpClientAuthenticationDisabled": 7 } }""", "neither true, false nor null")]
    [InlineData("""{ "UserPrincipalName": "\ud800" }""", "surrogate")]
    public void Invalid_exports_get_a_clear_error(string json, string says) =>
        Assert.Contains(says, Assert.Throws<FormatException>(() => GateSettings.FromExport(json)).Message);

    [Fact]
    public void The_command_names_the_mailbox_and_changes_nothing()
    {
        var command = GateSettings.ExportCommand("o'brien@contoso.com");

        Assert.Contains("Get-CASMailbox -Identity 'o''brien@contoso.com'", command);
        Assert.Contains("Get-ServicePrincipal", command);
        Assert.DoesNotContain("Set-", command);
        Assert.DoesNotContain("New-", command);
    }

    [Fact]
    public void Values_missing_from_one_reader_come_from_another() =>
        Assert.Equal(
            new()
            {
                SecurityDefaults = true,
                Mailbox = SmtpAuthSwitch.Allowed,
                Tenant = SmtpAuthSwitch.Blocked,
            },
            new GateSettings { SecurityDefaults = true }.Or(
                new()
                {
                    SecurityDefaults = false,
                    Mailbox = SmtpAuthSwitch.Allowed,
                    Tenant = SmtpAuthSwitch.Blocked,
                }
            )
        );
}
