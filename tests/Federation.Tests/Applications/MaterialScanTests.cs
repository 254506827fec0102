using System.Text;
using CrossBorder.Adapters.Scanning;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Storage;
using CrossBorder.Testing.Scanning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

public sealed class MaterialScanTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_clean_is_stored_and_the_scanner_saw_all_of_it()
    {
        await using var clamd = new ClamdStand();
        await using var desk = await OpenAsync(clamd.Address);
        using var http = await desk.ListenAsync("r1");
        var file = File(300_000);

        Assert.Equal("201", await UploadAsync(http, file).SaysAsync());

        Assert.Equal(file.Length, Assert.Single(clamd.Streams));
        Assert.Equal((1, 5), await StoredAsync(desk));
    }

    [Fact]
    public async Task The_test_virus_is_refused_with_CB5173_and_nothing_is_stored()
    {
        await using var clamd = new ClamdStand();
        await using var desk = await OpenAsync(clamd.Address);
        using var http = await desk.ListenAsync("r1");

        Assert.Equal("422 CB5173", await UploadAsync(http, [.. File(200_000), .. Encoding.ASCII.GetBytes(ClamdStand.Eicar)]).SaysAsync());

        Assert.Equal((0, 0), await StoredAsync(desk));
    }

    [Theory, InlineData("gone"), InlineData("silent"), InlineData("small")]
    public async Task What_nobody_could_look_at_is_refused_with_CB5174_and_nothing_is_stored(string fault)
    {
        await using var clamd = new ClamdStand { IsSilent = fault == "silent", LongestStream = fault == "small" ? 1000 : 1_000_000 };
        await using var desk = await OpenAsync(clamd.Address);
        if (fault == "gone")
            clamd.Leave();
        using var http = await desk.ListenAsync("r1");

        Assert.Equal("503 CB5174", await UploadAsync(http, File(20_000)).SaysAsync());

        Assert.Equal((0, 0), await StoredAsync(desk));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("tcp://127.0.0.1:3310", true)]
    [InlineData("unix:///run/clamav/clamd.ctl", true)]
    [InlineData("tcp://scanner.example:3310", false)]
    [InlineData("http://127.0.0.1:3310/", false)]
    [InlineData("clamd", false)]
    public void An_address_that_leaves_the_machine_or_is_none_is_refused_at_start_with_CB1001(string address, bool taken)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["MaterialScanner:Address"] = address }).Build();
        using var services = new ServiceCollection().AddLogging().AddMaterialScanner(configuration).BuildServiceProvider();

        var refused = Record.Exception(() => services.GetRequiredService<IOptions<MaterialScannerOptions>>().Value);

        Assert.Equal(taken, refused is null);
        if (!taken)
            Assert.Contains("CB1001", refused!.Message, StringComparison.Ordinal);
    }

    private Task<ApplicationsDesk> OpenAsync(string address) => ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false, more: services =>
        services.PostConfigure<MaterialScannerOptions>(options => (options.Address, options.Within) = (address, TimeSpan.FromSeconds(5))));

    private static byte[] File(int length) => [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat((byte)'a', length)];

    private static Task<HttpResponseMessage> UploadAsync(HttpClient http, byte[] file)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "file.pdf" }, { new StringContent("photo"), "slug" } };
        return http.PostAsync("api/materials", form, Stop);
    }

    private static Task<(int Materials, int Pieces)> StoredAsync(ApplicationsDesk desk) => desk.UseAsync<HubDbContext, (int, int)>(async context =>
        (await context.Set<Material>().CountAsync(Stop), await context.Set<MaterialChunk>().CountAsync(Stop)));
}
