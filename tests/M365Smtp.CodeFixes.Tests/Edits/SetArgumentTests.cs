using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Edits;

public class SetArgumentTests
{
    const string StartTls = "global::MailKit.Security.SecureSocketOptions.StartTls";
    const string Start =
        "using MailKit.Net.Smtp;\nusing MailKit.Security;\nusing var smtp = new SmtpClient();\nCancellationToken stop = default;\n";

    [Theory]
    [InlineData("""[|smtp.Connect("h", 587, false)|];""", """smtp.Connect("h", 587, SecureSocketOptions.StartTls);""")]
    [InlineData(
        """[|smtp.Connect("h", 587, false, stop)|];""",
        """smtp.Connect("h", 587, SecureSocketOptions.StartTls, stop);"""
    )]
    [InlineData(
        """[|smtp.Connect("h", 587, useSsl : /* plain */ false)|];""",
        """smtp.Connect("h", 587, options : /* plain */ SecureSocketOptions.StartTls);"""
    )]
    [InlineData(
        """[|smtp.Connect(useSsl: false, host: "h", port: 587)|];""",
        """smtp.Connect(options: SecureSocketOptions.StartTls, host: "h", port: 587);"""
    )]
    [InlineData(
        """await [|smtp.ConnectAsync("h", 587, true, stop)|].ConfigureAwait(false);""",
        """await smtp.ConnectAsync("h", 587, SecureSocketOptions.StartTls, stop).ConfigureAwait(false);"""
    )]
    [InlineData(
        """[|smtp.Connect("h", 587, SecureSocketOptions.None)|];""",
        """smtp.Connect("h", 587, SecureSocketOptions.StartTls);"""
    )]
    public Task The_argument_that_says_TLS_is_replaced(string before, string after) =>
        EditStory.SetArgument(Start + before, "options", StartTls, Start + after);

    [Theory]
    [InlineData("""[|smtp.Connect("h", 587)|];""", """smtp.Connect("h", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""[|smtp.Connect("h")|];""", """smtp.Connect("h", options: SecureSocketOptions.StartTls);""")]
    [InlineData(
        """[|smtp.Connect("h" /* relay */, 587, cancellationToken: stop)|];""",
        """smtp.Connect("h" /* relay */, 587, SecureSocketOptions.StartTls, cancellationToken: stop);"""
    )]
    [InlineData(
        """[|smtp.Connect("h", cancellationToken: stop)|];""",
        """smtp.Connect("h", cancellationToken: stop, options: SecureSocketOptions.StartTls);"""
    )]
    [InlineData(
        """[|smtp.Connect(port: 587, host: "h")|];""",
        """smtp.Connect(port: 587, host: "h", options: SecureSocketOptions.StartTls);"""
    )]
    [InlineData(
        "await [|smtp.ConnectAsync(\n    \"h\",\n    587)|];",
        "await smtp.ConnectAsync(\n    \"h\",\n    587, SecureSocketOptions.StartTls);"
    )]
    public Task A_missing_argument_is_added_where_its_parameter_stands_or_by_name(string before, string after) =>
        EditStory.SetArgument(Start + before, "options", StartTls, Start + after);

    [Theory]
    [InlineData("""[|smtp.Connect("h")|];""", """smtp.Connect("h", 587);""")]
    [InlineData("""[|smtp.Connect("h", 0)|];""", """smtp.Connect("h", 587);""")]
    [InlineData(
        """[|smtp.Connect("h", options: SecureSocketOptions.StartTls)|];""",
        """smtp.Connect("h", 587, options: SecureSocketOptions.StartTls);"""
    )]
    [InlineData(
        """[|smtp.Connect(options: SecureSocketOptions.StartTls, host: "h")|];""",
        """smtp.Connect(options: SecureSocketOptions.StartTls, host: "h", port: 587);"""
    )]
    public Task So_is_the_port(string before, string after) =>
        EditStory.SetArgument(Start + before, "port", "587", Start + after);

    [Fact]
    public Task Without_a_using_the_type_is_written_in_full() =>
        EditStory.SetArgument(
            """using var smtp = new MailKit.Net.Smtp.SmtpClient(); [|smtp.Connect("h", 587)|];""",
            "options",
            StartTls,
            """using var smtp = new MailKit.Net.Smtp.SmtpClient(); smtp.Connect("h", 587, MailKit.Security.SecureSocketOptions.StartTls);"""
        );

    [Fact]
    public Task An_alias_is_used() =>
        EditStory.SetArgument(
            """using Tls = MailKit.Security.SecureSocketOptions; using var smtp = new MailKit.Net.Smtp.SmtpClient(); [|smtp.Connect("h", 587)|];""",
            "options",
            StartTls,
            """using Tls = MailKit.Security.SecureSocketOptions; using var smtp = new MailKit.Net.Smtp.SmtpClient(); smtp.Connect("h", 587, Tls.StartTls);"""
        );

    [Fact]
    public Task A_name_that_means_something_else_here_is_not_used() =>
        EditStory.SetArgument(
            """namespace App.MailKit { class C { void M(global::MailKit.Net.Smtp.SmtpClient smtp) => [|smtp.Connect("h", 587)|]; } }""",
            "options",
            StartTls,
            """namespace App.MailKit { class C { void M(global::MailKit.Net.Smtp.SmtpClient smtp) => smtp.Connect("h", 587, global::MailKit.Security.SecureSocketOptions.StartTls); } }"""
        );

    [Fact]
    public async Task Port_and_TLS_are_added_in_their_order()
    {
        var file = MarkedFile.Parse("Mail.cs", Start + """[|smtp.Connect("h")|];""");
        var call = EditStory.OriginAt(file, file.Marks[0]);
        var changed = await EditStory.ApplyAsync(
            MailProject.Create([file]),
            Edit.SetArgument(call, "port", "587"),
            Edit.SetArgument(call, "options", StartTls)
        );
        Assert.Equal(
            Start + """smtp.Connect("h", 587, SecureSocketOptions.StartTls);""",
            await changed!.TextAsync(new MarkedCode([file]))
        );
    }

    [Theory]
    [InlineData("""[|smtp.Connect(new Uri("smtp://h:587"))|];""")]
    [InlineData("""[|smtp.Connect("h", "587")|];""")]
    [InlineData("""[|smtp.Connect("h"|]""")]
    [InlineData("""[|smtp|].Disconnect(true);""")]
    public Task A_call_that_has_no_such_parameter_is_left_alone(string code) =>
        EditStory.NotOffered(Start + code, at => Edit.SetArgument(at, "options", StartTls));

    [Theory]
    [InlineData("[|Open()|];", "Open(1);")]
    [InlineData("[|Open(tries: 2)|];", "Open(1, tries: 2);")]
    [InlineData("[|Open(0)|];", "Open(1);")]
    [InlineData("[|Open(0, 2)|];", "Open(1, 2);")]
    public Task The_first_argument_of_any_call_may_be_set(string before, string after)
    {
        const string Method = "static void Open(int port = 0, int tries = 1) { }\n";
        return EditStory.SetArgument(Method + before, "port", "1", Method + after);
    }
}
