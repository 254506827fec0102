using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Trust.Consequences;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Consequences;

/// <summary>An exported list is data to whatever opens it, and never a formula.</summary>
public sealed class RestingFileTests
{
    private static readonly DateTimeOffset At = new(2027, 1, 2, 3, 4, 5, TimeSpan.FromHours(8));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("https://home.example/", "https://home.example/")]
    [InlineData("", "")]
    public async Task A_cell_holds_what_it_says_and_computes_nothing(string party, string cell)
    {
        using var file = new MemoryStream();
        await RestingFile.WriteCsvAsync(Items(new RestingItem(RestingKind.Session, "id", party, At)), file, Stop);

        Assert.Equal($"kind,reference,party,at\r\nSession,id,{cell},2027-01-01T19:04:05.000Z\r\n", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public async Task Scripts_get_one_object_with_the_subject_and_every_item_however_many_there_are()
    {
        using var file = new MemoryStream();
        var items = Enumerable.Range(0, 5000).Select(i => new RestingItem(RestingKind.Token, $"t{i}", "=a", null)).ToArray();

        await RestingFile.WriteJsonAsync(new RestingSubject("kid", null, new HubKeyLife("kid", [], null, null)), At, Items(items), file, Stop);

        var read = JsonDocument.Parse(file.ToArray()).RootElement;
        Assert.Equal("kid", read.GetProperty("key").GetString());
        Assert.Equal("2027-01-01T19:04:05.000Z", read.GetProperty("takenAt").GetString());
        Assert.Equal(5000, read.GetProperty("items").GetArrayLength());
        Assert.Equal(("Token", "t4999", "=a", JsonValueKind.Null), (
            read.GetProperty("items")[4999].GetProperty("kind").GetString(), read.GetProperty("items")[4999].GetProperty("reference").GetString(),
            read.GetProperty("items")[4999].GetProperty("party").GetString(), read.GetProperty("items")[4999].GetProperty("at").ValueKind));
    }

    private static IAsyncEnumerable<RestingItem> Items(params RestingItem[] items) => items.ToAsyncEnumerable();
}
