using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Trust;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Revocation;

/// <summary>What the settings make of a late or missing answer, purpose by purpose.</summary>
public sealed class RevocationRuleTests
{
    [Fact]
    public async Task By_default_nothing_is_accepted_without_an_answer_and_whoever_is_let_in_has_five_minutes()
    {
        await using var desk = await TrustDesk.OpenAsync("SQLite", TimeProvider.System);
        var policy = desk.Material.RevocationPolicy;

        Assert.All(TrustPurposes.All, purpose => Assert.Equal(RevocationRequirement.Required, policy.RequirementOf(purpose)));
        Assert.Equal(
            [TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1)],
            TrustPurposes.All.Select(policy.GraceOf));
    }

    [Fact]
    public async Task A_purpose_that_the_settings_name_is_treated_as_they_say_and_no_other()
    {
        await using var desk = await TrustDesk.OpenAsync("SQLite", TimeProvider.System, new TrustOptions
        {
            RevocationGraces = { ["ReceiptSigning"] = TimeSpan.FromHours(12) },
            RevocationRequirements = { ["DirectorySigning"] = RevocationRequirement.NotRequired },
        });
        var policy = desk.Material.RevocationPolicy;

        Assert.Equal(TimeSpan.FromHours(12), policy.GraceOf(TrustPurpose.ReceiptSigning));
        Assert.Equal(TimeSpan.FromMinutes(5), policy.GraceOf(TrustPurpose.AssertionSigning));
        Assert.Equal([TrustPurpose.DirectorySigning], TrustPurposes.All.Where(purpose => policy.RequirementOf(purpose) == RevocationRequirement.NotRequired));
    }
}
