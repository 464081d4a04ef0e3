// Which mutant is active, and which have been reached since the last query. Each assembly with mutants has one.
internal static class MutationSwitch
{
    public static int Active = int.TryParse(
        global::System.Environment.GetEnvironmentVariable("M365SMTP_MUTANT"),
        out var active
    )
        ? active
        : 0;

    public static bool[] Reached =
        new bool[ /*count*/
        ];

    public static bool Is(int mutant)
    {
        Reached[mutant] = true;
        return mutant == Active;
    }
}
