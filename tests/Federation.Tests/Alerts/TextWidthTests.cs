using CrossBorder.Federation.ConsolePages.Charts;
using Xunit;

namespace CrossBorder.Federation.Tests.Alerts;

/// <summary>Names are as long as authorities like; the boxes of a picture are not.</summary>
public sealed class TextWidthTests
{
    private const int Size = 14;
    private const int Room = 194;

    public static TheoryData<string> Names { get; } =
    [
        "Root",
        "Hongkong Post Trust Network Root Certification Authority for Government Use 2031",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "廣東省電子商務認證有限公司政務服務根證書頒發機構二零三一年更新版及其後續版本",
        "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷",
        "",
    ];

    [Theory, MemberData(nameof(Names))]
    public void Lines_stay_within_their_room_and_lose_nothing_without_saying_so(string name)
    {
        var lines = TextWidth.Wrap(name, Room, Size, 3);

        Assert.InRange(lines.Count, 1, 3);
        Assert.All(lines, line => Assert.True(TextWidth.Of(line, Size) <= Room, line));
        Assert.All(lines, line => Assert.False(line.Length > 0 && (char.IsLowSurrogate(line[0]) || char.IsHighSurrogate(line[^1]))));
        var shown = string.Concat(lines).Replace(" ", "", StringComparison.Ordinal);
        var whole = name.Replace(" ", "", StringComparison.Ordinal);
        Assert.True(shown == whole || (shown.EndsWith('…') && whole.StartsWith(shown[..^1], StringComparison.Ordinal)), shown);
    }

    [Fact]
    public void A_name_that_has_room_is_left_as_it_is() => Assert.Equal("HRSS receipts 2027", TextWidth.Fit("HRSS receipts 2027", Room, Size));
}
