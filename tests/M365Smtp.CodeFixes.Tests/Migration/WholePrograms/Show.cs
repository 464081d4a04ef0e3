namespace M365Smtp.CodeFixes.Tests.Migration.WholePrograms;
public class Show
{
    [Fact]
    public async Task It()
    {
        var files = Environment.GetEnvironmentVariable("SHOW_FILES")?.Split(':');
        if (files is null) return;
        var output = new System.Text.StringBuilder();
        foreach (var file in files)
        {
            var program = WholeProgram.Parse(file, File.ReadAllText(file));
            foreach (var keys in Environment.GetEnvironmentVariable("SHOW_KEYS")!.Split(':'))
            {
                var now = program;
                output.AppendLine($"######## {file} {keys}   problems before: {string.Join(" | ", await now.ProblemsAsync())}");
                foreach (var key in keys.Split(','))
                {
                    if (!(await now.KeysAsync()).Contains(key)) { output.AppendLine($"!! {key} not offered; there are {string.Join(" ", await now.KeysAsync())}"); continue; }
                    now = await now.ApplyAsync(key);
                }
                output.AppendLine(await now.TextAsync());
                output.AppendLine("problems: " + string.Join("\n", await now.ProblemsAsync()));
                output.AppendLine("findings: " + string.Join("\n", (await now.FindingsAsync()).Select(f => f.Id + " " + f.Location.GetLineSpan().StartLinePosition)));
            }
        }
        File.WriteAllText("/tmp/migration/show.txt", output.ToString());
    }
}
