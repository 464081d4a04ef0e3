using M365Smtp.Analyzers.Extraction.Memory;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>One way a piece of code ends: what is known then, and what it returns.</summary>
internal sealed record Outcome(State State, Value Value);
