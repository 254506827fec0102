using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Outcomes;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust;

/// <summary>The rules of one change: every step from every state, and who may take it.</summary>
public sealed class TrustChangeTests
{
    private const string Reason = "The department renewed its authority.";
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Proposed", "approve refuse withdraw")]
    [InlineData("Approved", "withdraw begin")]
    [InlineData("InForce", "confirm rollback")]
    [InlineData("Confirmed", "")]
    [InlineData("Refused", "")]
    [InlineData("Withdrawn", "")]
    [InlineData("RolledBack", "")]
    public void Each_state_allows_its_own_steps_and_refuses_the_others_with_CB6102(string state, string allowed)
    {
        foreach (var step in new[] { "approve", "refuse", "withdraw", "begin", "confirm", "rollback" })
        {
            var change = In(Enum.Parse<TrustChangeState>(state));
            var before = change.Version;

            var error = Take(change, step);

            Assert.Equal(allowed.Split(' ').Contains(step), error is null);
            if (error is not null && step != "begin")
                Assert.Equal("CB6102", error.Code);
            Assert.Equal(error is null ? before + 1 : before, change.Version);
        }
    }

    [Theory]
    [InlineData("officer-a")]
    [InlineData("OFFICER-A")]
    public void Who_proposed_does_not_decide_CB6103(string same)
    {
        Assert.Equal("CB6103", Proposed().Approve(same, Now).Error.Code);
        Assert.Equal("CB6103", Proposed().Refuse(same, Now).Error.Code);
    }

    [Fact]
    public void Only_its_proposer_withdraws_a_proposal_CB6104() =>
        Assert.Equal("CB6104", Proposed().Withdraw("officer-b", Now).Error.Code);

    [Theory]
    [InlineData("")]
    [InlineData("   too short   ")]
    public void A_change_and_an_emergency_need_a_reason_CB6101(string reason)
    {
        Assert.Equal("CB6101", TrustChange.Propose(Proposal() with { Reason = reason[..Math.Min(reason.Length, 9)] }, "officer-a", Now).Error.Code);
        Assert.Equal("CB6101", TrustChange.RevokeNow("f", reason[..Math.Min(reason.Length, 9)], "officer-a", Now).Error.Code);
    }

    [Fact]
    public void Times_out_of_range_are_refused_with_CB6105()
    {
        foreach (var proposal in new[]
        {
            Proposal() with { NotBefore = Now.AddHours(-1) },
            Proposal() with { NotBefore = Now.AddDays(91) },
            Proposal() with { ConfirmWithin = TimeSpan.FromSeconds(59) },
            Proposal() with { ConfirmWithin = TimeSpan.FromDays(8) },
            Proposal() with { ConfirmWithin = -TimeSpan.FromDays(1) },
        })
            Assert.Equal("CB6105", TrustChange.Propose(proposal, "officer-a", Now).Error.Code);
    }

    [Fact]
    public void An_approved_change_has_no_effect_before_its_time()
    {
        var change = TrustChange.Propose(Proposal() with { NotBefore = Now.AddDays(1) }, "officer-a", Now).Value;
        Assert.True(change.Approve("officer-b", Now).Succeeded);

        Assert.Null(change.Begin(Now.AddDays(1).AddTicks(-1)));
        Assert.False(change.Counts);
        Assert.NotNull(change.Begin(Now.AddDays(1)));
        Assert.True(change.Counts);
    }

    [Fact]
    public void What_nobody_confirms_rolls_back_and_is_not_confirmed_too_late()
    {
        var change = In(TrustChangeState.InForce);
        Assert.Null(change.RollBackWhereOverdue(Now.AddMinutes(30).AddTicks(-1)));

        Assert.Equal("CB6102", change.Confirm("officer-b", Now.AddMinutes(30)).Error.Code);
        Assert.NotNull(change.RollBackWhereOverdue(Now.AddMinutes(30)));
        Assert.False(change.Counts);
        Assert.Equal("hub", change.EndedBy);
    }

    [Fact]
    public void A_change_without_a_window_stays()
    {
        var change = TrustChange.Propose(Proposal() with { ConfirmWithin = null }, "officer-a", Now).Value;
        change.Approve("officer-b", Now);
        change.Begin(Now);

        Assert.Equal(TrustChangeState.Confirmed, change.State);
        Assert.Null(change.RollBackWhereOverdue(Now.AddYears(1)));
    }

    [Fact]
    public void An_emergency_counts_at_once_never_rolls_back_by_itself_and_is_reviewed_by_another()
    {
        var change = TrustChange.RevokeNow("f", Reason, "officer-a", Now).Value;

        Assert.True(change.Counts);
        Assert.Null(change.RollBackWhereOverdue(Now.AddYears(1)));
        Assert.Equal("CB6103", change.Confirm("officer-a", Now).Error.Code);
        Assert.Equal("CB6103", change.RollBack("Officer-A", Now).Error.Code);
        Assert.True(change.Confirm("officer-b", Now).Succeeded);
        Assert.True(change.Counts);
    }

    private static TrustProposal Proposal() => new(TrustChangeKind.Suspend, "f", Reason, null, TimeSpan.FromMinutes(30));

    private static TrustChange Proposed() => TrustChange.Propose(Proposal(), "officer-a", Now).Value;

    private static TrustChange In(TrustChangeState state)
    {
        var change = Proposed();
        if (state is TrustChangeState.Refused)
            change.Refuse("officer-b", Now);
        if (state is TrustChangeState.Withdrawn)
            change.Withdraw("officer-a", Now);
        if (state is TrustChangeState.Approved or TrustChangeState.InForce or TrustChangeState.Confirmed or TrustChangeState.RolledBack)
            change.Approve("officer-b", Now);
        if (state is TrustChangeState.InForce or TrustChangeState.Confirmed or TrustChangeState.RolledBack)
            change.Begin(Now);
        if (state is TrustChangeState.Confirmed)
            change.Confirm("officer-b", Now);
        if (state is TrustChangeState.RolledBack)
            change.RollBack("officer-b", Now);
        Assert.Equal(state, change.State);
        return change;
    }

    private static Error? Take(TrustChange change, string step) => step switch
    {
        "approve" => ErrorOf(change.Approve("officer-b", Now)),
        "refuse" => ErrorOf(change.Refuse("officer-b", Now)),
        "withdraw" => ErrorOf(change.Withdraw("officer-a", Now)),
        "confirm" => ErrorOf(change.Confirm("officer-b", Now)),
        "rollback" => ErrorOf(change.RollBack("officer-b", Now)),
        _ => change.Begin(Now) is null ? ErrorCatalogue.TrustChangeNotNow.With("not begun") : null,
    };

    private static Error? ErrorOf(Outcome<TrustChange> outcome) => outcome.Succeeded ? null : outcome.Error;
}
