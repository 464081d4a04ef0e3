namespace M365Smtp.Mutation;

/// <summary>One small change to one file: <c>Code</c> became <c>Change</c>.</summary>
/// <param name="Number">Its number in the switch; 0 is no mutant.</param>
/// <param name="Static">In a static initializer, so it takes effect only at the start of a process.</param>
sealed record Mutant(int Number, string File, int Line, int Column, string Code, string Change, bool Static)
{
    /// <summary>Stays the same between runs as long as the code around it does.</summary>
    public string Key => $"{File}|{Code}|{Change}|{Line}:{Column}";
}
