namespace M365Smtp.Mutation;

/// <summary>One small change of one file: <c>Code</c> became <c>Change</c>.</summary>
/// <param name="Number">By which the switch knows it; 0 is no mutant.</param>
/// <param name="Static">It stands in a static initializer, so that a process shows it only from its start.</param>
sealed record Mutant(int Number, string File, int Line, int Column, string Code, string Change, bool Static)
{
    /// <summary>The same from run to run as long as the code around it stays.</summary>
    public string Key => $"{File}|{Code}|{Change}|{Line}:{Column}";
}
