using static M365Smtp.Analyzers.Rules.Endpoint.MailSettingsNeverRead;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Endpoint;

public class MailSettingsNeverReadTests
{
    [Fact]
    public void A_section_that_the_runtime_never_reads_is_named_and_underlined()
    {
        var use = Preset(M365, 587) with { NeverRead = At(10, "smtp") };

        Assert.Equal("smtp", Rule.Underlines(use));
        Assert.Contains("'smtp.office365.com'", Rule.Says(use));
    }

    [Fact]
    public void Another_provider_is_silence() =>
        Rule.IsSilent(Preset(Gmail, 587) with { NeverRead = At(10, "smtp") });

    [Fact]
    public void What_is_read_is_right() => Rule.IsSilent(Preset(M365, 587));
}
