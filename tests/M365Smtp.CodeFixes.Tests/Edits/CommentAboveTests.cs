using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>Whether a comment goes with the statement below it: what follows, and what the comment names.</summary>
public class CommentAboveTests
{
    const string Start = "using System.Net.Mail;\nvar client = new SmtpClient();\n";

    [Theory]
    [InlineData("{\n    // Wiki.\n    [|client.UseDefaultCredentials = true|];\n}", "{\n}")]
    [InlineData(
        "// Wiki.\n[|client.UseDefaultCredentials = true|];\n// Done.\nclient.Dispose();",
        "// Done.\nclient.Dispose();"
    )]
    [InlineData(
        "#if !DEBUG\n// Wiki.\n[|client.UseDefaultCredentials = true|];\n#endif\nclient.Dispose();",
        "#if !DEBUG\n#endif\nclient.Dispose();"
    )]
    [InlineData("// Wiki.\n[|client.UseDefaultCredentials = true|];", "")]
    [InlineData("// Wiki.\n[|client.UseDefaultCredentials = true|];\n", "")]
    public Task A_comment_with_nothing_else_to_be_about_goes_too(string before, string after) =>
        EditStory.Remove(Start + before, Start + after);

    [Theory]
    [InlineData(
        "// No default user.\n[|client.UseDefaultCredentials = true|];\nclient.Dispose();",
        "client.Dispose();"
    )]
    [InlineData(
        "// CREDENTIALS of the service.\n[|client.UseDefaultCredentials = true|];\nclient.Dispose();",
        "client.Dispose();"
    )]
    [InlineData(
        "// Hand it over, then use it.\n[|client.UseDefaultCredentials = true|];\nclient.Dispose();",
        "// Hand it over, then use it.\nclient.Dispose();"
    )]
    [InlineData(
        "// Credentials.\nclient.Port = 25; [|client.UseDefaultCredentials = true|];\nclient.Dispose();",
        "// Credentials.\nclient.Port = 25;\nclient.Dispose();"
    )]
    [InlineData(
        "// Credentials.\n\n[|client.UseDefaultCredentials = true|];\nclient.Dispose();",
        "// Credentials.\n\nclient.Dispose();"
    )]
    [InlineData(
        "// Credentials\n    // of the service.\n"
            + "    [|client.UseDefaultCredentials =\n        true|];\nclient.Dispose();",
        "client.Dispose();"
    )]
    public Task A_long_word_of_the_property_ties_the_comment_to_it(string before, string after) =>
        EditStory.Remove(Start + before, Start + after);

    [Fact]
    public Task The_first_line_of_a_file_may_be_such_a_comment() =>
        EditStory.Remove(
            "// Any certificate.\n"
                + "[|System.Net.ServicePointManager.ServerCertificateValidationCallback = null|];\nreturn;\n",
            "return;\n"
        );
}
