using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>A member of the file with its code.</summary>
/// <param name="Member">Null for top-level statements.</param>
/// <param name="Literal">The literal that is the whole initializer of a field or property, which then has no
/// body.</param>
internal sealed record WrittenMember(ISymbol? Member, IOperation? Body, Value.Constant? Literal);
