using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Settings;

/// <summary>A finding's edits change only the value and make the file correct.</summary>
public class SettingsFixTests
{
    [Theory]
    [InlineData(
        """{ "Smtp": { "Host": "smtp.office.com", "Port": 587 } }""",
        """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587 } }"""
    )]
    [InlineData(
        """{ "Smtp": { "Host": "smtp.office365.com", /* why? */ "Port": 465, } }""",
        """{ "Smtp": { "Host": "smtp.office365.com", /* why? */ "Port": 587, } }"""
    )]
    [InlineData(
        """{ "Smtp": { "Host": "smtp.office365.com", "Port": "2525" } }""",
        """{ "Smtp": { "Host": "smtp.office365.com", "Port": "587" } }"""
    )]
    [InlineData(
        """{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "SecureSocketOptions": "SslOnConnect" } }""",
        """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "SecureSocketOptions": "StartTls" } }"""
    )]
    [InlineData(
        """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "SecureSocketOptions": 4 } }""",
        """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "SecureSocketOptions": 3 } }"""
    )]
    [InlineData(
        """{ "OrchardCore": { "OrchardCore_Email_Smtp": { "Host": "smtp.office365.com", "Port": 587, "EncryptionMethod": 1 } } }""",
        """{ "OrchardCore": { "OrchardCore_Email_Smtp": { "Host": "smtp.office365.com", "Port": 587, "EncryptionMethod": 2 } } }"""
    )]
    [InlineData(
        """{ "Smtp": { "Host": "smtp.office365.com", "User": "orders+web@contoso.com" } }""",
        """{ "Smtp": { "Host": "smtp.office365.com", "User": "orders@contoso.com" } }"""
    )]
    [InlineData(
        """{ "Smtp": { "Host": "smtp.office365.com", "User": "app@contoso.com", "From": "app@fabrikam.com" } }""",
        """{ "Smtp": { "Host": "smtp.office365.com", "User": "app@contoso.com", "From": "app@contoso.com" } }"""
    )]
    [InlineData(
        """{ "Mail": { "Server": "smtp.office365.com:465" } }""",
        """{ "Mail": { "Server": "smtp.office365.com:587" } }"""
    )]
    public void A_value_of_a_JSON_file_is_put_right(string wrong, string right) =>
        Fixed("appsettings.json", wrong, right);

    [Theory]
    [InlineData(
        """host="smtp.office365.com" port="465" enableSsl="false" """,
        """host="smtp.office365.com" port="587" enableSsl="true" """
    )]
    [InlineData("""host="smtp.live.com" port='25'""", """host="smtp-mail.outlook.com" port='587'""")]
    [InlineData(
        """host="smtp.office365.com" defaultCredentials="true" userName="app@contoso.com" """,
        """host="smtp.office365.com" defaultCredentials="false" userName="app@contoso.com" """
    )]
    public void An_attribute_of_mail_settings_is_put_right(string wrong, string right) =>
        Fixed("web.config", MailSettings(wrong), MailSettings(right));

    [Theory]
    [InlineData("""{ "Smtp": { "Host": "smtp.office365.com", "User": "CONTOSO\\app" } }""")]
    [InlineData(
        """{ "Smtp": { "Host": "smtp.office365.com", "User": "app@contoso.com", "From": "a\u0070p@fabrikam.com" } }"""
    )]
    [InlineData(
        """{ "Umbraco": { "CMS": { "Global": { "Smtp": { "Host": "smtp.office365.com", "Port": 587 } } } } }"""
    )]
    [InlineData("""{ "MailKit": { "Client": { "Endpoint": "smtp://smtp.office365.com:587" } } }""")]
    public void Where_no_value_can_be_written_nothing_is_offered(string settings)
    {
        var findings = Find("appsettings.json", settings);

        Assert.NotEmpty(findings);
        Assert.Empty(findings.SelectMany(found => found.Finding.Edits));
    }

    static void Fixed(string path, string wrong, string right)
    {
        var edits = Find(path, wrong).SelectMany(found => found.Finding.Edits).Distinct();
        var written = edits
            .OrderByDescending(edit => edit.At.Location.SourceSpan.Start)
            .Aggregate(
                wrong,
                (text, edit) =>
                    text.Remove(edit.At.Location.SourceSpan.Start, edit.At.Location.SourceSpan.Length)
                        .Insert(edit.At.Location.SourceSpan.Start, edit.Text)
            );

        Assert.Equal(right, written);
        Assert.Empty(Find(path, written));
    }

    static ImmutableArray<RuleFinding> Find(string path, string text) =>
        new SettingsFindings(new ProjectLibraries(null, Runtime.Classic), TeamOptions.None).Of(
            SettingsFile.Read(path, SourceText.From(text)),
            null
        );

    static string MailSettings(string network) =>
        $"<configuration><system.net><mailSettings><smtp><network {network}/></smtp></mailSettings></system.net></configuration>";
}
