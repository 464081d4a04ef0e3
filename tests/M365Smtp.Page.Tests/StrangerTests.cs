using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace M365Smtp.Page.Tests;

/// <summary>Only the page itself can read or change anything.</summary>
public sealed class StrangerTests
{
    [Theory]
    [InlineData("Host", "attacker.example")]
    [InlineData("Host", "localhost:1")]
    [InlineData("Origin", "http://attacker.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_origin_or_name_is_refused(string header, string value)
    {
        await using var running = await RunningPage.StartAsync();
        using var http = new HttpClient { BaseAddress = running.Address };
        foreach (var path in new[] { "/", "/state", "/events", "/messages/1", "/sessions/1.txt" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
        using var change = new HttpRequestMessage(HttpMethod.Post, "/scenario")
        {
            Content = JsonContent.Create("account-locked"),
        };
        change.Headers.TryAddWithoutValidation(header, value);
        using var refused = await http.SendAsync(change);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("sent", await running.SendWithMailKitAsync());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_form_cannot_change_anything(string type)
    {
        await using var running = await RunningPage.StartAsync();
        using var http = new HttpClient { BaseAddress = running.Address };
        using var answer = await http.PostAsync(
            "/scenario",
            new StringContent("\"account-locked\"", Encoding.UTF8, type)
        );
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/gates", "{")]
    [InlineData("/gates", "{\"mailbox\":\"perhaps\"}")]
    [InlineData("/gates", "{\"messagesPerMinute\":-1}")]
    [InlineData("/scenario", "\"none-such\"")]
    [InlineData("/fault", "null")]
    [InlineData("/fault", "[]")]
    public async Task Bad_input_is_refused_and_changes_nothing(string path, string body)
    {
        await using var running = await RunningPage.StartAsync();
        using var http = new HttpClient { BaseAddress = running.Address };
        var before = await http.GetStringAsync("/state");
        using var answer = await http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await http.GetStringAsync("/state"));
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_only()
    {
        await using var running = await RunningPage.StartAsync();
        Assert.Equal("127.0.0.1", running.Address.Host);
        using var http = new HttpClient { BaseAddress = running.Address };
        using var answer = await http.GetAsync("/");
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }
}
