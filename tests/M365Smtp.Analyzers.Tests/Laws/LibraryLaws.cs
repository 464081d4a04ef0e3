using System.Text.Json.Nodes;
using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Tests.Extraction;
using M365Smtp.Analyzers.Tests.Settings;

namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>Tests each row of the library tables with samples generated from it.</summary>
public class LibraryLaws
{
    const int Port = 587;

    static readonly Dictionary<TlsMode, string> Wrong = new()
    {
        [TlsMode.None] = "SMTP2001",
        [TlsMode.Implicit] = "SMTP2002",
        [TlsMode.Opportunistic] = "SMTP2003",
    };

    static string IdOf(TlsMeaning meaning) => meaning.On(Port) is { } mode ? Wrong.GetValueOrDefault(mode, "") : "";

    static bool IsOfTls(string id) => Wrong.ContainsValue(id);

    public static TheoryData<string> Readers =>
        [.. MailLibraries.All.Where(row => row.Sections.Length > 0).Select(row => row.Name).Distinct()];

    /// <summary>A section of each shape, once for each word of each switch.</summary>
    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_section_is_read_as_its_library_reads_it(string name)
    {
        foreach (var row in MailLibraries.All.Where(row => row.Name == name))
            foreach (var shape in row.Sections)
            {
                foreach (var tls in row.Tls)
                    foreach (var (word, meaning) in tls.Words)
                        Assert.Equal(
                            (name, shape.Path, tls.Key, word, IdOf(meaning)),
                            (name, shape.Path, tls.Key, word, await OfTls(row, Section(row, shape, (tls.Key, word))))
                        );
                if (row.Tls.Any(tls => shape.Has.Contains(tls.Key)))
                    continue;
                Assert.Equal(
                    (name, shape.Path, "unset", IdOf(row.TlsUnset)),
                    (name, shape.Path, "unset", await OfTls(row, Section(row, shape)))
                );
            }
    }

    static async Task<string> OfTls(MailLibrary row, string json)
    {
        var project = new SettingsProject
        {
            Uses = [.. row.Assemblies.Take(1)],
            Source = row.Assemblies.Length > 0 ? "" : Declared(row.Types.Concat(row.OptionsTypes).FirstOrDefault()),
            // mailSettings is ignored on .NET 5 and later.
            TargetFrameworkIdentifier = row == MailSettings.Row ? ".NETFramework" : ".NETCoreApp",
        };
        var found = await project.Run([new SettingsProject.MemoryText("/app/appsettings.json", json)]);
        return found.Select(one => one.Id).FirstOrDefault(IsOfTls) ?? "";
    }

    static string Declared(string? type) =>
        type is null
            ? ""
            : $"namespace {type[..type.LastIndexOf('.')]} {{ public class {type[(type.LastIndexOf('.') + 1)..]} {{ }} }}";

    static string Section(MailLibrary row, SectionShape shape, params (string Key, string Value)[] more)
    {
        var root = new JsonObject();
        var path = shape
            .Path.Replace("*:", "App:", StringComparison.Ordinal)
            .Replace(":*", ":One", StringComparison.Ordinal);
        var section = Below(root, (path == "*" ? "Mail" : path).Split(':'));
        foreach (var key in shape.Has)
            Set(section, key, "x");
        if (shape.Attribute is { } attribute)
            Set(section, attribute, shape.MustContain);
        Set(section, row.Keys.Host, row.Keys.Port is null ? $"smtp.office365.com:{Port}" : "smtp.office365.com");
        if (row.Keys.Port is { } port)
            Set(section, port, $"{Port}");
        foreach (var other in row.Tls.Where(other => !shape.Has.Contains(other.Key)))
            Remove(section, other.Key);
        foreach (var (key, value) in more)
            Set(section, key, value);
        return root.ToJsonString();
    }

    static void Set(JsonObject section, string key, string value)
    {
        var parts = key.Split(':');
        Below(section, parts[..^1])[parts[^1]] = value;
    }

    static void Remove(JsonObject section, string key)
    {
        var parts = key.Split(':');
        Below(section, parts[..^1]).Remove(parts[^1]);
    }

    static JsonObject Below(JsonObject at, string[] names)
    {
        foreach (var name in names)
        {
            if (at[name] is not JsonObject inner)
                at[name] = inner = [];
            at = inner;
        }
        return at;
    }

    public static TheoryData<string> Types => [.. MailLibraries.All.SelectMany(row => row.OptionsTypes)];

    /// <summary>
    /// An object of each options type, once for each word of each switch; an unrelated type gives no facts.
    /// </summary>
    [Theory]
    [MemberData(nameof(Types))]
    public async Task An_options_object_is_read_as_its_library_reads_it(string type)
    {
        foreach (var row in MailLibraries.All.Where(row => row.OptionsTypes.Contains(type)))
        {
            foreach (var tls in row.Tls)
                foreach (var (word, meaning) in tls.Words)
                {
                    var code = Options(row, type, $"{Member(tls.Key)} = \"{word}\"");
                    Assert.Equal((type, tls.Key, word, IdOf(meaning)), (type, tls.Key, word, await OfTls(code)));
                    Assert.Equal("", await OfTls(code.Replace(Namespace(type), "Another", StringComparison.Ordinal)));
                }
            if (row.Keys.User is not { } user)
                continue;
            var login = Options(row, type, $"{Member(user)} = \"orders\"");
            Assert.Contains("SMTP3001", await Report.Of(Report.CSharp(login)), StringComparison.Ordinal);
        }
    }

