namespace M365Smtp.Settings;

/// <summary>An application as known to Exchange Online or named by its token.</summary>
/// <param name="ObjectId">The object id of the enterprise application. The app registration has a different one, with
/// which the sign-in fails.</param>
internal sealed record ServicePrincipal(Guid AppId, Guid ObjectId)
{
    /// <summary>Compares a token's application with those known to Exchange Online; null if nothing is wrong.</summary>
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
