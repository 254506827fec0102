using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Xunit;

namespace CrossBorder.Adapters.Tests.Notifications;

/// <summary>What every way to tell of alerts does.</summary>
public abstract class NotifierContract
{
    protected static Notice Notice { get; } = new(
        "0192f", "CertificateEnds", "fingerprint:7", NoticeSeverity.Critical, NoticeEvent.Raised, new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero),
        new LocalizedText("「甲」將於 2026-05-08 到期", "“甲”将于 2026-05-08 到期", "“Alpha” ends on 2026-05-08"));

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What the receiver was told, in English.</summary>
    internal abstract IReadOnlyList<string> Received { get; }

    /// <summary>Tells nobody of less than a warning.</summary>
    internal abstract INotifier Notifier();

    internal abstract INotifier Unreachable();

    /// <summary>From now on the receiver says no.</summary>
    internal abstract void Refuse();

    [Fact]
    public async Task What_is_handed_over_is_told()
    {
        Assert.True((await Notifier().SendAsync(Notice, Stop)).Succeeded);
        Assert.Contains("ends on 2026-05-08", Assert.Single(Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_CB4022() =>
        Assert.Equal("CB4022", (await Unreachable().SendAsync(Notice, Stop)).Error.Code);

    [Fact]
    public async Task A_receiver_that_says_no_is_CB4023_and_nothing_of_its_words_is_repeated()
    {
        var notifier = Notifier();
        Refuse();
        var refused = await notifier.SendAsync(Notice, Stop);
        Assert.Equal("CB4023", refused.Error.Code);
        Assert.DoesNotContain("somebody", refused.Error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_wants_to_hear_is_not_wanted()
    {
        Assert.False(Notifier().Wants(NoticeSeverity.Information));
        Assert.True(Notifier().Wants(NoticeSeverity.Warning));
        Assert.True(Notifier().Wants(NoticeSeverity.Critical));
    }
}
