using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.SignIn;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Tests.SignIn;

public sealed class NextStepTests
{
    private static readonly SignInJourney Born = new()
    {
        Request = new JourneyRequest { ClientId = "rp", ReturnUrl = "/connect/authorize?x=1" },
    };

    private static readonly PendingLink Pending = new("{}", "a.b.c", "GD1", "{}");

    [Fact]
    public void A_new_journey_asks_for_a_home() => Assert.Equal(JourneyStep.ChooseHome, NextStep.Of(Born));

    [Fact]
    public void A_chosen_home_is_visited() => Assert.Equal(JourneyStep.VisitHome, NextStep.Of(Born.ChooseHome("hk")));

    [Fact]
    public void An_offered_account_is_confirmed_first() =>
        Assert.Equal(JourneyStep.ConfirmLink, NextStep.Of(Born.ChooseHome("hk").Offer(Pending)));

    [Fact]
    public void A_session_without_consent_asks_for_it() =>
        Assert.Equal(JourneyStep.Consent, NextStep.Of(Born.ChooseHome("hk").Offer(Pending).Enter("s", isNew: true, consentNeeded: true)));

    [Fact]
    public void A_session_with_consent_finishes() =>
        Assert.Equal(JourneyStep.Finish, NextStep.Of(Born.Enter("s", isNew: false, consentNeeded: true).Agree()));

    [Theory]
    [InlineData("CB7001")]
    [InlineData("CB7002")]
    [InlineData("CB7003")]
    [InlineData("CB7004")]
    [InlineData("CB7006")]
    [InlineData("CB7007")]
    [InlineData("CB7008")]
    [InlineData("CB4001")]
    [InlineData("CB4006")]
    [InlineData("CB4007")]
    [InlineData("CB4008")]
    public void A_refusal_stops_a_journey_wherever_it_stood(string code)
    {
        var error = ErrorCatalogue.All[code].With("for this test");
        SignInJourney[] journeys =
        [
            Born, Born.ChooseHome("hk"), Born.Offer(Pending), Born.Enter("s", isNew: true, consentNeeded: true),
        ];

        foreach (var stopped in journeys.Select(journey => journey.Refuse(error)))
        {
            Assert.Equal(JourneyStep.Stopped, NextStep.Of(stopped));
            Assert.Equal(code, stopped.Refusal!.Code);
            Assert.Null(stopped.Pending);
        }
    }

    [Theory]
    [InlineData(null, AssuranceLevel.Low)]
    [InlineData("urn:example:unknown", AssuranceLevel.Low)]
    [InlineData("urn:crossborder:loa:high", AssuranceLevel.High)]
    [InlineData("urn:crossborder:loa:high urn:crossborder:loa:substantial", AssuranceLevel.Substantial)]
    public void The_lowest_accepted_level_is_required(string? asked, AssuranceLevel required) =>
        Assert.Equal(required, new SignInDemand(asked, null, null).RequiredAssurance);
}
