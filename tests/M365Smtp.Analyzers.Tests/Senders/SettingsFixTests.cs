using System.Collections.Immutable;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Senders;

/// <summary>A finding in a settings file has the exact characters to change.</summary>
public class SettingsFixTests
{
    static readonly SettingsFindings Rules = new(
        ProjectLibraries.None,
        TeamOptions.None,
        SendersFile.Read(SendersFile.Name, SourceText.From(Tests.Rules.Mailer.Listed)).Directory
    );

    static ImmutableArray<RuleFinding> FindingsIn(string text) =>
        Rules.Of(SettingsFile.Read("/app/appsettings.json", SourceText.From(text)), null);

    [Theory]
    [InlineData("SMTP3001", "boss", "boss@contoso.com")]
    [InlineData("SMTP3002", "orders@contoso.com", "app@contoso.com")]
    [InlineData("SMTP3005", "shop@contoso.com", "app@contoso.com")]
    public void The_sign_in_becomes_the_UPN(string id, string user, string upn)
    {
        string Text(string login) =>
            $$"""{ "Smtp": { "Host": "smtp.office365.com", "UserName": "{{login}}" /* here */ } }""";
        var finding = Assert.Single(FindingsIn(Text(user)));
        Assert.Equal(id, finding.Rule.Id);
        var edit = Assert.Single(finding.Finding.Edits);
        var fixedText = SourceText
            .From(Text(user))
            .WithChanges(new TextChange(edit.At.Location.SourceSpan, edit.Text))
            .ToString();
        Assert.Equal(Text(upn), fixedText);
        Assert.Empty(FindingsIn(fixedText));
    }
}
