using M365Smtp.Analyzers.Tests.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.Analyzers.Tests.Surroundings;

/// <summary>Code in, the findings of one rule out: the underlined text.</summary>
static class Found
{
    // The parts of Azure.Identity, MSAL, Serilog.Sinks.Email and dependency injection that the samples use.
    static readonly MetadataReference Libraries = CSharpCompilation
        .Create(
            "Libraries",
            [
                CSharpSyntaxTree.ParseText(
                    """
                    using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;
                    namespace Microsoft.Identity.Client {
                        public interface IConfidentialClientApplication { AcquireTokenForClientParameterBuilder AcquireTokenForClient(IEnumerable<string> scopes); }
                        public class ConfidentialClientApplicationBuilder {
                            public static ConfidentialClientApplicationBuilder Create(string clientId) => null;
                            public ConfidentialClientApplicationBuilder WithClientSecret(string clientSecret) => this;
                            public IConfidentialClientApplication Build() => null;
                        }
                        public class AcquireTokenForClientParameterBuilder { public Task<AuthenticationResult> ExecuteAsync() => null; }
                        public class AuthenticationResult { public string AccessToken { get; } }
                    }
                    namespace Azure.Core {
                        public struct TokenRequestContext { public TokenRequestContext(string[] scopes) { } }
                        public struct AccessToken { public string Token { get; } }
                        public abstract class TokenCredential {
                            public virtual AccessToken GetToken(TokenRequestContext context, CancellationToken cancel = default) => default;
                            public virtual ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancel = default) => default;
                        }
                    }
                    namespace Azure.Identity {
                        public class ClientSecretCredential : Azure.Core.TokenCredential { public ClientSecretCredential(string tenantId, string clientId, string clientSecret) { } }
                        public class DefaultAzureCredential : Azure.Core.TokenCredential { }
                    }
                    namespace Serilog.Sinks.Email { public class EmailSinkOptions { public string Host { get; set; } public MailKit.Security.SaslMechanism Sasl { get; set; } } }
                    namespace Microsoft.Extensions.DependencyInjection {
                        public interface IServiceCollection { }
                        public static class Extensions {
                            public static IServiceCollection AddSingleton<T>(this IServiceCollection services, T instance) where T : class => services;
                            public static IServiceCollection TryAddSingleton<T>(this IServiceCollection services, T instance) where T : class => services;
                            public static IServiceCollection AddKeyedSingleton<T>(this IServiceCollection services, object key, T instance) where T : class => services;
                            public static IServiceCollection AddSingleton<T>(this IServiceCollection services, Func<IServiceProvider, T> make) where T : class => services;
                            public static IServiceCollection AddTransient<T>(this IServiceCollection services, Func<IServiceProvider, T> make) where T : class => services;
                        }
                    }
                    """
                ),
            ],
            Facts.References,
            new(OutputKind.DynamicallyLinkedLibrary)
        )
        .ToMetadataReference();

    const string Usings = """
        using System; using System.Collections.Generic; using System.Linq; using System.Net; using System.Net.Http;
        using System.Threading.Tasks; using Azure.Core; using Azure.Identity; using MailKit.Security;
        using Microsoft.Extensions.DependencyInjection; using Microsoft.Identity.Client; using MimeKit; using Serilog.Sinks.Email;

        """;

    /// <summary>The text underlined by the rule in a file of members with these usings, in code order.</summary>
    public static async Task<string> In(string id, string members, string more = "")
    {
        var file = Usings + more + "\npartial class C\n{\n" + members + "\n}\n";
        var compilation = (CSharpCompilation)Report.CSharp(file);
        compilation = compilation.AddReferences(Libraries);
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors);
        var found = (await Report.DiagnosticsOf(compilation)).Where(diagnostic => diagnostic.Id == id);
        return string.Join(
            " | ",
            found.Select(diagnostic =>
                file.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)
            )
        );
    }

    public static async Task<string> InVisualBasic(string id, string file)
    {
        var found = (await Report.DiagnosticsOf(Report.VisualBasic(file))).Where(diagnostic => diagnostic.Id == id);
        return string.Join(
            " | ",
            found.Select(diagnostic =>
                file.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)
            )
        );
    }
}
