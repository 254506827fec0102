using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Outcomes;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Keys;

/// <summary>A key goes one way, and no step can be skipped or taken twice.</summary>
public sealed class ManagedKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<ManagedKey, Outcome<ManagedKey>>> Steps = new(StringComparer.Ordinal)
    {
        ["Announce"] = key => key.Announce(Now),
        ["Activate"] = key => key.Activate(Now),
        ["Retire"] = key => key.Retire(Now),
        ["Certify"] = key => key.Certify("chain", Now, Now),
        ["Abandon"] = key => key.Abandon(Now),
        ["LetGo"] = key => key.LetGo(),
        ["Remove"] = key => key.Remove(Now),
        ["Revoke"] = key => key.Revoke(Now),
    };

    private static readonly HashSet<(KeyState From, string Step)> Allowed =
    [
        (KeyState.Created, "Announce"), (KeyState.Announced, "Activate"), (KeyState.Announced, "Abandon"), (KeyState.Active, "Retire"), (KeyState.Retiring, "LetGo"), (KeyState.Retiring, "Remove"),
        (KeyState.Created, "Revoke"), (KeyState.Announced, "Revoke"), (KeyState.Active, "Revoke"), (KeyState.Retiring, "Revoke"),
    ];

    public static TheoryData<string, string> Every
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var state in Enum.GetNames<KeyState>())
                foreach (var step in Steps.Keys)
                    data.Add(state, step);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_step_is_taken_from_where_it_belongs_and_from_nowhere_else(string from, string step)
    {
        var state = Enum.Parse<KeyState>(from);
        var key = In(state);
        var before = key.Version;

        var done = Steps[step](key);

        Assert.Equal(Allowed.Contains((state, step)), done.Succeeded);
        if (done.Succeeded)
        {
            Assert.Equal(before + 1, key.Version);
            return;
        }

        Assert.Equal("CB6130", done.Error.Code);
        Assert.Equal((state, before), (key.State, key.Version));
    }

    [Fact]
    public void A_key_whose_receivers_look_at_a_certificate_is_announced_with_it_and_never_without()
    {
        var key = ManagedKey.Create("k", new KeyLine(KeyUses.Envelopes, "RS256"), "{}", [1], Now);

        Assert.Equal("CB6130", key.Announce(Now).Error.Code);
        Assert.Equal("CB6130", key.Activate(Now).Error.Code);
        Assert.Equal(KeyState.Announced, key.Certify("chain", Now.AddDays(1), Now).Value.State);
        Assert.Equal("CB6130", key.Certify("another", Now, Now).Error.Code);
        Assert.Equal(("chain", Now.AddDays(1)), (key.Chain, key.CertificateEnds));
    }

    [Theory]
    [InlineData("RS256", "tokens", "RS256")]
    [InlineData("envelopes/SGD_SM3_SM2", "envelopes", "SGD_SM3_SM2")]
    public void A_line_is_written_as_officers_write_it(string text, string use, string algorithm)
    {
        Assert.Equal(new KeyLine(use, algorithm), KeyLine.Parse(text));
        Assert.Equal(text, new KeyLine(use, algorithm).ToString());
    }

    [Theory]
    [InlineData("Removed")]
    [InlineData("Revoked")]
    public void At_its_end_the_private_half_is_gone(string state) => Assert.Null(In(Enum.Parse<KeyState>(state)).SealedPrivate);

    [Fact]
    public void A_key_is_let_go_once() => Assert.Equal("CB6130", In(KeyState.Retiring).LetGo().Value.LetGo().Error.Code);

    private static ManagedKey In(KeyState state)
    {
        var key = ManagedKey.Create("k", new KeyLine(KeyUses.Tokens, "RS256"), "{}", [1], Now);
        string[] way = state switch
        {
            KeyState.Created => [],
            KeyState.Announced => ["Announce"],
            KeyState.Active => ["Announce", "Activate"],
            KeyState.Retiring => ["Announce", "Activate", "Retire"],
            KeyState.Removed => ["Announce", "Activate", "Retire", "Remove"],
            _ => ["Revoke"],
        };
        foreach (var step in way)
            Assert.True(Steps[step](key).Succeeded);
        return key;
    }
}
