using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>
/// What a loop creates on each iteration: variables declared in it, and outer ones that it fills with data of the
/// iteration, such as a message whose recipient it replaces.
/// </summary>
internal sealed class Turns
{
    // A chain of changes is rarely longer: the text, the body made of it, the message.
    const int MostSteps = 3;

    static readonly string[] Filled = ["System.Net.Mail", "MimeKit", "System.Text", "System.Collections.Generic"];

    readonly IOperation loop;
    readonly HashSet<ISymbol> changed = new(SymbolEqualityComparer.Default);

    public Turns(IOperation loop, IEnumerable<IOperation> bodies)
    {
        this.loop = loop;
        var inside = loop.Descendants().ToList();
        for (var step = 0; step < MostSteps; step++)
            if (inside.Count(operation => Changes(operation, bodies)) == 0)
                break;
    }

    /// <summary>Whether a value differs between iterations.</summary>
    public bool DiffersEachTurn(IOperation value) =>
        value
            .DescendantsAndSelf()
            .Any(inner =>
                inner is IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: false }
                || TakesOut(inner)
                || Variable(inner) is { } variable
                    && (changed.Contains(variable) || IsDeclaredInside(variable) || IsReadByCondition(variable))
            );

    // 'client.Send(mails.Dequeue())'
    static bool TakesOut(IOperation inner) =>
        inner
            is IInvocationOperation
        {
            TargetMethod: { Name: "Dequeue" or "Pop", ContainingNamespace.Name: "Generic" }
        };

    // 'while (reader.Read()) … reader.GetString(0)'
    bool IsReadByCondition(ISymbol variable) =>
        loop is IWhileLoopOperation { Condition: { } condition }
        && condition
            .DescendantsAndSelf()
            .Any(inner =>
                inner is IInvocationOperation { Instance: { } on }
                && SymbolEqualityComparer.Default.Equals(Variable(on), variable)
            );

    /// <summary>
    /// Records the variable that an operation changes; false if it changes none, or none that is new.
    /// </summary>
    bool Changes(IOperation operation, IEnumerable<IOperation> bodies)
    {
        var target = operation switch
        {
            // 'mail.Body = text', 'mail = Letter(to)'
            IAssignmentOperation assignment when DiffersEachTurn(assignment.Value) => Root(assignment.Target),
            // 'mail.To.Add(to)', 'text.Append(name)'
            IInvocationOperation { Instance: { } on } call
                when HasArgumentOfTurn(call) && Root(on) is { } variable && IsFilled(variable) => variable,
            // 'Address(mail, to)', if that method changes its message
            IInvocationOperation call when HasArgumentOfTurn(call) => Filling(call, bodies),
            _ => null,
        };
        return target is not null && !IsDeclaredInside(target) && changed.Add(target);
    }

    bool HasArgumentOfTurn(IInvocationOperation call) =>
        call.Arguments.Any(argument => DiffersEachTurn(argument.Value));

    static ISymbol? Filling(IInvocationOperation call, IEnumerable<IOperation> bodies)
    {
        foreach (var argument in call.Arguments)
            if (
                Variable(ClientCalls.Unconverted(argument.Value)) is { } variable
                && IsFilled(variable)
                && argument.Parameter is { } parameter
                && Callees.BodyOf(call.TargetMethod, bodies) is { } body
                && Fills(body, parameter)
            )
                return variable;
        return null;
    }

    static bool Fills(IOperation body, IParameterSymbol parameter) =>
        body.Descendants()
            .Any(inner =>
                inner is IAssignmentOperation { Target: IMemberReferenceOperation target } && IsOn(target, parameter)
                || inner is IInvocationOperation { Instance: IMemberReferenceOperation on } && IsOn(on, parameter)
            );

    static bool IsOn(IMemberReferenceOperation member, IParameterSymbol parameter) =>
        Root(member) is IParameterSymbol changed
        && changed.Name == parameter.Name
        && changed.Ordinal == parameter.Ordinal;

    /// <summary>The variable at the start of a member chain; null if it starts from something else.</summary>
    static ISymbol? Root(IOperation target) =>
        ClientCalls.Unconverted(target) switch
        {
            IPropertyReferenceOperation { Instance: { } on } => Root(on),
            IFieldReferenceOperation { Instance: { } on and not IInstanceReferenceOperation } => Root(on),
            // 'text.Append("Dear ").Append(name)'
            IInvocationOperation { Instance: { } on } call
                when SymbolEqualityComparer.Default.Equals(call.Type, on.Type) => Root(on),
            IInstanceReferenceOperation implied => Block(implied) is { } named ? Root(named) : null,
            var start => Variable(start),
        };

    /// <summary>
    /// In Visual Basic '.To.Add(to)' starts from the object of the With block, which has the same syntax.
    /// </summary>
    static IOperation? Block(IInstanceReferenceOperation implied)
    {
        for (var outer = implied.Parent; outer is not null; outer = outer.Parent)
            if (
                outer is { Kind: OperationKind.None }
                && outer.ChildOperations.FirstOrDefault() is { } named and not IInstanceReferenceOperation
                && named.Syntax == implied.Syntax
            )
                return named;
        return null;
    }

    static ISymbol? Variable(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IParameterReferenceOperation { Parameter: var parameter } => parameter,
            IFieldReferenceOperation
            {
                Instance: null or IInstanceReferenceOperation,
                Field: { IsConst: false } field
            } => field,
            _ => null,
        };

    static bool IsFilled(ISymbol variable) =>
        (
            variable switch
            {
                ILocalSymbol local => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field => field.Type,
                _ => null,
            }
        )
            is { ContainingNamespace: { } space }
        && Array.IndexOf(Filled, space.ToDisplayString()) >= 0;

    bool IsDeclaredInside(ISymbol variable) =>
        variable is ILocalSymbol or IParameterSymbol && Enclosing.Declares(loop, variable);
}
