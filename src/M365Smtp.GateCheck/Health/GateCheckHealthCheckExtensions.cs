using M365Smtp;
using M365Smtp.Health;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the gate check to the health checks.</summary>
public static class GateCheckHealthCheckExtensions
{
    /// <summary>
    /// Adds a health check that shows whether mail can be sent through Microsoft 365. It never sends mail, and signs in
    /// only if <see cref="GateCheckHealthOptions.SignIn"/> is true.
    /// </summary>
    /// <param name="builder">The health checks builder.</param>
    /// <param name="configure">Configures the options, which are validated when the host starts.</param>
    /// <param name="name">The name of the check and its options; <c>m365-smtp</c> by default.</param>
    /// <param name="failureStatus">The status to report for a closed gate; null for Unhealthy.</param>
    /// <param name="tags">Tags for filtering health checks.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/>, <paramref name="configure"/> or
    /// <paramref name="name"/> is null.</exception>
    public static IHealthChecksBuilder AddM365SmtpGateCheck(
        this IHealthChecksBuilder builder,
        Action<GateCheckHealthOptions> configure,
        string name = "m365-smtp",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null
    )
    {
        if (builder is null)
            throw new ArgumentNullException(nameof(builder));
        if (configure is null)
            throw new ArgumentNullException(nameof(configure));
        if (name is null)
            throw new ArgumentNullException(nameof(name));

        builder.Services.AddOptions<GateCheckHealthOptions>(name).Configure(configure).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<GateCheckHealthOptions>>(new HealthOptionsValidator(name));
        builder.Services.TryAddSingleton<HealthCheckInstances>();
        return builder.Add(
            new HealthCheckRegistration(
                name,
                services => services.GetRequiredService<HealthCheckInstances>().Of(name),
                failureStatus,
                tags
            )
        );
    }
}
