using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>Where a property goes in braces of every layout, and what of it stays as it is.</summary>
public class ConstructorLayoutTests
{
    const string Using = "using System.Net.Mail;\n";

    [Theory]
    [InlineData("    {\n    }", "    {\n        EnableSsl = true;\n    }")]
    [InlineData("    {\n\tTimeout = 9;\n    }", "    {\n\tEnableSsl = true;\n\tTimeout = 9;\n    }")]
    [InlineData("    { Timeout = 9;\n    }", "    { EnableSsl = true; Timeout = 9;\n    }")]
    [InlineData(
        "    {\n        if (Port == 25) EnableSsl = false;\n    }",
        "    {\n        EnableSsl = true;\n        if (Port == 25) EnableSsl = false;\n    }"
    )]
    [InlineData(
        "    {\n        EnableSsl = false;\n        base.EnableSsl = false;\n    }",
        "    {\n        EnableSsl = false;\n        base.EnableSsl = true;\n    }"
    )]
    [InlineData(
        "    {\n        other.EnableSsl = false;\n    }",
        "    {\n        EnableSsl = true;\n        other.EnableSsl = false;\n    }"
    )]
    [InlineData("    { EnableSsl |= false; }", "    { EnableSsl = true; EnableSsl |= false; }")]
    public Task A_constructor_sets_it_first(string before, string after)
    {
        string Relay(string body, string initializer) =>
            $"{Using}class Relay : SmtpClient\n{{\n    readonly SmtpClient other = new();\n"
            + $"    public Relay() {initializer}\n{body}\n}}\n";

        return EditStory.SetProperty(
            Relay(before, "[|: base(\"h\", 25)|]"),
            "EnableSsl",
            "true",
            Relay(after, ": base(\"h\", 25)")
        );
    }

    [Theory]
    [InlineData("{ Host = \"h\",\n    Port = 25 }", "{ Host = \"h\",\n    Port = 25, EnableSsl = true }")]
    [InlineData("{ Host = \"h\",\n    Port = 25\n}", "{ Host = \"h\",\n    Port = 25,\n    EnableSsl = true\n}")]
    [InlineData("{ Host = \"h\"\n}", "{ Host = \"h\", EnableSsl = true\n}")]
    [InlineData("{\n    Host = \"h\", Port = 25,\n}", "{\n    Host = \"h\", Port = 25, EnableSsl = true,\n}")]
    [InlineData("\n{\n}", "\n{\n    EnableSsl = true\n}")]
    public Task An_initializer_keeps_its_lines(string before, string after) =>
        EditStory.SetProperty(
            $"{Using}var c = [|new SmtpClient {before}|];\n",
            "EnableSsl",
            "true",
            $"{Using}var c = new SmtpClient {after};\n"
        );

    [Theory]
    [InlineData("class Relay : SmtpClient { public Relay() [|: base(\"h\")|] { ")]
    [InlineData("class Relay : SmtpClient { public Relay() [|: base(\"h\")|] => Timeout = 9 }")]
    [InlineData("class Relay : SmtpClient { public Relay() [|: base(\"h\")|]; }")]
    public Task A_half_typed_constructor_is_left_alone(string code) =>
        EditStory.NotOffered(Using + code, at => Edit.SetProperty(at, "EnableSsl", "true"));
}
