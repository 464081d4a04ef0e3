namespace Microsoft.Graph.Models.ODataErrors;

/// <summary>Has the shape of Microsoft.Graph 5 and 6 exceptions; the package itself is 40 MB.</summary>
sealed class ODataError : Exception
{
    public MainError? Error { get; init; }

    public int ResponseStatusCode { get; init; }
}

sealed class MainError
{
    public string? Code { get; init; }
}
