namespace CrossBorder.Federation.Tests.Officers;

/// <summary>The page of certificates and keys, narrowed as an officer would.</summary>
public sealed class InventoryPageTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    [Theory]
    [InlineData("?kind=Anchor", "Root, HK, RSA 2048", "Key of the hub,")]
    [InlineData("?kind=HubKey&place=", "Key of the hub", "Root, HK, RSA 2048")]
    [InlineData("?kind=nonsense&state=99", "Key of the hub,", "no such text")]
    [InlineData("?state=Revoked&q=nobody-has-this", "0 of", "Key of the hub,")]
    public async Task The_page_is_narrowed_by_kind_state_place_and_words(string query, string shown, string absent)
    {
        using var auditor = await desk.EnterAsync("Auditor");

        var (page, _) = await auditor.GoAsync("/console/trust" + query);

        Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(absent, page.Text, StringComparison.Ordinal);
    }
}
