using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Senders;

/// <summary>The schema for editors and the docs describe exactly what the reader reads.</summary>
public class SchemaTests
{
    static string Docs(string name, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(here, "../../../../docs", name));

    static readonly JsonElement Schema = JsonDocument.Parse(Docs("m365smtp.senders.schema.json")).RootElement;

    static readonly JsonElement Mailbox = Schema.GetProperty("$defs").GetProperty("mailbox");

    [Fact]
    public void The_schema_has_the_properties_that_are_read()
    {
        Assert.Equal(
            SendersReader.RootProperties,
            Schema.GetProperty("properties").EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(
            SendersReader.MailboxProperties,
            Mailbox.GetProperty("properties").EnumerateObject().Select(property => property.Name)
        );
    }

    [Fact]
    public void The_schema_has_the_kinds_the_version_and_the_salt_that_are_read()
    {
        Assert.Equal(
            Enum.GetNames<MailboxKind>().Select(name => name.ToLowerInvariant()),
            Mailbox
                .GetProperty("properties")
                .GetProperty("kind")
                .GetProperty("enum")
                .EnumerateArray()
                .Select(kind => kind.GetString())
        );
        Assert.Equal(
            SendersReader.Version,
            Schema.GetProperty("properties").GetProperty("version").GetProperty("const").ToString()
        );
        Assert.Equal(
            AddressHash.ShortestSalt,
            Schema.GetProperty("properties").GetProperty("salt").GetProperty("minLength").GetInt32()
        );
    }

    [Theory]
    [InlineData("app@contoso.com", true)]
    [InlineData("SMTP:app@contoso.com", true)]
    [InlineData("contoso.com", false)]
    [InlineData("sha256:00", false)]
    public void The_schema_takes_for_an_address_what_is_one(string text, bool isAddress)
    {
        var pattern = Schema.GetProperty("$defs").GetProperty("address").GetProperty("pattern").GetString()!;
        Assert.Equal(isAddress, Regex.IsMatch(text, pattern));
        Assert.Matches(pattern, AddressHash.Of("0123456789abcdef", "app@contoso.com"));
    }

    [Fact]
    public void The_example_of_the_docs_is_right()
    {
        var example = Regex
            .Match(Docs("upn-or-alias.md"), "```json\n(.*?)```", RegexOptions.Singleline)
            .Groups[1]
            .Value;
        var file = SendersFile.Read(SendersFile.Name, SourceText.From(example));
        Assert.Empty(file.Mistakes);
        Assert.Equal(2, file.Directory.Mailboxes.Length);
        Assert.Equal(
            Schema.GetProperty("$id").GetString(),
            JsonDocument.Parse(example).RootElement.GetProperty("$schema").GetString()
        );
    }
}
