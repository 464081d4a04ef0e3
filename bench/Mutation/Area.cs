namespace M365Smtp.Mutation;

/// <summary>A folder to mutate, the project that contains it, and the tests that should notice.</summary>
sealed record Area(string Name, string Folder, string Project, params string[] Tests)
{
    const string Analyzers = "src/M365Smtp.Analyzers";
    const string GateCheck = "src/M365Smtp.GateCheck";
    const string AnalyzersTests = "M365Smtp.Analyzers.Tests";
    const string FixTests = "M365Smtp.CodeFixes.Tests";
    const string CodeFixes = "src/M365Smtp.CodeFixes";

    public static readonly Area[] All =
    [
        InAnalyzers("Rules") with
        {
            Tests = [AnalyzersTests, FixTests],
        },
        InAnalyzers("Settings"),
        InAnalyzers("Senders"),
        InAnalyzers("Extraction"),
        InAnalyzers("Surroundings"),
        new("Decoding", GateCheck + "/Decoding", GateCheck, "M365Smtp.GateCheck.Tests"),
        new("Probe", GateCheck + "/Probe", GateCheck, "M365Smtp.GateCheck.Tests"),
        InCodeFixes("Edits"),
        InCodeFixes("Layout"),
        InCodeFixes("Code"),
    ];

    /// <summary>
    /// Tests that measure or start other processes: they show nothing about a mutant in this process.
    /// </summary>
    public static readonly string[] ClassesToSkip =
    [
        "M365Smtp.Analyzers.Tests.Laws.CostLaws",
        "M365Smtp.Analyzers.Tests.Laws.BudgetTests",
        "M365Smtp.Analyzers.Tests.Laws.AssemblyLaws",
        "M365Smtp.CodeFixes.Tests.Migration.WholePrograms.WholeProgramTests",
        "M365Smtp.CodeFixes.Tests.Passwords.EnvironmentTests",
        "M365Smtp.Tests.AotTests",
        "M365Smtp.Tests.Hostile.HostileSessionTests",
    ];

    static Area InCodeFixes(string folder) => new(folder, $"{CodeFixes}/{folder}", CodeFixes, FixTests);

    static Area InAnalyzers(string folder) => new(folder, $"{Analyzers}/{folder}", Analyzers, AnalyzersTests);
}
