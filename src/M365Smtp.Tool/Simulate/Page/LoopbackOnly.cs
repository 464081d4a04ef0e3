using System.Net;
using Microsoft.AspNetCore.Http;

namespace M365Smtp.Tool.Simulate.Page;

/// <summary>Blocks other machines, other names for this one (DNS rebinding) and pages of other origins.</summary>
internal static class LoopbackOnly
{
    static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    // Allow only the page's own scripts, styles, pictures and connections, and no framing.
    const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsAllowed(context))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        await next(context);
    }

    static bool IsAllowed(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
            return false;
        if (!Names.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
            return false;
        if (request.Host.Port != context.Connection.LocalPort)
            return false;
        var own = $"http://{request.Host.Value}";
        if (request.Headers.Origin is [{ } origin] && origin != own)
            return false;
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none"))
            return false;
        // A form on another page cannot send JSON without a preflight request.
        return HttpMethods.IsGet(request.Method) || request.HasJsonContentType();
    }
}
