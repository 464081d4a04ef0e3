namespace M365Smtp.Tool.Tests.Lint;

/// <summary>A folder of settings files, deleted when the test ends.</summary>
sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("m365smtp").FullName;

    public Folder(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            Add(name, text);
    }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Add(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    public string Text(string name) => File.ReadAllText(this[name]);

    /// <summary>The findings of lint, as <c>id name:line</c>.</summary>
    public async Task<string[]> FindingsAsync() =>
        [
            .. (await ToolRun.OfAsync("lint", Path, "--json"))
                .Json.GetProperty("findings")
                .EnumerateArray()
                .Select(found =>
                    $"{found.GetProperty("rule").GetString()} {System.IO.Path.GetRelativePath(Path, found.GetProperty("path").GetString()!).Replace('\\', '/')}:{found.GetProperty("line").GetInt32()}"
                ),
        ];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
