using CrossBorder.Federation.Notices;
using Xunit;

namespace CrossBorder.Federation.Tests.Notices;

public sealed class NoticeSharesTests
{
    [Theory]
    [InlineData("a a a a a b", "", 2, 4, "0 1 5")]
    [InlineData("a a a b b c", "a a", 2, 4, "3 4 5")]
    [InlineData("a a a b b c", "a", 2, 2, "0 3")]
    [InlineData("a a", "a a", 2, 4, "")]
    [InlineData("a b c d e", "", 1, 3, "0 1 2")]
    public void Each_receiver_gets_what_its_share_leaves_the_longest_due_first(string due, string busy, int share, int free, string chosen)
    {
        var notices = due.Split(' ').Select((receiver, place) => new DueNotice($"{place}", receiver)).ToList();
        var held = busy.Split(' ', StringSplitOptions.RemoveEmptyEntries).CountBy(receiver => receiver).ToDictionary();

        Assert.Equal(chosen, string.Join(' ', NoticeShares.Of(notices, held, share, free)));
    }
}