    static async Task<string> OfTls(string code) =>
        (await Report.Of(Report.CSharp(code))).Split(' ').FirstOrDefault(IsOfTls) ?? "";

    static string Options(MailLibrary row, string type, string more) =>
        Declared(row, type)
        + $$"""
            class C { void M() { var o = new global::{{type}} { {{Member(row.Keys.Host)}} = "smtp.office365.com", {{(
            row.Keys.Port is { } port ? $"{Member(port)} = {Port}, " : ""
        )}}{{more}} }; System.GC.KeepAlive(o); } }
            """;

    static string Declared(MailLibrary row, string type)
    {
        var texts = new[] { row.Keys.Host, row.Keys.User, row.Keys.Secret, row.Keys.From }
            .Concat(row.Tls.Select(tls => tls.Key))
            .OfType<string>()
            .Select(Member)
            .Distinct();
        var members = string.Concat(texts.Select(text => $" public string {text} {{ get; set; }}"));
        var port = row.Keys.Port is { } number ? $" public int {Member(number)} {{ get; set; }}" : "";
        return $"namespace {Namespace(type)} {{ public class {Name(type)} {{{members}{port} }} }}\n";
    }

    // "Args:host" in a file is the member Host.
    static string Member(string key)
    {
        var name = key[(key.LastIndexOf(':') + 1)..];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    static string Namespace(string type) => type[..type.LastIndexOf('.')];

    static string Name(string type) => type[(type.LastIndexOf('.') + 1)..];

    public static TheoryData<int> Calls => [.. Enumerable.Range(0, AllCalls.Length)];

    static readonly (MailLibrary Row, LibraryCall Call)[] AllCalls =
    [
        .. MailLibraries.All.SelectMany(row => row.Calls.Select(call => (row, call))),
    ];

    /// <summary>
    /// A call with everything that the row names reveals a client; the same call on another type does not.
    /// </summary>
    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_hands_the_library_its_settings(int number)
    {
        var (row, call) = AllCalls[number];
        var code = Called(row, call);
        var name = $"{call.Type}.{call.Method}({string.Join(", ", call.Parameters)})";

        var found = await Report.Of(Report.CSharp(code));
        var other = await Report.Of(
            Report.CSharp(code.Replace(Namespace(call.Type), "Another", StringComparison.Ordinal))
        );

        Assert.NotEqual((name, ""), (name, found));
        // An options object reveals the same on its own, whatever receives it.
        if (call.Parameters.Any(one => one.Role != MailRole.Options))
            Assert.NotEqual((name, other), (name, found));
    }

    static string Called(MailLibrary row, LibraryCall call)
    {
        var options = row.OptionsTypes.FirstOrDefault() ?? "";
        var declared = string.Join(", ", call.Parameters.Select(one => $"{TypeOf(one.Role, options)} {one.Name}"));
        var given = string.Join(", ", call.Parameters.Select(one => $"{one.Name}: {Given(one.Role, row, options)}"));
        var isMade = call.Method == ".ctor";
        var member = isMade
            ? $"public {Name(call.Type)}({declared}) {{ }}"
            : $"public static extern object {call.Method}({declared});";
        var use = isMade ? $"new global::{call.Type}({given})" : $"global::{call.Type}.{call.Method}({given})";
        return $$"""
            namespace {{Namespace(call.Type)}} { public class {{Name(call.Type)}} { {{member}} } }
            {{(call.Parameters.Any(one => one.Role == MailRole.Options) ? Declared(row, options) : "")}}
            class C { object M(System.Net.NetworkCredential own) => {{use}}; }
            """;
    }

    static string TypeOf(MailRole role, string options) =>
        role switch
        {
            MailRole.Port => "int",
            MailRole.Credentials => "System.Net.ICredentialsByHost",
            MailRole.Options => "global::" + options,
            _ => "string",
        };

    static string Given(MailRole role, MailLibrary row, string options) =>
        role switch
        {
            MailRole.Host => "\"smtp.office365.com\"",
            MailRole.Port => "465",
            MailRole.Tls => $"\"{row.Tls[0].Words.First(word => IdOf(word.Value).Length > 0).Key}\"",
            MailRole.Credentials => "new System.Net.NetworkCredential(\"orders\", own.Password)",
            MailRole.User => "\"orders\"",
            MailRole.Options => $"new global::{options} {{ {Member(row.Keys.Host)} = \"smtp.office365.com\""
                + (row.Keys.User is { } user ? $", {Member(user)} = \"orders\" }}" : " }"),
            _ => "\"x\"",
        };
}
