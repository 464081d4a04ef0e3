using System.Globalization;
using System.Net;
using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Pictures;

/// <summary>The gates in front of a mailbox as a diagram: the owner of each, and the command that opens it.</summary>
public sealed class GatesPicture
{
    sealed record Gate(string Name, string Owner, string Reply, string Opens);

    static readonly Gate[] Gates =
    [
        new(
            "Security defaults",
            "Entra admin",
            "…locked by your organization's security defaults policy",
            "replace them by Conditional Access, or use OAuth 2.0"
        ),
        new(
            "SMTP AUTH, tenant",
            "Exchange admin",
            "…SmtpClientAuthentication is disabled for the Tenant",
            "leave it off, open the mailbox instead"
        ),
        new(
            "SMTP AUTH, mailbox",
            "Exchange admin",
            "…SmtpClientAuthentication is disabled for the Mailbox",
            "Set-CASMailbox … -SmtpClientAuthenticationDisabled $false"
        ),
    ];

    const string Style = """
        text { font: 14px system-ui, sans-serif; fill: #1f2328 } .small { font-size: 12px; fill: #59636e } .strong { font-weight: 600 }
        .code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 12px; fill: #0550ae }
        .box { fill: #f6f8fa; stroke: #d0d7de } .bar { fill: #cf222e } .way { stroke: #1a7f37; stroke-width: 2; fill: none } .head { fill: #1a7f37 }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc } .small { fill: #9198a1 } .code { fill: #79c0ff } .box { fill: #151b23; stroke: #3d444d }
          .bar { fill: #f85149 } .way { stroke: #3fb950 } .head { fill: #3fb950 }
        }
        """;

    [Fact]
    public void It_shows_three_gates_between_a_program_and_its_mailbox() =>
        CommittedText.MustBe(Draw(), "docs/pictures/gates.svg");

    static string Draw()
    {
        var rows = string.Concat(Gates.Select((gate, i) => Row(gate, 84 + (i * 92))));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="760" height="420" viewBox="0 0 760 420" role="img" aria-label="Three gates between a program and its mailbox">
              <style>
            {Style}
              </style>
              <rect class="box" x="20" y="12" width="150" height="44" rx="8"/>
              <text class="strong" x="38" y="39">Your program</text>
              <text class="small" x="186" y="39">STARTTLS on port 587, then AUTH LOGIN or XOAUTH2</text>
              <path class="way" d="M95 56 V 356"/>
              <path class="head" d="M89 350 L95 362 L101 350 Z"/>
            {rows}  <rect class="box" x="20" y="364" width="150" height="44" rx="8"/>
              <text class="strong" x="52" y="391">Mailbox</text>
              <text class="small" x="186" y="391">The mailbox's switch overrides the tenant's. docs/gates.md names the other gates.</text>
            </svg>

            """;
    }

    static string Row(Gate gate, int y) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
              <rect class="bar" x="55" y="{y + 30}" width="80" height="6" rx="3"/>
              <rect class="box" x="186" y="{y}" width="554" height="76" rx="8"/>
              <text class="strong" x="202" y="{y + 22}">{WebUtility.HtmlEncode(gate.Name)}</text>
              <text class="small" x="400" y="{y + 22}">{WebUtility.HtmlEncode(gate.Owner)}</text>
              <text class="small" x="202" y="{y + 43}">{WebUtility.HtmlEncode("535 5.7.139 " + gate.Reply)}</text>
              <text class="code" x="202" y="{y + 64}">{WebUtility.HtmlEncode(gate.Opens)}</text>

            """
        );
}
