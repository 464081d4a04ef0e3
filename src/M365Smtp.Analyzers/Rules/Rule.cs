using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules;

/// <summary>A rule: a pure function from what is known of a client to a finding, and how to say it.</summary>
/// <param name="Id"><c>nameof(RuleId.SMTPnnnn)</c>.</param>
/// <param name="Title">Names the mistake, without a trailing period: the heading of the rule's page.</param>
/// <param name="Message">What the server or client will answer at run time, with the offending value as
/// <c>{0}</c>.</param>
/// <param name="Check">Returns null for everything it cannot name.</param>
internal sealed record Rule(string Id, string Title, string Message, Severity Severity, Func<SmtpUsage, Finding?> Check)
{
    /// <summary>What is wrong and why it matters, in a few sentences: the first paragraph of the rule's page.</summary>
    public string Description { get; init; } = "";

    /// <summary>The option that switches the rule off for a team that legitimately differs, or null.</summary>
    public string? Switch { get; init; }

    /// <summary>A settings file shows the mistake by itself. Other rules are about code: a client, a loop, a
    /// callback.</summary>
    public bool JudgesSettings { get; init; }

    /// <summary>A preset of a mail library or a form, which others fill in, shows the mistake for certain.</summary>
    public bool JudgesPresets { get; init; }

    /// <summary>Why no edit can put it right; null for a rule whose findings carry edits.</summary>
    public string? NoFix { get; init; }

    /// <summary>The topic, by the thousand of the id.</summary>
    public string Category =>
        Id[4] switch
        {
            '1' => "Endpoint",
            '2' => "Transport",
            '3' => "Identity",
            '4' => "Authentication",
            '5' => "Limits",
            _ => "Configuration",
        };
}
