using System.Globalization;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Delegation;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Tests.Delegation;

/// <summary>The rules that ask nobody.</summary>
public sealed class MandateRulesTests
{
    /// <summary>All that may follow; whatever is not named may not.</summary>
    private static readonly Dictionary<(MandateState, MandateEvent), MandateState> Allowed = new()
    {
        [(MandateState.Offered, MandateEvent.Accepted)] = MandateState.Active,
        [(MandateState.Offered, MandateEvent.AcceptedUnproved)] = MandateState.Confirming,
        [(MandateState.Offered, MandateEvent.Withdrawn)] = MandateState.Ended,
        [(MandateState.Offered, MandateEvent.RanOut)] = MandateState.Ended,
        [(MandateState.Offered, MandateEvent.CodeAbused)] = MandateState.Ended,
        [(MandateState.Confirming, MandateEvent.Confirmed)] = MandateState.Active,
        [(MandateState.Confirming, MandateEvent.EndedByOfficer)] = MandateState.Ended,
        [(MandateState.Confirming, MandateEvent.Withdrawn)] = MandateState.Ended,
        [(MandateState.Confirming, MandateEvent.GivenBack)] = MandateState.Ended,
        [(MandateState.Confirming, MandateEvent.RanOut)] = MandateState.Ended,
        [(MandateState.Active, MandateEvent.EndedByOfficer)] = MandateState.Ended,
        [(MandateState.Active, MandateEvent.Withdrawn)] = MandateState.Ended,
        [(MandateState.Active, MandateEvent.GivenBack)] = MandateState.Ended,
        [(MandateState.Active, MandateEvent.RanOut)] = MandateState.Ended,
    };

    [Fact]
    public void Each_state_leads_where_the_table_says_and_nowhere_else() => Assert.All(
        from state in Enum.GetValues<MandateState>() from what in Enum.GetValues<MandateEvent>() select (state, what),
        move => Assert.Equal(Allowed.TryGetValue(move, out var next) ? next : (MandateState?)null, MandateMachine.After(move.state, move.what)));

    [Theory]
    [InlineData("parent", "2015-03-01", true)]
    [InlineData("parent", "2008-06-15", false)]
    [InlineData("parent", "2008-06-16", true)]
    [InlineData("family", "1950-01-01", true)]
    [InlineData("family", "2015-03-01", false)]
    [InlineData("assistant", "2008-06-15", true)]
    public void A_parent_is_for_a_child_and_the_others_for_who_is_of_age(string relation, string birthdate, bool fits) =>
        Assert.Equal(fits, MandateRelation.Find(relation)!.FitsPrincipal(DateOnly.Parse(birthdate, null), new DateOnly(2026, 6, 15)));

    [Theory]
    [InlineData("parent", "2008-06-20", 365, "2026-06-19T16:00:00Z")]
    [InlineData("parent", "2015-03-01", 365, "2027-06-15T02:00:00Z")]
    [InlineData("parent", "2008-07-01", 7, "2026-06-22T02:00:00Z")]
    [InlineData("family", "1950-01-01", 31, "2026-07-16T02:00:00Z")]
    public void A_parent_acts_until_the_child_is_of_age_and_no_longer(string relation, string birthdate, int days, string end) =>
        Assert.Equal(
            DateTimeOffset.Parse(end, CultureInfo.InvariantCulture),
            MandateRelation.Find(relation)!.EndOf(DateOnly.Parse(birthdate, CultureInfo.InvariantCulture), new DateTimeOffset(2026, 6, 15, 2, 0, 0, TimeSpan.Zero), days));

    [Theory, InlineData("zh-Hant", "撤回"), InlineData("zh-Hans", "撤回"), InlineData("en", "If this was not you")]
    public void A_letter_says_how_to_end_it_while_there_is_something_to_end(string language, string how)
    {
        Assert.Contains(how, Letter(MandateNews.Accepted), StringComparison.Ordinal);
        Assert.Contains(how, Letter(MandateNews.EndsSoon), StringComparison.Ordinal);
        Assert.DoesNotContain(how, Letter(MandateNews.Ended), StringComparison.Ordinal);
        Assert.Contains("https://hub.example.test/delegations", Letter(MandateNews.Ended), StringComparison.Ordinal);

        string Letter(MandateNews news) => Letters.Of(
            ResidentNotice.OfMandate("resident", news, TimeProvider.System.GetUtcNow()), "a@example.test", language, new Uri("https://hub.example.test/")).Text;
    }

    [Theory]
    [InlineData("陈小文", "2015-05-20", true)]
    [InlineData("陳小文", "2015-05-20", true)]
    [InlineData("CHAN Siu Man", "2015-05-20", true)]
    [InlineData("陈小武", "2015-05-20", false)]
    [InlineData("陈小文", "2015-05-21", false)]
    [InlineData(null, "2015-05-20", false)]
    public void A_birth_certificate_shows_a_parent_where_it_names_this_child(string? name, string birthdate, bool shows)
    {
        var certificate = new Dictionary<string, string> { ["birthdate"] = birthdate };
        if (name is not null)
            certificate["name"] = name;

        Assert.Equal(shows, ParentProof.Names(certificate, Child()));
    }

    [Fact]
    public void A_name_is_shown_as_far_as_it_takes_to_know_somebody()
    {
        Assert.Equal("陳** CHAN S. M.", MaskedName.Of(Child().Name));
        Assert.Equal("SMITH J.", MaskedName.Of(new PersonName("SMITH", "John", null, null)));
        Assert.Equal("𠮷** KAT T.", MaskedName.Of(new PersonName("KAT", "Tai", "𠮷大", null)));
    }

    private static VerifiedIdentity Child() => VerifiedIdentityJson.Read(
        """
        {"home":"https://home.example.test/","subject":"s","jurisdiction":"HK","familyName":"CHAN","givenName":"Siu Man","hanTraditional":"陳小文","hanSimplified":"陈小文",
         "birthdate":"2015-05-20","gender":"M","documents":[],"phoneNumber":null,"email":null,"assurance":"urn:crossborder:loa:high","authenticationMethods":[],
         "authenticatedAt":"2026-06-01T00:00:00+00:00","verifiedAt":"2026-06-01T00:00:00+00:00","assertionDigest":"sha256:00"}
        """).Value;
}
