using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Edits;

public class RemoveTests
{
    const string Start = "using System.Net.Mail;\nvar client = new SmtpClient();\n";

    [Theory]
    [InlineData(
        "    // Signs in.\n    client.UseDefaultCredentials = [|true|];\nclient.Dispose();\n",
        "    // Signs in.\nclient.Dispose();\n"
    )]
    [InlineData(
        "[|client.UseDefaultCredentials = true|]; // as the wiki says\nclient.Dispose();",
        "// as the wiki says\nclient.Dispose();"
    )]
    [InlineData("[|client.UseDefaultCredentials = true;|]\nclient.Dispose();", "client.Dispose();")]
    [InlineData(
        "client.Port = 587; client.UseDefaultCredentials = [|true|];  client.Dispose();",
        "client.Port = 587;  client.Dispose();"
    )]
    [InlineData(
        "ServicePointManager.SecurityProtocol\n    = [|SecurityProtocolType.Tls|];\nclient.Dispose();",
        "client.Dispose();"
    )]
    [InlineData(
        "if (client.Port == 25) client.UseDefaultCredentials = [|true|]; else client.Dispose();",
        "if (client.Port == 25) { } else client.Dispose();"
    )]
    [InlineData("#if DEBUG\n#else\nclient.UseDefaultCredentials = [|true|];\n#endif\n", "#if DEBUG\n#else\n#endif\n")]
    [InlineData(
        "switch (client.Port) { case 25: client.UseDefaultCredentials = [|true|]; break; }",
        "switch (client.Port) { case 25: break; }"
    )]
    [InlineData(
        "ServicePointManager.ServerCertificateValidationCallback += [|(_, _, _, _) => { return true; }|];\nclient.Dispose();",
        "client.Dispose();"
    )]
    public Task A_statement_goes_with_its_line_and_nothing_else(string before, string after) =>
        EditStory.Remove(Start + before, Start + after);

    [Theory]
    [InlineData(
        "{\n    [|client.UseDefaultCredentials = true|];\n\n    client.Dispose();\n}",
        "{\n    client.Dispose();\n}"
    )]
    [InlineData(
        "client.Port = 25;\n\n[|client.UseDefaultCredentials = true|];\n\nclient.Dispose();",
        "client.Port = 25;\n\nclient.Dispose();"
    )]
    [InlineData(
        "{\n    client.Port = 25;\n\n    [|client.UseDefaultCredentials = true|];\n}",
        "{\n    client.Port = 25;\n}"
    )]
    [InlineData(
        "client.Port = 25;\n[|client.UseDefaultCredentials = true|];\n\nclient.Dispose();",
        "client.Port = 25;\n\nclient.Dispose();"
    )]
    public Task No_surplus_empty_line_is_left(string before, string after) =>
        EditStory.Remove(Start + before, Start + after);

    [Theory]
    [InlineData(
        "// Any certificate\n// will do.\n[|ServicePointManager.ServerCertificateValidationCallback = null|];\nclient.Dispose();",
        "client.Dispose();"
    )]
    [InlineData(
        "// As the wiki says.\n[|client.UseDefaultCredentials = true|];\n\nclient.Dispose();",
        "\nclient.Dispose();"
    )]
    [InlineData(
        "// Ready.\n[|client.UseDefaultCredentials = true|];\nclient.Dispose();",
        "// Ready.\nclient.Dispose();"
    )]
    public Task A_comment_goes_with_the_statement_that_it_is_about(string before, string after) =>
        EditStory.Remove(Start + before, Start + after);

    [Theory]
    [InlineData("new SmtpClient { Host = \"h\", UseDefaultCredentials = [|true|] }", "new SmtpClient { Host = \"h\" }")]
    [InlineData("new SmtpClient { UseDefaultCredentials = [|true|], Host = \"h\" }", "new SmtpClient { Host = \"h\" }")]
    [InlineData("new SmtpClient { UseDefaultCredentials = [|true|] }", "new SmtpClient()")]
    [InlineData("new[] { new SmtpClient { UseDefaultCredentials = [|true|] } }", "new[] { new SmtpClient() }")]
    [InlineData("new Lazy<SmtpClient>(() => new() { UseDefaultCredentials = [|true|] })", "new Lazy<SmtpClient>(() => new())")]
    [InlineData("new { Client = new SmtpClient(\"h\") { Port = [|25|] } }", "new { Client = new SmtpClient(\"h\") }")]
    [InlineData(
        "new UriBuilder { Host = \"h\", Port = [|25|], Path = \"\" }",
        "new UriBuilder { Host = \"h\", Path = \"\" }"
    )]
    [InlineData("new SmtpClient {[|UseDefaultCredentials = true|]}", "new SmtpClient()")]
    [InlineData("new SmtpClient(\"h\")\n{\n    UseDefaultCredentials = [|true|],\n}", "new SmtpClient(\"h\")")]
    [InlineData("new SmtpClient { UseDefaultCredentials = [|true|] /* wiki */ }", "new SmtpClient { /* wiki */ }")]
    [InlineData(
        "new SmtpClient\n{\n    Host = \"h\", // relay\n    UseDefaultCredentials = [|true|]\n}",
        "new SmtpClient\n{\n    Host = \"h\" // relay\n}"
    )]
    [InlineData(
        "new SmtpClient\n{\n    Host = \"h\",\n    UseDefaultCredentials = [|true|], // wiki\n    Port = 25,\n}",
        "new SmtpClient\n{\n    Host = \"h\",\n    // wiki\n    Port = 25,\n}"
    )]
    public Task An_initializer_member_goes_with_its_comma(string before, string after) =>
        EditStory.Remove(
            $"using System.Net.Mail;\nvar client = {before};\n",
            $"using System.Net.Mail;\nvar client = {after};\n"
        );

    [Theory]
    [InlineData("Action set = () => client.UseDefaultCredentials = [|true|];")]
    [InlineData("var other = new SmtpClient(); other.EnableSsl = client.UseDefaultCredentials = [|true|];")]
    [InlineData("client.UseDefaultCredentials =\n#if DEBUG\n    true;\n#else\n    [|false|];\n#endif")]
    [InlineData("var one = new { Yes = false }; one = one with { Yes = [|true|] };")]
    [InlineData("int[] all; all = new[] { client.Port = [|25|] };")]
    [InlineData("bool yes = [|true|];")]
    public Task What_is_more_than_a_statement_is_left_alone(string code) =>
        EditStory.NotOffered(Start + code, Edit.Remove);

    [Theory]
    [InlineData("ServicePointManager.Expect100Continue = [|true|];\n", "")]
    [InlineData(
        "ServicePointManager.Expect100Continue = [|true|];\nvar any = IPAddress.Any;\n",
        "var any = IPAddress.Any;\n"
    )]
    public Task A_directive_goes_if_nothing_else_needs_it(string before, string after) =>
        EditStory.Remove(
            $"using System.Net;\n{before}Console.Beep();\n",
            $"{(after.Length > 0 ? "using System.Net;\n" : "")}{after}Console.Beep();\n"
        );

    [Fact]
    public Task A_directive_that_nothing_needed_stays() =>
        EditStory.Remove(
            "using System.Text;\nServicePointManager.Expect100Continue = [|true|];\nConsole.Beep();\n",
            "using System.Text;\nConsole.Beep();\n"
        );
}
