using System.Net.Http.Json;
using System.Text.Json;
using CrossBorder.Testing;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The sandbox departments, with a switch for their faults and a look at what reached them.</summary>
public sealed class DepartmentsRunning : SandboxFixture, IAsyncLifetime
{
    private HttpClient? client;

    private HttpClient Http => client ??= new HttpClient { BaseAddress = Ports.DepartmentsAddress };

    public ValueTask InitializeAsync() => new(StartAsync());

    public async Task SwitchAsync(string department, string mode, int? count = null)
    {
        using var answer = await Http.PostAsJsonAsync("faults", new { department, mode, count });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How often each delivery arrived.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ArrivalsAsync(string department)
    {
        var log = await Http.GetFromJsonAsync<JsonElement>($"departments/{department}/log");
        return log.EnumerateArray().ToDictionary(
            line => line.GetProperty("delivery").GetString()!, line => line.GetProperty("count").GetInt32());
    }
}
