using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GateCheckedApi;

/// <summary>Writes a health report with the cause and remedy from the data of the gate check.</summary>
static class HealthJson
{
    public static Task WriteAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new
            {
                Status = report.Status.ToString(),
                Checks = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new
                    {
                        Status = entry.Value.Status.ToString(),
                        entry.Value.Description,
                        entry.Value.Data,
                    }
                ),
            }
        );
}
