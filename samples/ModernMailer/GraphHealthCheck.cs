using Azure.Core;
using M365Smtp;
using M365Smtp.Graph;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ModernMailer;

/// <summary>
/// Checks whether a token for Microsoft Graph can be had. Only a message shows whether the application may send as the
/// mailbox.
/// </summary>
sealed class GraphHealthCheck(TokenCredential credential, GraphTransportOptions graph) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await credential.GetTokenAsync(
                new([graph.Scope ?? new Uri(graph.Endpoint, ".default").AbsoluteUri]),
                cancellationToken
            );
            return HealthCheckResult.Healthy("There is a token for Microsoft Graph.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(SmtpReply.Explain(e).Meaning);
        }
    }
}
