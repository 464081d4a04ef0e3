using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>A member of the file with its code.</summary>
/// <param name="Member">Null for the statements of a program.</param>
/// <param name="Literal">The value that alone initializes a field or a property; it has no body then.</param>
internal sealed record WrittenMember(ISymbol? Member, IOperation? Body, Value.Constant? Literal);
