using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules;

/// <summary>A rule: a pure function from the facts about a client to a finding, and its texts.</summary>
/// <param name="Id"><c>nameof(RuleId.SMTPnnnn)</c>.</param>
/// <param name="Title">Names the mistake, without a trailing period; also the heading of the rule's page.</param>
/// <param name="Message">How the server or client will respond at run time, with the offending value as
/// <c>{0}</c>.</param>
/// <param name="Check">Returns null for anything it cannot identify.</param>
internal sealed record Rule(string Id, string Title, string Message, Severity Severity, Func<SmtpUsage, Finding?> Check)
{
    /// <summary>What is wrong and why it matters, in a few sentences: the first paragraph of the rule's page.</summary>
    public string Description { get; init; } = "";

    /// <summary>The option that turns the rule off for a team with a legitimate exception, or null.</summary>
    public string? Switch { get; init; }

    /// <summary>A settings file alone shows the mistake. Other rules need code: a client, a loop, a callback.</summary>
    public bool JudgesSettings { get; init; }

    /// <summary>A preset of a mail library or a form, which users complete, shows the mistake for certain.</summary>
    public bool JudgesPresets { get; init; }

    /// <summary>
    /// The rule also reports code in which no Microsoft host is known, if it contains one of these words, in lower
    /// case. Empty for a rule about a host.
    /// </summary>
    public IReadOnlyList<string> AtAnyHost { get; init; } = [];

    /// <summary>Why no edit can fix it; null for a rule whose findings have edits.</summary>
    public string? NoFix { get; init; }

    /// <summary>The topic, from the first digit of the id.</summary>
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
