namespace Microsoft.Graph.Models.ODataErrors;

/// <summary>The shape of what Microsoft.Graph 5 and 6 throw. The package itself weighs 40 MB.</summary>
sealed class ODataError : Exception
{
    public MainError? Error { get; init; }

    public int ResponseStatusCode { get; init; }
}

sealed class MainError
{
    public string? Code { get; init; }
}
