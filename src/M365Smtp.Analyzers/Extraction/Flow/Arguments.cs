using System.Collections;
using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>The evaluated arguments of a call, always by parameter, never by position.</summary>
internal sealed class Arguments(List<(IParameterSymbol Parameter, Value Value, IOperation Source)> all)
    : IEnumerable<(IParameterSymbol Parameter, Value Value, IOperation Source)>
{
    public static readonly Arguments None = new([]);

    /// <summary>The value for a parameter; Unset if the call omits it or has no such parameter.</summary>
    public Value this[string parameter]
    {
        get
        {
            foreach (var (candidate, value, _) in all)
                if (candidate.Name == parameter)
                    return value;
            return Value.Unset;
        }
    }

    public bool Hold(Func<Value, bool> test)
    {
        foreach (var (_, value, _) in all)
            if (test(value))
                return true;
        return false;
    }

    public IOperation? Source(string parameter)
    {
        foreach (var (candidate, _, source) in all)
            if (candidate.Name == parameter)
                return source;
        return null;
    }

    public IEnumerator<(IParameterSymbol Parameter, Value Value, IOperation Source)> GetEnumerator() =>
        all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
