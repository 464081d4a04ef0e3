namespace M365Smtp.Settings;

/// <summary>An application as Exchange Online or its own token knows it.</summary>
/// <param name="ObjectId">Of the enterprise application; the app registration has another one, with which the sign-in
/// fails.</param>
internal sealed record ServicePrincipal(Guid AppId, Guid ObjectId)
{
    /// <summary>What the ones that Exchange Online knows say about the one of a token; null where nothing is
    /// wrong.</summary>
    public static string? Compare(ServicePrincipal token, IReadOnlyList<ServicePrincipal> known)
    {
        if (known.Contains(token))
            return null;
        var command = $"New-ServicePrincipal -AppId {token.AppId} -ObjectId {token.ObjectId}";
        return known.FirstOrDefault(one => one.AppId == token.AppId) is { } wrong
            ? $"Exchange Online knows the application by the object id {wrong.ObjectId}, while that of its "
                + $"enterprise application is {token.ObjectId}: Remove-ServicePrincipal -Identity {wrong.ObjectId}, "
                + $"then {command}."
            : $"The export does not show the application of the token among the service principals: {command}.";
    }
}
