using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Prices.N0
{
    public sealed class PriceOptions
    {
        public string BaseAddress { get; set; } = "https://prices.example.com/api/v2/";
        public string ApiKeyHeader { get; set; } = "X-Api-Key";
        public int TimeoutSeconds { get; set; } = 30;
        public int Attempts { get; set; } = 3;
        public bool UseCache { get; set; } = true;
    }

    public sealed record Price(string Article, decimal Net, string Currency, DateOnly ValidFrom);

    public sealed class PriceUnavailableException : Exception
    {
        public PriceUnavailableException(string article, HttpStatusCode? status, Exception? inner)
            : base($"No price for '{article}': {(status is { } code ? ((int)code).ToString() : "no answer")}", inner) => Article = article;

        public string Article { get; }
    }

    public sealed class PriceApi : IDisposable
    {
        private readonly HttpClient http;
        private readonly PriceOptions options;
        private readonly Dictionary<string, (Price Price, DateTime At)> cache = new();
        private readonly SemaphoreSlim gate = new(1, 1);

        public PriceApi(PriceOptions options, string key)
        {
            this.options = options;
            http = new HttpClient { BaseAddress = new Uri(options.BaseAddress), Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds) };
            http.DefaultRequestHeaders.Add(options.ApiKeyHeader, key);
            http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        }

        public async Task<Price> GetAsync(string article, CancellationToken cancel = default)
        {
            await gate.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                if (options.UseCache && cache.TryGetValue(article, out var hit) && DateTime.UtcNow - hit.At < TimeSpan.FromMinutes(5)) return hit.Price;
                var price = await FetchAsync(article, cancel).ConfigureAwait(false);
                cache[article] = (price, DateTime.UtcNow);
                return price;
            }
            finally
            {
                gate.Release();
            }
        }

        private async Task<Price> FetchAsync(string article, CancellationToken cancel)
        {
            HttpStatusCode? last = null;
            Exception? reason = null;
            for (var attempt = 1; attempt <= options.Attempts; attempt++)
            {
                try
                {
                    using var response = await http.GetAsync("articles/" + Uri.EscapeDataString(article) + "/price", cancel).ConfigureAwait(false);
                    last = response.StatusCode;
                    if (response.StatusCode == HttpStatusCode.NotFound) break;
                    if (response.IsSuccessStatusCode)
                    {
                        using var body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
                        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancel).ConfigureAwait(false);
                        return Parse(article, json.RootElement);
                    }
                }
                catch (HttpRequestException failed) when (attempt < options.Attempts)
                {
                    reason = failed;
                }
                await Task.Delay(TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt)), cancel).ConfigureAwait(false);
            }
            throw new PriceUnavailableException(article, last, reason);
        }

        private static Price Parse(string article, JsonElement json)
        {
            var net = json.TryGetProperty("net", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : 0m;
            var currency = json.TryGetProperty("currency", out var code) ? code.GetString() ?? "EUR" : "EUR";
            var from = json.TryGetProperty("validFrom", out var day) && DateOnly.TryParse(day.GetString(), out var parsed) ? parsed : DateOnly.MinValue;
            return new Price(article, net, currency, from);
        }

        public async Task<IReadOnlyDictionary<string, decimal>> TotalsAsync(IEnumerable<(string Article, int Quantity)> basket, CancellationToken cancel)
        {
            var prices = await Task.WhenAll(basket.Select(async item => (item.Article, Total: (await GetAsync(item.Article, cancel)).Net * item.Quantity)));
            return prices.GroupBy(item => item.Article).ToDictionary(group => group.Key, group => group.Sum(item => item.Total));
        }

        public void Dispose()
        {
            http.Dispose();
            gate.Dispose();
        }
    }
}
