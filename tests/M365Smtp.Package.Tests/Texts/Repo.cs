namespace M365Smtp.Package.Tests.Texts;

/// <summary>The repository that the tests were built from.</summary>
static class Repo
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "M365SmtpAnalyzers.sln"))
            ? folder
            : Find(Directory.GetParent(folder)!.FullName);
}
