using System.Net;
using System.Net.Mail;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Azure.Core;
using M365Smtp.CodeFixes.Tests.Harness;
using M365Smtp.Simulator;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace M365Smtp.CodeFixes.Tests.RoundTrips;

/// <summary>A mailing program, compiled in memory and run against a simulator.</summary>
sealed class Program(Assembly assembly, string host)
{
    // Works in every C# version.
    internal const string TokenService = """
        namespace Azure.Identity
        {
            sealed class DefaultAzureCredential : M365Smtp.CodeFixes.Tests.RoundTrips.Wire.Credential
            {
            }
        }
        """;

    [ModuleInitializer]
    internal static void GivePassword() => Environment.SetEnvironmentVariable("SMTP_PASSWORD", Scenario.Password);

    /// <summary>
    /// The original text, except that MailKit's client is redirected to the simulator and the Azure sign-in is
    /// replaced.
    /// </summary>
    public static Task<Program> OnWireAsync(string source, params MetadataReference[] more)
    {
        var wired = Regex.Replace(
            source,
            @"new (MailKit\.Net\.Smtp\.)?SmtpClient\(\)|(?<=SmtpClient \w+ = )new\(\)",
            "M365Smtp.CodeFixes.Tests.RoundTrips.Wire.Client()"
        );
        Assert.NotEqual(source, wired);
        return CompileAsync(wired, "smtp.office365.com", more);
    }

    /// <summary>The original text, except that the M365Smtp.Graph transport is redirected to the simulator.</summary>
    public static Task<Program> OnGraphAsync(string source, MetadataReference package)
    {
        var wired = LinkedToGraph(source);
        Assert.NotEqual(source, wired);
        return CompileAsync(wired, "smtp.office365.com", package);
    }

    /// <summary>The text with its M365Smtp.Graph transport created by <see cref="Graph.GraphWire"/>.</summary>
    public static string LinkedToGraph(string source) =>
        Regex.Replace(
            source,
            @"new (M365Smtp\.Graph\.)?GraphTransport\(|(?<=GraphTransport\?? \w+ = )new\(",
            "M365Smtp.CodeFixes.Tests.Graph.GraphWire.Transport("
        );

    /// <summary>
    /// The original text, except that host and port are the simulator's: for System.Net.Mail's client.
    /// </summary>
    public static Task<Program> AimedAtAsync(SmtpSimulator server, string source)
    {
        Assert.Contains("smtp.office365.com", source);
        return CompileAsync(
            source.Replace("smtp.office365.com", server.Host).Replace("587", server.Port.ToString()),
            server.Host
        );
    }

    static async Task<Program> CompileAsync(string source, string host, params MetadataReference[] more)
    {
        var files = MarkedCode.Parse(source).Files;
        var project = MailProject
            .Create([.. files, new MarkedFile("/src/TokenService.cs", TokenService, [])])
            .Projects.Single();
        var compilation = (
            await project
                .AddMetadataReferences([MetadataReference.CreateFromFile(typeof(Wire).Assembly.Location), .. more])
                .GetCompilationAsync()
        )!;
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new Program(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image), host);
    }

    /// <summary>
    /// Starts a program; for a class, calls the first method that sends and supplies all its parameters.
    /// </summary>
    public Task RunAsync(SmtpSimulator server) => RunAsync(server, "");

    /// <param name="entry">The type and the method to call, or empty.</param>
    /// <returns>Its return value, or null.</returns>
    public async Task<object?> RunAsync(SmtpSimulator server, string entry)
    {
        Wire.Server.Value = server;
#pragma warning disable SYSLIB0014 // The one place where System.Net.Mail asks whom to trust.
        ServicePointManager.ServerCertificateValidationCallback = server.Certificate.Validate!;
#pragma warning restore SYSLIB0014
        if (assembly.EntryPoint is { } main)
        {
            return await ResultAsync(
                Invoke(main, null, main.GetParameters().Length == 0 ? [] : [new[] { Scenario.Password }])
            );
        }
        const BindingFlags All =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        var method = assembly
            .GetTypes()
            .SelectMany(type => type.GetMethods(All))
            .First(method =>
                entry.Length > 0
                    ? $"{method.DeclaringType!.Name}.{method.Name}" == entry
                    : method.Name == "Main" || method.Name.StartsWith("Send", StringComparison.Ordinal)
            );
        var target = method.IsStatic ? null : Create(method.DeclaringType!);
        return await ResultAsync(Invoke(method, target, [.. method.GetParameters().Select(Given)]));
    }

    static async Task<object?> ResultAsync(object? returned)
    {
        if (returned is not Task task)
            return returned;
        await task;
        return
            task.GetType().GetProperty("Result")?.GetValue(task) is { } result
            && result.GetType().Name != "VoidTaskResult"
            ? result
            : null;
    }

    static object? Invoke(MethodBase method, object? target, object?[] arguments) =>
        method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    object Create(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(Given)]);
    }

    object? Given(ParameterInfo parameter) =>
        parameter.ParameterType switch
        {
            { IsValueType: true } when parameter.HasDefaultValue => parameter.DefaultValue,
            var type when type == typeof(string) => Text(parameter.Name!),
            var type when type == typeof(MailMessage) => new MailMessage(
                Scenario.Mailbox,
                "ops@contoso.com",
                "Report",
                "See you."
            ),
            var type when type == typeof(string[]) => Array.Empty<string>(),
            var type when type == typeof(CancellationToken) => CancellationToken.None,
            var type when type == typeof(NetworkCredential) => new NetworkCredential(
                Scenario.Mailbox,
                Scenario.Password
            ),
            var type when type == typeof(TokenCredential) => new Wire.Credential(),
            var type when type == typeof(IConfidentialClientApplication) => MsalApplication.Create(),
            var type when type == typeof(Func<string>) => () => Scenario.Token,
            var type when type == typeof(Func<CancellationToken, Task<string>>) => (CancellationToken _) =>
                Task.FromResult(Scenario.Token),
            var type when type == typeof(IConfiguration) => new Configuration(host),
            var type when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IOptions<>) =>
                Activator.CreateInstance(
                    typeof(OptionsWrapper<>).MakeGenericType(type.GenericTypeArguments),
                    Options(type.GenericTypeArguments[0])
                ),
            var type when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ILogger<>) =>
                Activator.CreateInstance(typeof(Log<>).MakeGenericType(type.GenericTypeArguments)),
            var type => Options(type),
        };

    static object Options(Type type)
    {
        var options = Activator.CreateInstance(type)!;
        foreach (
            var property in type.GetProperties()
                .Where(property => property.PropertyType == typeof(string) && property.GetValue(options) is null or "")
        )
            property.SetValue(options, Text(property.Name));
        return options;
    }

    internal static string Text(string name) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase) ? Scenario.Password : Scenario.Mailbox;
}
