using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CrossBorder.Federation.Tests.Operations;

public sealed class HealthTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hub_with_its_database_is_alive_and_ready()
    {
        await using var hub = await HubServing.StartAsync();

        var live = await hub.Client.GetFromJsonAsync<JsonElement>("/health/live", Stop);
        var ready = await hub.Client.GetFromJsonAsync<JsonElement>("/health/ready", Stop);

        Assert.Equal("healthy", live.GetProperty("status").GetString());
        Assert.Equal(0, live.GetProperty("checks").GetArrayLength());
        Assert.Equal("healthy", ready.GetProperty("status").GetString());
        Assert.Contains(ready.GetProperty("checks").EnumerateArray(),
            check => check.GetProperty("name").GetString() == "database" && check.GetProperty("status").GetString() == "healthy");
    }

    [Fact]
    public async Task Without_its_tables_the_hub_is_alive_and_not_ready_and_tells_no_more_than_which_dependency()
    {
        await using var hub = await HubServing.StartAsync();
        await using (var connection = new SqliteConnection($"Data Source={hub.DatabaseFile};Pooling=False"))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM \"__EFMigrationsHistory\"";
            await command.ExecuteNonQueryAsync(Stop);
        }

        using var live = await hub.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Stop);
        using var ready = await hub.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("""{"status":"unhealthy","checks":[{"name":"database","status":"unhealthy"}]}""", await ready.Content.ReadAsStringAsync(Stop));
    }
}
