using M365Smtp.Analyzers.Extraction.Memory;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>One outcome of a piece of code: what is known then, and the return value.</summary>
internal sealed record Outcome(State State, Value Value);
