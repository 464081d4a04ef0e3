using System.Net;
using M365Smtp.Simulator;
using Microsoft.Identity.Client;

namespace M365Smtp.CodeFixes.Tests.RoundTrips;

/// <summary>
/// Real MSAL, with an authority in this process that issues the simulator's token for the right scope.
/// </summary>
static class MsalApplication
{
    public static IConfidentialClientApplication Create() =>
        ConfidentialClientApplicationBuilder
            .Create("3f0c3a52-7d0b-4c43-9a0e-6d2f2f1b7c11")
            .WithClientSecret("app secret")
            .WithAuthority("https://login.microsoftonline.com/8a1b3c5d-0000-4000-8000-1234567890ab")
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new Authority())
            .Build();

    sealed class Authority : HttpMessageHandler, IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var asked = WebUtility.UrlDecode(await request.Content!.ReadAsStringAsync(cancellationToken));
            var token = asked.Contains("scope=https://outlook.office365.com/.default")
                ? Scenario.Token
                : "of another audience";
            return new(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $$"""{"token_type":"Bearer","expires_in":3599,"access_token":"{{token}}"}""",
                    null,
                    "application/json"
                ),
            };
        }
    }
}
