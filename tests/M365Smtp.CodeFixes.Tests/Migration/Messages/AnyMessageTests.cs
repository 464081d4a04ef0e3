namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>
/// Random messages built from typical mail code: whether rewritten or left alone, the message stays the same.
/// </summary>
public class AnyMessageTests
{
    static readonly string[] Creations =
    [
        "",
        "()",
        "(from, to)",
        "(\"a@contoso.com\", \"b@contoso.com\")",
        "(known, new MailAddress(from))",
        "(from, to, subject, text)",
        "(\"a@contoso.com\", to, null, null)",
    ];

    // Each may be in the initializer or a statement.
    static readonly string[][] Members =
    [
        ["Subject = subject", "Subject = name", "Subject = subject + 1", "Subject = \"Ü\""],
        ["Body = text", "Body = name", "Body = $\"<b>{text}</b>\"", "Body = null", "Body = isHtml ? text : name"],
        ["IsBodyHtml = true", "IsBodyHtml = false", "IsBodyHtml = isHtml", "IsBodyHtml = !isHtml"],
        ["BodyEncoding = System.Text.Encoding.UTF8", "SubjectEncoding = System.Text.Encoding.UTF8"],
        ["Priority = MailPriority.High", "Priority = MailPriority.Low", "Priority = MailPriority.Normal"],
        ["Sender = known", "Sender = new MailAddress(from)"],
    ];

    static readonly string[][] Statements =
    [
        ["message.CC.Add(to);", "message.CC.Add(known);", "if (isHtml) message.CC.Add(\"c@contoso.com\");"],
        [
            "message.Bcc.Add(new MailAddress(\"d@contoso.com\", name));",
            "foreach (var one in recipients)\n    message.Bcc.Add(one); // each",
        ],
        ["message.ReplyToList.Add(isHtml ? known : new MailAddress(from));"],
        ["message.Headers.Add(\"X-Batch\", text.Substring(0, 3));", "message.Headers[\"X-Batch\"] = \"7\";"],
        [
            "message.Attachments.Add(new Attachment(path));",
            "if (isHtml)\n{\n    message.Attachments.Add(new Attachment(new MemoryStream(bytes), \"b.bin\"));\n}",
            "foreach (var one in new[] { path, path }) message.Attachments.Add(new Attachment(one));",
        ],
        [
            "var file = new Attachment(path, \"application/pdf\"); // the file\nmessage.Attachments.Add(file);",
            "message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(\"<i>\" + text, null, \"text/html\"));",
        ],
    ];

    static readonly string[] Frames = ["{0};\n{1}", "using {0};\n{1}", "using ({0})\n{{\n    {2}\n}}"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory, MemberData(nameof(Seeds))]
    public Task Stays_the_same_message(int seed) => MessageStory.VerifySameAsync(Method(new Random(seed)));

    static string Method(Random random)
    {
        string One(string[] choices) => choices[random.Next(choices.Length)];
        var creation = One(Creations);
        var (members, statements) = (new List<string>(), new List<string>());
        if (creation is "" or "()")
            statements.AddRange(["message.From = new MailAddress(\"e@contoso.com\", name);", "message.To.Add(to);"]);
        foreach (var member in Members.Where(_ => random.Next(2) == 0).Select(One))
            if (random.Next(2) == 0)
                members.Add(member);
            else
                statements.Add($"message.{member};");
        statements.AddRange(Statements.Where(_ => random.Next(4) == 0).Select(One));
        var (ordered, lines) = (
            members.OrderBy(_ => random.Next()).ToList(),
            statements.OrderBy(_ => random.Next()).Append("client.Send([|message|]);").ToList()
        );
        var initializer =
            ordered.Count == 0 ? ""
            : random.Next(2) == 0 ? $" {{ {string.Join(", ", ordered)} }}"
            : $"\n{{\n    {string.Join(",\n    ", ordered)}{(random.Next(2) == 0 ? "," : "")}\n}}";
        var made = creation.Length + initializer.Length == 0 ? "()" : creation + initializer;
        var declared =
            random.Next(2) == 0 || made[0] != '('
                ? $"var message = new MailMessage{made}"
                : $"MailMessage message = new{made}";
        var body = string.Join("\n", lines);
        return "using var client = new SmtpClient();\n"
            + string.Format(null, One(Frames), declared, body, body.ReplaceLineEndings("\n    "));
    }
}
