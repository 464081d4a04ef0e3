namespace M365Smtp.Tool.Tests.Lint;

/// <summary>Presets of mail providers in views and scripts.</summary>
public class PresetTests
{
    static async Task<string[]> Found(string name, string text)
    {
        using var folder = new Folder((name, text));
        return await folder.FindingsAsync();
    }

    [Fact]
    public async Task A_script_with_a_wrong_port_a_dead_host_and_implicit_TLS() =>
        Assert.Equal(
            ["SMTP1004 presets.ts:2", "SMTP1001 presets.ts:3", "SMTP2002 presets.ts:4", "SMTP2001 presets.ts:5"],
            await Found(
                "presets.ts",
                """
                export const presets = {
                  office365: { host: 'smtp.office365.com', port: 465, secure: true },
                  hotmail: { host: "smtp.live.com", port: 587 },
                  m365: { smtpHost: 'smtp.office365.com', smtpPort: 587, encryption: 'ssl', imapHost: 'outlook.office365.com', imapPort: 993 },
                  plain: { host: 'smtp.office365.com', port: 587, encryption: 'none' },
                  other: { host: 'smtp.example.org', port: 587, encryption: 'starttls' },
                };
                """
            )
        );

    [Theory]
    [InlineData(
        "page.cshtml",
        """<option value="m365" data-host="smtp.office365.com" data-port="465">Microsoft 365</option>""",
        "SMTP1004 page.cshtml:1"
    )]
    [InlineData(
        "page.vue",
        """<script>export default { data: () => ({ smtp: { server: 'smtp.office365.com', port: 2525 } }) }</script>""",
        "SMTP1004 page.vue:1"
    )]
    [InlineData(
        "Page.razor",
        """@code { Preset p = new() { Host = "smtp.office365.com", Port = 465 }; }""",
        "SMTP1004 Page.razor:1"
    )]
    [InlineData(
        "outlook.js",
        """var p = { host: 'smtp-mail.outlook.com', port: 587, auth: { user: user, pass: password } };""",
        "SMTP4001 outlook.js:1"
    )]
    public async Task Every_kind_of_view_is_read(string name, string text, string finding) =>
        Assert.Equal([finding], await Found(name, text));

    [Theory]
    [InlineData(
        "right.ts",
        """const p = { host: 'smtp.office365.com', port: 587, secure: false, requireTLS: true };"""
    )]
    [InlineData(
        "a word that may mean either.js",
        """const p = { host: 'smtp.office365.com', port: 587, encryption: 'ssl' };"""
    )]
    [InlineData(
        "a flag that may mean either.js",
        """const p = { host: 'smtp.office365.com', port: 587, ssl: true };"""
    )]
    [InlineData("imap.ts", """const p = { imapHost: 'outlook.office365.com', port: 993, secure: true };""")]
    [InlineData(
        "token.js",
        """const p = { host: 'smtp-mail.outlook.com', port: 587, auth: { type: 'OAuth2', user: user } };"""
    )]
    [InlineData("comment.js", """// { host: 'smtp.office365.com', port: 465 }""")]
    [InlineData("others.js", """const p = { host: 'smtp.gmail.com', port: 465, secure: true };""")]
    [InlineData("library.min.js", """var p={host:'smtp.office365.com',port:465};""")]
    [InlineData(
        "types.ts",
        """interface P { host: string; port: number } const text = "write to smtp.office365.com, port 465";"""
    )]
    public async Task What_is_right_or_not_certain_is_silent(string name, string text) =>
        Assert.Empty(await Found(name, text));
}
