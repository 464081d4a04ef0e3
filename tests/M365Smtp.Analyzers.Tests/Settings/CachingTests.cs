using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Settings;

public class CachingTests
{
    [Fact]
    public async Task A_settings_file_is_read_once_however_often_the_code_changes()
    {
        var settings = new CountingText(
            "/app/appsettings.json",
            """{ "Smtp": { "Host": "smtp.office365.com", "Port": 465 } }"""
        );

        var first = await new SettingsProject { Source = "class A;" }.Run([settings]);
        var second = await new SettingsProject { Source = "class A; class B;" }.Run([settings]);

        Assert.Equal(["SMTP1004"], first.Select(found => found.Id));
        Assert.Equal(["SMTP1004"], second.Select(found => found.Id));
        Assert.Equal(1, settings.TimesRead);
    }

    sealed class CountingText(string path, string text) : AdditionalText
    {
        int timesRead;

        public int TimesRead => timesRead;

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref timesRead);
            return SourceText.From(text);
        }
    }
}
